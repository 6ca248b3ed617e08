import { ITEM_PROBLEMS } from "./item-problems"
import { TokenState } from "./model"
import { APP, XRouter } from "./router"
import { Situation } from "./situation"
import { XWorld } from "./world"

/** Situation switches and their values. */
const VALUES: Partial<Record<keyof Situation, unknown[]>> = {
  vocabulary: ["legacy", "new", "both"],
  owner_only: ["drop_item", "omit_field"],
  problem_host: ["api.twitter.com", "api.x.com"],
  credits: ["ok", "depleted"],
  usage_capped: [true, false],
  envelope_429: ["A", "C", "empty"],
  missing_single: ["404", "200"],
  analytics: ["forbidden", "enterprise"],
}

const TOKEN_STATES = ["valid", "expired", "revoked"]

interface RateChange {
  limit?: number
  remaining?: number
  reset_in_seconds?: number
  endpoint?: string
}

type Change = Record<string, unknown>

/** A bucket belongs to a user, or to the app for Bearer tokens. */
function setRate(world: XWorld, router: XRouter, change: Change): boolean {
  const rate = change.rate as RateChange | null
  if (rate === null) {
    router.limiter.clear()
    return true
  }
  const entry = world.accounts.find(
    ({ account }) => account.external_id === change.account
  )
  if (typeof rate !== "object" || (change.account && !entry)) {
    return false
  }
  const { limit, endpoint } = rate
  const app = entry?.token_kind === "app"
  router.limiter.set(
    {
      ...(entry ? { owner: app ? APP : entry.account.external_id } : {}),
      ...(endpoint === undefined ? {} : { endpoint }),
      ...(limit === undefined ? {} : { limit }),
    },
    rate.remaining,
    rate.reset_in_seconds,
    world.now_ms()
  )
  return true
}

function setPost(world: XWorld, change: Change): boolean {
  const post = world.posts.get(String(change.post))
  if (!post) {
    return false
  }
  if (typeof change.deleted === "boolean") {
    post.deleted = change.deleted
    return true
  }
  if (change.problem === null) {
    delete post.problem
    return true
  }
  if (ITEM_PROBLEMS.includes(String(change.problem))) {
    post.problem = String(change.problem)
    return true
  }
  return false
}

function setToken(world: XWorld, change: Change): boolean {
  const entry = world.accounts.find(
    ({ account }) => account.external_id === change.account
  )
  if (!entry || !TOKEN_STATES.includes(String(change.token))) {
    return false
  }
  entry.token_state = change.token as TokenState
  return true
}

/** Applies a change; false when any part of it is unknown. */
export function applyChange(
  world: XWorld,
  router: XRouter,
  change: Change
): boolean {
  if (change.token !== undefined) {
    return setToken(world, change)
  }
  if (change.rate !== undefined) {
    return setRate(world, router, change)
  }
  if (change.post !== undefined) {
    return setPost(world, change)
  }
  if (change.spend === "reset") {
    router.spend.reset()
    return true
  }
  if (change.app_owner !== undefined) {
    router.situation.app_owner = change.app_owner as string | null
    return true
  }
  const entries = Object.entries(change).filter(([key]) => key !== "platform")
  const known = entries.every(([key, value]) =>
    VALUES[key as keyof Situation]?.includes(value)
  )
  if (known) {
    Object.assign(router.situation, Object.fromEntries(entries))
  }
  return known && entries.length > 0
}
