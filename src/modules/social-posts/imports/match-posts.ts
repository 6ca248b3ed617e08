import type { AbstractSocialPlatform, ListedPost } from "../../../platform-kit"
import { findPostId } from "../insights/find-post-id"
import { permalinkKey } from "./permalink-key"

/** What of a stored post tells which one it is. */
export interface KnownPost {
  id: string
  platform_post_id: string | null
  permalink: string | null
  insights: Record<string, unknown>
  /** When it was seen in a list under the id it has. */
  listed_at: Date | null
}

export interface MatchedPost<T extends KnownPost> {
  listed: ListedPost
  /** The row that stands for it already; `null` for a new post. */
  known: T | null
}

/**
 * Finds the stored post of each listed one: by its id, by another id the
 * platform knows it by, by its address, and for rows without an id by what
 * publishers left in `insights`. A row stands for one post only. Pure.
 */
export function matchPosts<T extends KnownPost>(
  listed: readonly ListedPost[],
  known: readonly T[],
  platform: AbstractSocialPlatform,
  accountExternalId: string
): MatchedPost<T>[] {
  const free = new Set(known)
  const found = new Map<ListedPost, T>()
  const take = (
    keysOf: (post: ListedPost) => string[],
    rows: Map<string, T>
  ) => {
    for (const post of listed) {
      const row = found.has(post)
        ? undefined
        : keysOf(post)
            .map((key) => rows.get(key))
            .find((one) => one && free.has(one))
      if (row) {
        found.set(post, row)
        free.delete(row)
      }
    }
  }
  // Each round over all posts first: a sure match must not lose its row.
  const byId = indexed(known, ({ platform_post_id }) => platform_post_id)
  take(({ platform_post_id }) => [platform_post_id], byId)
  take(({ other_ids }) => other_ids ?? [], byId)
  const idsOf = ({ platform_post_id, other_ids }: ListedPost) => [
    platform_post_id,
    ...(other_ids ?? []),
  ]
  const hidden = (row: T) => hiddenId(row, platform, accountExternalId)
  take(idsOf, indexed([...free].filter(isNameless), hidden))
  take(
    ({ details }) => keysOfAddress(details.permalink ?? null),
    indexed([...free].filter(isUnproven), addressOf)
  )
  return listed.map((post) => ({
    listed: post,
    known: found.get(post) ?? null,
  }))
}

const isNameless = ({ platform_post_id }: KnownPost) =>
  platform_post_id === null

/** A row that was listed under its own id is no other post. */
const isUnproven = ({ platform_post_id, listed_at }: KnownPost) =>
  platform_post_id === null || listed_at === null

const keysOfAddress = (permalink: string | null) => {
  const key = permalinkKey(permalink)
  return key === null ? [] : [key]
}

function addressOf({ permalink, insights }: KnownPost): string | null {
  const other = insights.permalink
  return permalinkKey(permalink ?? (typeof other === "string" ? other : null))
}

/** An id of another shape is none of this platform. */
function hiddenId(
  row: KnownPost,
  platform: AbstractSocialPlatform,
  accountExternalId: string
): string | null {
  try {
    return findPostId(row, platform, accountExternalId)
  } catch {
    return null
  }
}

/** The first row of each key. */
function indexed<T>(
  rows: readonly T[],
  keyOf: (row: T) => string | null
): Map<string, T> {
  const index = new Map<string, T>()
  for (const row of rows) {
    const key = keyOf(row)
    if (key !== null && !index.has(key)) {
      index.set(key, row)
    }
  }
  return index
}
