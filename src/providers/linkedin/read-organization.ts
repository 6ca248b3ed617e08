import {
  type BatchPart,
  inBatches,
  inParallel,
  isolate,
  type PlatformCall,
  PlatformError,
  type PlatformPost,
  type PostResult,
  stopsAccount,
} from "../../platform-kit"
import type { BatchEntry } from "./batch-answer"
import type { LinkedInClient } from "./client"
import { EntityReader } from "./entity-reader"
import { judgePost } from "./judge-post"
import { linkedinProfile, STATISTICS_BATCH } from "./profile"
import { POSTS, SOCIAL_METADATA } from "./resources"
import type { LinkedInPost, SocialMetadata, Statistics } from "./schemas"
import { fetchStatistics } from "./share-statistics"
import { readVideoViews } from "./video-views"

export interface LinkedInReader {
  client: LinkedInClient
  permalinkOf(urn: string): string
  max_single_reads: number
}

type Answer = Map<string, Statistics>

/** Everything one batch of posts was answered. */
interface Answered {
  parts: BatchPart<PlatformPost, Answer>[]
  metadata: Map<string, BatchEntry<SocialMetadata>>
  details: Map<string, BatchEntry<LinkedInPost>>
}

/**
 * Reads a batch of a page's posts.
 *
 * @param seen what is known of the posts themselves, which then are not asked for
 */
export type ReadBatch = (
  posts: readonly PlatformPost[],
  seen?: ReadonlyMap<string, LinkedInPost>
) => Promise<PostResult[]>

/** Reads posts of a page: statistics, with reactions by type beside them. */
export async function* readOrganization(
  reader: LinkedInReader,
  call: PlatformCall,
  posts: readonly PlatformPost[]
): AsyncGenerator<PostResult> {
  const batches = inBatches(posts, STATISTICS_BATCH)
  const limit = linkedinProfile.parallel_calls
  const read = batchReader(reader, call)
  for await (const results of inParallel(batches, limit, read)) {
    yield* results
  }
}

/** Reads batch after batch; what was learned of refusals holds for all of them. */
export function batchReader(
  reader: LinkedInReader,
  call: PlatformCall
): ReadBatch {
  const { client } = reader
  const singles = { left: reader.max_single_reads }
  const metadata = new EntityReader(client, call, SOCIAL_METADATA, singles)
  const details = new EntityReader(client, call, POSTS, singles)
  const budget = { left: 120 }
  let stopped: PlatformError | null = null

  return async (posts, known = new Map()) => {
    if (stopped) {
      return failedAll(posts, stopped)
    }
    const urns = posts.map(({ platform_post_id }) => platform_post_id)
    const ask = (some: PlatformPost[]) => fetchStatistics(client, call, some)
    // In bulk the post itself is only asked for where silence is unclear.
    const wanted = call.depth === "single" ? urns : []
    const [parts, counters, read] = await Promise.all([
      isolate(posts, ask, budget),
      metadata.read(urns),
      details.read(wanted.filter((urn) => !known.has(urn))),
    ])
    const seen = new Map<string, BatchEntry<LinkedInPost>>([...known, ...read])
    stopped ??=
      parts.find(({ error }) => error && stopsAccount(error))?.error ?? null
    if (call.depth === "bulk") {
      const answered = { parts, metadata: counters, details: seen }
      const unclear = unclearIn(answered).filter((urn) => !seen.has(urn))
      const more = await details.read(unclear)
      more.forEach((entry, urn) => seen.set(urn, entry))
    }
    const results = judgeAll(reader, call, {
      parts,
      metadata: counters,
      details: seen,
    })
    return call.depth === "single"
      ? Promise.all(results.map((one) => readVideoViews(client, call, one)))
      : results
  }
}

/**
 * Posts that are missing in the statistics and not seen elsewhere, or whose
 * age decides and is not known.
 */
function unclearIn({ parts, metadata }: Answered): string[] {
  return parts.flatMap(({ items, answer }) =>
    items
      .filter(({ platform_post_id: urn, posted_at }) => {
        const entry = metadata.get(urn)
        const seen = entry !== undefined && !PlatformError.is(entry)
        return answer && !answer.has(urn) && (!seen || !posted_at)
      })
      .map(({ platform_post_id }) => platform_post_id)
  )
}

function judgeAll(
  { permalinkOf }: LinkedInReader,
  call: PlatformCall,
  { parts, metadata, details }: Answered
): PostResult[] {
  return parts.flatMap(({ items, answer, error }) =>
    error
      ? failedAll(items, error)
      : items.map((post) => {
          const urn = post.platform_post_id
          return judgePost(
            post,
            {
              statistics: answer.get(urn) ?? null,
              metadata: metadata.get(urn) ?? null,
              details: details.get(urn) ?? null,
              permalink: permalinkOf(urn),
            },
            call.now()
          )
        })
  )
}

function failedAll(
  posts: readonly PlatformPost[],
  error: PlatformError
): PostResult[] {
  return posts.map((post) => ({
    post,
    insights: null,
    problems: [{ part: "Post", error }],
  }))
}
