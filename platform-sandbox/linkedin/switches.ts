import { isRedirectList } from "../core/oauth"
import {
  LiAccount,
  LIFECYCLES,
  PAGE_ROLES,
  PageRole,
  TokenState,
} from "./model"
import { LiRouter } from "./router"
import { Situation } from "./situation"
import { LiWorld } from "./world"

type Change = Record<string, unknown>

const isCount = (value: unknown): value is number =>
  typeof value === "number" && Number.isInteger(value) && value >= 0

const isOneOf = <T extends string>(
  list: readonly T[],
  value: unknown
): value is T => list.includes(value as T)

/** Situation switches and what their values must be. */
const CHECKS: Record<keyof Situation, (value: unknown) => boolean> = {
  tier: (value) => value === "development" || value === "standard",
  batch_keys: (value) => value === "encoded" || value === "plain",
  daily_limit: (value) => value === null || isCount(value),
  member_analytics: (value) => ["ok", "403", "404"].includes(String(value)),
  statistics_lag_seconds: isCount,
  versions: (value) => value === null || Array.isArray(value),
  redirect_uris: isRedirectList,
  approved_scopes: (value) =>
    Array.isArray(value) && value.every((one) => typeof one === "string"),
  refresh_tokens: (value) => typeof value === "boolean",
  acl_key: (value) =>
    value === "organization" || value === "organizationTarget",
  list_totals: (value) => typeof value === "boolean",
}

/** For the page's own token and for every member who is listed on the page. */
function setRole(world: LiWorld, entry: LiAccount, role: PageRole): void {
  entry.role = role
  for (const page of world.people.flatMap(({ pages }) => pages)) {
    if (page.organization === entry.account.external_id) {
      page.role = role
    }
  }
}

/**
 * Changes an account, a member, or both when they are the same. A page has no
 * tokens from the dialog: those are its members'.
 */
function setOwner(world: LiWorld, router: LiRouter, change: Change): boolean {
  const id = String(change.account ?? change.person)
  const entry = world.accounts.find(({ account }) => account.external_id === id)
  if (!entry && !world.person(id)) {
    return false
  }
  const { token, role, daily_limit, new_posts, posts_per_page } = change
  let known = false
  if (entry && isCount(new_posts)) {
    world.publish(id, new_posts)
    known = true
  }
  if (entry && isCount(posts_per_page)) {
    entry.posts_per_page = posts_per_page
    known = true
  }
  if (["valid", "expired", "revoked"].includes(String(token))) {
    if (entry) {
      entry.token_state = token as TokenState
    }
    router.grants.force(id, token as TokenState)
    known = true
  }
  if (entry && PAGE_ROLES.includes(role as PageRole)) {
    setRole(world, entry, role as PageRole)
    known = true
  }
  if (isCount(daily_limit)) {
    router.quota.member_limits.set(id, daily_limit)
    known = true
  }
  if (daily_limit === null) {
    router.quota.member_limits.delete(id)
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
  if (isOneOf(LIFECYCLES, change.lifecycle)) {
    post.lifecycle = change.lifecycle
    known = true
  }
  if (typeof change.text === "string") {
    post.text = change.text
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
  if (change.account !== undefined || change.person !== undefined) {
    return setOwner(world, router, change)
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
