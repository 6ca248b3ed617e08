import {
  computeEngagement,
  type PlatformProfile,
  toArray,
  toText,
} from "../../../platform-kit"
import { syncedKeys } from "../insights/synced-keys"
import { KEYS_OF_ONE } from "./old-names"
import type { OldComment } from "./old-comments"
import type { OldNumbers } from "./old-numbers"

/** What goes into the `insights` of a post that is taken over. */
export interface OldInsightsParts {
  old: Record<string, unknown>
  profile: PlatformProfile
  /** Profiles of all platforms: what syncs write is told from what others did. */
  profiles: readonly PlatformProfile[]
  id: string | null
  permalink: string | null
  /** What was read at the top of `old` is of this network. */
  owns: boolean
  numbers: OldNumbers
  comments: readonly OldComment[]
  at: Date | null
}

/** How many comments `insights.comments_data` shows. */
const COMMENTS_SHOWN = 100

/**
 * The new `insights`: keys of others as they were, numbers with reasons for
 * those that are unknown, rates computed anew. Pure.
 */
export function composeOldInsights(
  parts: OldInsightsParts
): Record<string, unknown> {
  const { old, profile, numbers, owns, id, permalink, at } = parts
  const { metrics, unavailable } = numbers
  const hasNumbers = Object.keys(metrics).length > 0
  const status = statusOf(old)
  return {
    ...foreignKeys(parts),
    ...(profile.insights_block in old && {
      [profile.insights_block]: old[profile.insights_block],
    }),
    platform: profile.identifier,
    ...(id && { platform_post_id: id }),
    ...(permalink && { permalink }),
    ...metrics,
    ...(hasNumbers && {
      ...computeEngagement(metrics, profile.engagement_rate_basis),
      unavailable,
    }),
    ...(parts.comments.length > 0 && {
      comments_data: shownComments(parts.comments),
    }),
    ...(owns && at && { last_synced_at: at.toISOString() }),
    ...(owns && status && { sync_status: status, sync_errors: errorsOf(old) }),
  }
}

/** The state of the last sync as this module knows it. */
export function statusOf(
  old: Record<string, unknown>
): "success" | "partial" | "failed" | null {
  const status = toText(old.sync_status)
  return status === "success" || status === "partial" || status === "failed"
    ? status
    : null
}

/** The problems of the last sync. */
export const errorsOf = ({ sync_errors }: Record<string, unknown>): string[] =>
  toArray(sync_errors).filter((one) => typeof one === "string")

function foreignKeys({
  old,
  owns,
  profile,
  profiles,
}: OldInsightsParts): Record<string, unknown> {
  const synced = new Set(profiles.flatMap(syncedKeys))
  return Object.fromEntries(
    Object.entries(old).filter(([key]) => {
      const only = KEYS_OF_ONE[key]
      return only
        ? only === profile.identifier || owns
        : key === "media_type"
          ? owns
          : !synced.has(key)
    })
  )
}

/** The newest first, as a sync leaves them. */
function shownComments(comments: readonly OldComment[]) {
  return [...comments]
    .sort(
      (one, other) =>
        (other.created_at?.getTime() ?? 0) - (one.created_at?.getTime() ?? 0)
    )
    .slice(0, COMMENTS_SHOWN)
    .map(({ id, parent_id, author_id, author_name, ...comment }) => ({
      ...(id && { id }),
      ...(parent_id && { parent_id }),
      text: comment.text,
      from:
        author_id || author_name ? { id: author_id, name: author_name } : null,
      created_time: comment.created_at?.toISOString() ?? null,
      like_count: comment.like_count,
    }))
}
