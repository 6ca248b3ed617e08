import {
  type AbstractSocialPlatform,
  hashtagsOf,
  type RetentionRule,
  toArray,
  toRecord,
  toText,
} from "../../../platform-kit"
import { OLDEST } from "../insights/next-sync-at"
import { composeOldInsights, errorsOf, statusOf } from "./compose-old-insights"
import { findPosts, type FoundPost } from "./find-ids"
import { keptComments } from "./kept-comments"
import { type OldComment, readOldComments } from "./old-comments"
import { networksOf } from "./old-names"
import { type OldNumbers, readOldNumbers } from "./old-numbers"
import { fromText, type OldRow, toTime } from "./old-row"
import { stableId } from "./stable-id"

/** What is known when a row is looked at. */
export interface PlanContext {
  /** Names the source in ids: the same table gives the same ids. */
  source: string
  platforms: readonly AbstractSocialPlatform[]
  /** The networks of a row's platform, by its id in the old store. */
  networksOfPlatform: (platformId: string | null) => readonly string[]
  /** What may be kept of a platform, and how long. */
  rulesOf: (platform: string) => readonly RetentionRule[]
  /** The account's id on a network; `null` when nobody knows it. */
  externalIdOf: (platformId: string | null, network: string) => string | null
  now: Date
}

/** A post as it will be stored, but for its account. */
export interface PlannedPost {
  id: string
  platform: string
  platform_post_id: string | null
  status: "draft" | "scheduled" | "posted" | "failed" | "archived"
  caption: string | null
  media_type: string | null
  media: { media_url: string } | null
  hashtags: string[] | null
  mentions: string[] | null
  permalink: string | null
  posted_at: Date | null
  group_id: string | null
  insights: Record<string, unknown>
  sync_status: "success" | "partial" | "failed" | null
  sync_errors: string[] | null
  last_synced_at: Date | null
  next_sync_at: Date | null
  created_at: Date | null
  comments: OldComment[]
  numbers: OldNumbers
  /** Where the id was. */
  place: string | null
}

/** Why a row cannot be taken over. Stable codes. */
export type RowObstacle =
  | "deleted"
  | "no_platform"
  | "not_configured"
  | "unknown_status"
  | "bad_id"
  | "no_id"
  | "duplicate"

export interface RowPlan {
  posts: PlannedPost[]
  problem: { code: RowObstacle; message: string } | null
  comments_as_list: boolean
  /** Comments that the platform's rules do not let anybody keep. */
  comments_left_out: number
}

const STATUS: Readonly<Record<string, PlannedPost["status"]>> = {
  draft: "draft",
  scheduled: "scheduled",
  queued: "scheduled",
  posted: "posted",
  published: "posted",
  success: "posted",
  failed: "failed",
  error: "failed",
  archived: "archived",
}

/** Turns one old row into its posts, or into a reason. Pure. */
export function planRow(row: OldRow, context: PlanContext): RowPlan {
  const refuse = (code: RowObstacle, message: string): RowPlan => ({
    posts: [],
    problem: { code, message },
    comments_as_list: false,
    comments_left_out: 0,
  })
  if (row.deleted) {
    return refuse("deleted", "It was deleted in the old store.")
  }
  const status = STATUS[row.status?.trim().toLowerCase() ?? "posted"]
  if (!status) {
    return refuse(
      "unknown_status",
      `Its status "${row.status}" is not known. Known: ${Object.keys(STATUS).join(", ")}.`
    )
  }
  const configured = context.platforms.map(({ profile }) => profile.identifier)
  const named = [
    ...new Set([
      ...context.networksOfPlatform(row.platform_id),
      ...networksOf(row.platform, configured),
    ]),
  ]
  const { posts: found, bad } = findPosts(
    row,
    context.platforms,
    named,
    (network) => context.externalIdOf(row.platform_id, network)
  )
  const known = named.filter((network) => configured.includes(network))
  const wanted = wantedPosts(status, found, known)
  if (wanted.length > 0) {
    return planPosts(row, status, wanted, context)
  }
  if (bad.length > 0) {
    return refuse("bad_id", bad[0] as string)
  }
  if (known.length > 0) {
    return refuse(
      "no_id",
      "It was posted, but neither its id nor its address on the platform is anywhere in the row."
    )
  }
  return named.length > 0
    ? refuse(
        "not_configured",
        `Its platform ${named.join(", ")} is not configured in this store. Add it to the plugin's providers.`
      )
    : refuse("no_platform", "No platform and no post id say where it belongs.")
}

/** Posts with an id; without any, what the row names and the status allows. */
function wantedPosts(
  status: PlannedPost["status"],
  found: readonly FoundPost[],
  named: readonly string[]
): FoundPost[] {
  const withId = found.filter(({ id }) => id !== null)
  if (withId.length > 0) {
    return withId
  }
  if (found.length > 0) {
    return [...found]
  }
  return status === "posted" || status === "archived"
    ? []
    : named.map((platform) => ({
        platform,
        id: null,
        place: "none",
        permalink: null,
      }))
}

function planPosts(
  row: OldRow,
  status: PlannedPost["status"],
  found: readonly FoundPost[],
  context: PlanContext
): RowPlan {
  const { insights: old } = row
  const profiles = context.platforms.map(({ profile }) => profile)
  const comments = readOldComments(old)
  const synced = networksOf(toText(old.platform))
  const owner =
    found.length === 1
      ? found[0]?.platform
      : found.find(({ platform }) => synced.includes(platform))?.platform
  const readAt = toTime(old.last_synced_at)
  const at = readAt ?? row.updated_at ?? row.created_at
  const failed = statusOf(old) === "failed"
  let leftOut = 0
  const posts = found.flatMap<PlannedPost>(
    ({ platform, id, permalink, place }) => {
      const profile = profiles.find((one) => one.identifier === platform)
      if (!profile) {
        return []
      }
      const owns = platform === owner
      const numbers = readOldNumbers(old, profile, comments, {
        at,
        failed,
        owns,
      })
      const kept = owns
        ? keptComments(
            comments.comments,
            context.rulesOf(platform),
            at,
            context.now
          )
        : []
      leftOut += owns ? comments.comments.length - kept.length : 0
      const posted_at =
        row.posted_at ??
        toTime(old.created_time ?? old.timestamp) ??
        (status === "scheduled" ? row.scheduled_at : null)
      const caption = row.caption ?? toText(old.caption)
      const tags = texts(row.hashtags)
      return {
        id: stableId("spost", context.source, row.id, platform),
        platform,
        platform_post_id: id,
        status,
        caption,
        media_type: row.media_type ?? (owns ? toText(old.media_type) : null),
        media: mediaOf(row.media),
        hashtags: tags.length > 0 ? tags : hashtagsOf(caption),
        mentions: texts(row.mentions),
        permalink,
        posted_at,
        group_id:
          found.length > 1 ? stableId("sgroup", context.source, row.id) : null,
        insights: composeOldInsights({
          old,
          profile,
          profiles,
          id,
          permalink,
          owns,
          numbers,
          comments: kept,
          at: readAt,
        }),
        sync_status: owns ? statusOf(old) : null,
        sync_errors: owns && statusOf(old) ? errorsOf(old) : null,
        last_synced_at: owns ? readAt : null,
        next_sync_at: dueAt(status, id, posted_at, context.now),
        created_at: row.created_at,
        comments: kept,
        numbers,
        place: id ? place : null,
      }
    }
  )
  return {
    posts,
    problem: null,
    comments_as_list: comments.as_list,
    comments_left_out: leftOut,
  }
}

/** Posts that are still read by themselves are read as soon as they can be. */
function dueAt(
  status: PlannedPost["status"],
  id: string | null,
  postedAt: Date | null,
  now: Date
): Date | null {
  const age = now.getTime() - (postedAt ?? now).getTime()
  return status === "posted" && id && age < OLDEST ? now : null
}

/** Texts of a list, or of a text with commas; without `#` and `@`. */
function texts(value: unknown): string[] {
  const list =
    typeof value === "string" ? value.split(/[\s,]+/) : toArray(value)
  return list
    .flatMap((entry) => toText(entry) ?? toText(toRecord(entry)?.name) ?? [])
    .map((entry) => entry.trim().replace(/^[#@]/, ""))
    .filter(Boolean)
}

/** The first picture or video among what was published. */
function mediaOf(value: unknown): { media_url: string } | null {
  const entries = typeof value === "string" ? [value] : toArray(fromText(value))
  for (const entry of entries) {
    const url = toText(entry) ?? toText(toRecord(entry)?.url)
    if (url && /^https?:\/\//.test(url)) {
      return { media_url: url }
    }
  }
  return null
}
