import {
  ofOnePart,
  PlatformError,
  type PlatformPost,
  type PostProblem,
  type PostResult,
} from "../../platform-kit"
import type { BatchEntry } from "./batch-answer"
import { toDetails } from "./map-details"
import { mapOrganizationPost } from "./map-organization"
import type { LinkedInPost, SocialMetadata, Statistics } from "./schemas"

/** The answers about one post of a page; `null` is "not asked" or "left out". */
export interface PostAnswers {
  statistics: Statistics | null
  metadata: BatchEntry<SocialMetadata> | null
  details: BatchEntry<LinkedInPost> | null
  permalink: string
}

/**
 * Decides what became of a page's post. Statistics alone do not tell a deleted
 * post from a quiet one: the post itself is the judge of that. Pure.
 */
export function judgePost(
  post: PlatformPost,
  { statistics, metadata, details, permalink }: PostAnswers,
  now: Date
): PostResult {
  const counters = valueOf(metadata)
  const seen = valueOf(details)
  if (!statistics && !counters && !seen) {
    const verdict = verdictOf(errorOf(metadata), errorOf(details))
    if (verdict) {
      return {
        post,
        insights: null,
        problems: [{ part: "Post", error: verdict }],
      }
    }
  }
  const insights = mapOrganizationPost(
    post,
    {
      statistics,
      metadata: counters,
      exists: counters !== null || seen !== null,
      posted_at: post.posted_at ?? seen?.posted_at ?? null,
      media_type: seen?.media_type ?? post.media_type,
    },
    now
  )
  insights.details = { permalink, ...(seen && toDetails(seen)) }
  return { post, insights, problems: problemsOf(errorOf(metadata)) }
}

/**
 * The post's own error where the answers agree that it cannot be read; `null`
 * when nothing is known, which is no failure.
 */
function verdictOf(
  metadata: PlatformError | null,
  details: PlatformError | null
): PlatformError | null {
  if (details) {
    const closed = details.kind === "permission" && details.scope !== "post"
    if (!closed && details.kind !== "invalid") {
      return ofOnePart(details)
    }
  }
  // Without the right to read the post, the counters' word has to do.
  return metadata?.kind === "gone" ? metadata : null
}

/** Reactions that could not be read; a post without any says 404 there. */
function problemsOf(error: PlatformError | null): PostProblem[] {
  return error && error.kind !== "gone"
    ? [{ part: "Insights metrics", error: ofOnePart(error) }]
    : []
}

function valueOf<T>(entry: BatchEntry<T> | null): T | null {
  return PlatformError.is(entry) ? null : entry
}

function errorOf<T>(entry: BatchEntry<T> | null): PlatformError | null {
  return PlatformError.is(entry) ? entry : null
}
