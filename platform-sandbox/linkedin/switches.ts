import { LiAccount, TokenState } from "./model"
import { LiRouter } from "./router"
import { Situation } from "./situation"
import { LiWorld } from "./world"

type Change = Record<string, unknown>

const isCount = (value: unknown): value is number =>
  typeof value === "number" && Number.isInteger(value) && value >= 0

/** Situation switches and what their values must be. */
const CHECKS: Record<keyof Situation, (value: unknown) => boolean> = {
  tier: (value) => value === "development" || value === "standard",
  batch_keys: (value) => value === "encoded" || value === "plain",
  daily_limit: (value) => value === null || isCount(value),
  member_analytics: (value) => ["ok", "403", "404"].includes(String(value)),
  statistics_lag_seconds: isCount,
  versions: (value) => value === null || Array.isArray(value),
}

function setAccount(
  router: LiRouter,
  entry: LiAccount | undefined,
  change: Change
): boolean {
  if (!entry) {
    return false
  }
  const { token, role, daily_limit } = change
  let known = false
  if (["valid", "expired", "revoked"].includes(String(token))) {
    entry.token_state = token as TokenState
    known = true
  }
  if (role === "ADMINISTRATOR" || role === "NONE") {
    entry.role = role
    known = true
  }
  if (isCount(daily_limit)) {
    router.quota.member_limits.set(entry.account.external_id, daily_limit)
    known = true
  }
  if (daily_limit === null) {
    router.quota.member_limits.delete(entry.account.external_id)
    known = true
  }
  return known
}

function setPost(world: LiWorld, change: Change): boolean {
  const post = world.posts.get(String(change.post))
  if (!post) {
    return false
  }
  let known = false
  if (typeof change.deleted === "boolean") {
    post.deleted = change.deleted
    known = true
  }
  if (isCount(change.new_comments)) {
    const now = world.now_ms()
    post.added_comments.push(...Array(change.new_comments).fill(now))
    known = true
  }
  if (isCount(change.insert_per_page)) {
    post.insert_per_page = change.insert_per_page
    known = true
  }
  return known
}

/** Applies a change; false when any part of it is unknown. */
export function applyChange(
  world: LiWorld,
  router: LiRouter,
  change: Change
): boolean {
  if (change.account !== undefined) {
    const entry = world.accounts.find(
      ({ account }) => account.external_id === change.account
    )
    return setAccount(router, entry, change)
  }
  if (change.post !== undefined) {
    return setPost(world, change)
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
