import type { ListedPost } from "../../../platform-kit"
import { knownMetrics } from "../insights/compose-insights"
import type { PostReadout } from "../insights/post-readout"
import type { ImportProblem, ImportRow } from "../types/imports"
import type { ImportMatch } from "./choose-posts"

/** A post as a sync would have claimed it. */
export function toReadout(
  { listed, known }: ImportMatch,
  walk: ImportRow,
  id: string,
  currentId: string | null
): PostReadout {
  const { details, platform_post_id, reading, problems } = listed
  const before = known ?? {
    account_id: walk.account_id,
    platform: walk.platform,
    permalink: details.permalink ?? null,
    media_type: details.media_type ?? null,
    media_product_type: details.media_product_type ?? null,
    posted_at: details.posted_at ?? null,
    insights_blocked: null,
    gone_since: null,
    unchanged_readings: 0,
    insights: {},
    comments_due_at: null,
    expires_at: null,
  }
  return {
    post: {
      ...before,
      id,
      platform_post_id: currentId ?? platform_post_id,
      expires_at: listed.expires_at ?? before.expires_at,
    },
    platform_post_id: currentId ?? platform_post_id,
    reading: reading && {
      ...reading,
      details: { ...details, ...reading.details },
    },
    problems,
    comments: null,
  }
}

/** The next sync reads comments when their number has changed; now it may not see that any more. */
export function hasOtherComments({ listed, known }: ImportMatch): boolean {
  const count = listed.reading?.metrics.comments
  const before = known && knownMetrics(known.insights).comments
  return (
    typeof count === "number" && typeof before === "number" && count !== before
  )
}

/** Each post of a page once. */
export function distinct(posts: readonly ListedPost[]): ListedPost[] {
  const byId = new Map<string, ListedPost>()
  for (const post of posts) {
    const first = byId.get(post.platform_post_id)
    if (!first || (!first.reading && post.reading)) {
      byId.set(post.platform_post_id, post)
    }
  }
  return [...byId.values()]
}

/** How far back a page goes: its last post, not the oldest, which may be pinned. */
export function lastTimeOf(taken: readonly ImportMatch[]): Date | null {
  const last = taken.findLast(({ listed }) => listed.details.posted_at)
  return last?.listed.details.posted_at ?? null
}

export function notStored(
  post: ListedPost | undefined,
  { code }: { code: string }
): ImportProblem {
  return {
    code: "not_stored",
    message: `What the platform answered could not be stored (database error ${code}).`,
    ...(post && { platform_post_id: post.platform_post_id }),
  }
}
