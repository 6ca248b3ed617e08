import { isRedirectList } from "../core/oauth"
import { userId } from "./ids"
import { ITEM_PROBLEMS } from "./item-problems"
import { TokenState } from "./model"
import { APP, XRouter } from "./router"
import { Situation } from "./situation"
import { XWorld } from "./world"

type Check = (value: unknown) => boolean

const among =
  (...values: unknown[]): Check =>
  (value) =>
    values.includes(value)

const isCount: Check = (value) =>
  typeof value === "number" && Number.isInteger(value) && value >= 0

/** Situation switches and what their values must be. */
const CHECKS: Partial<Record<keyof Situation, Check>> = {
  vocabulary: among("legacy", "new", "both"),
  owner_only: among("drop_item", "omit_field"),
  problem_host: among("api.twitter.com", "api.x.com"),
  credits: among("ok", "depleted"),
  usage_capped: among(true, false),
  envelope_429: among("A", "C", "empty"),
  missing_single: among("404", "200"),
  analytics: among("forbidden", "enterprise"),
  client: among("confidential", "public"),
  redirect_uris: isRedirectList,
  refused_refresh: among("invalid_grant", "invalid_request"),
  token_series: isCount,
  empty_pages: isCount,
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
  if (isCount(change.thread_parts)) {
    world.goOn(post, Number(change.thread_parts))
    return true
  }
  if (isCount(change.answers)) {
    const person = world.users.get(userId(world.seed, "other"))
    world.goOn(post, Number(change.answers), person)
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

/** Posts that an account publishes now, or after each page of its timeline. */
function publish(world: XWorld, change: Change): boolean {
  const { account, new_posts, posts_per_page } = change
  const entry = world.accounts.find(
    (one) => one.account.external_id === account
  )
  if (!entry || !(isCount(new_posts) || isCount(posts_per_page))) {
    return false
  }
  world.publish(entry.account.external_id, Number(new_posts ?? 0))
  if (isCount(posts_per_page)) {
    entry.posts_per_page = Number(posts_per_page)
  }
  return true
}

/** Hits the world's own token of an account and those made in the dialog. */
function setToken(world: XWorld, router: XRouter, change: Change): boolean {
  const id = change.account ?? change.person
  const entry = world.accounts.find(({ account }) => account.external_id === id)
  if (!entry || !TOKEN_STATES.includes(String(change.token))) {
    return false
  }
  const state = change.token as TokenState
  entry.token_state = state
  router.grants.force(entry.account.external_id, state)
  return true
}

/** Applies a change; false when any part of it is unknown. */
export function applyChange(
  world: XWorld,
  router: XRouter,
  change: Change
): boolean {
  if (change.token !== undefined) {
    return setToken(world, router, change)
  }
  if (change.rate !== undefined) {
    return setRate(world, router, change)
  }
  if (change.new_posts !== undefined || change.posts_per_page !== undefined) {
    return publish(world, change)
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
    CHECKS[key as keyof Situation]?.(value)
  )
  if (known) {
    Object.assign(router.situation, Object.fromEntries(entries))
  }
  return known && entries.length > 0
}
