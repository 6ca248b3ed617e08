import {
  definitionsFor,
  inParallel,
  type MetricDefinition,
  type PlatformCall,
  PlatformError,
  type PlatformPost,
  type PostResult,
  stopsAccount,
} from "../../platform-kit"
import type { LinkedInClient } from "./client"
import { UNKNOWN_ADDRESS } from "./errors"
import { isVideo } from "./map-organization"
import { mapMemberPost, type MemberAnswers } from "./map-member"
import { MEMBER_METRICS } from "./metrics"
import { isShare } from "./post-id"
import { linkedinProfile } from "./profile"
import type { LinkedInReader } from "./read-organization"
import { queryOf, recordOf } from "./restli"
import { readCount } from "./schemas"

const VERDICT = { host: "rest", product: "member" }

/**
 * Reads posts of a person: one metric of one post per call. The posts
 * themselves cannot be read; a deleted one merely has no data.
 */
export async function* readMember(
  reader: LinkedInReader,
  call: PlatformCall,
  posts: readonly PlatformPost[]
): AsyncGenerator<PostResult> {
  let stopped: PlatformError | null = null
  const read = async (post: PlatformPost): Promise<PostResult> => {
    if (stopped) {
      return failed(post, stopped)
    }
    const answers = await readMetrics(reader, call, post)
    const { error } = answers
    if (error && stopsAccount(error)) {
      stopped = error
    }
    if (error && answers.counts.size === 0) {
      return failed(post, error)
    }
    const insights = mapMemberPost(post, answers)
    insights.details = { permalink: reader.permalinkOf(post.platform_post_id) }
    return {
      post,
      insights,
      problems: error ? [{ part: "Insights metrics", error }] : [],
    }
  }
  yield* inParallel(posts, linkedinProfile.parallel_calls, read)
}

/** Asks metric after metric, until an error concerns more than one metric. */
async function readMetrics(
  reader: LinkedInReader,
  call: PlatformCall,
  post: PlatformPost
): Promise<MemberAnswers> {
  const table = isVideo(post.media_type)
    ? MEMBER_METRICS.VIDEO
    : MEMBER_METRICS.POST
  const wanted = definitionsFor([...table.core, ...table.optional], {
    host: VERDICT.host,
    on: reader.client.versionDate,
    depth: call.depth,
  })
  const answers: MemberAnswers = {
    table,
    counts: new Map(),
    refused: [],
    error: null,
  }
  for (const definition of wanted) {
    const { name } = definition
    if (call.verdicts.isRefused(VERDICT.host, VERDICT.product, name)) {
      answers.refused.push(definition)
      continue
    }
    try {
      const count = await readMetric(reader, call, post, definition)
      answers.counts.set(name, count)
    } catch (thrown) {
      const error = PlatformError.from(thrown)
      const core = table.core.some((one) => one.name === name)
      if (core || !isRefusal(error)) {
        return { ...answers, error: ofAnalytics(error) }
      }
      call.verdicts.refuse(VERDICT.host, VERDICT.product, name)
      answers.refused.push(definition)
    }
  }
  return answers
}

/**
 * One number of one post.
 * https://learn.microsoft.com/en-us/linkedin/marketing/community-management/members/post-statistics
 */
async function readMetric(
  { client }: LinkedInReader,
  call: PlatformCall,
  { platform_post_id: urn }: PlatformPost,
  { name }: MetricDefinition
): Promise<number | null> {
  const resource = name.startsWith("VIDEO_")
    ? "memberCreatorVideoAnalytics"
    : "memberCreatorPostAnalytics"
  const body = await client.get(call, {
    endpoint: `GET /rest/${resource}`,
    path: `/rest/${resource}`,
    method: "FINDER",
    query: queryOf([
      ["q", "entity"],
      // The key of a ugcPost is `ugc` in most working code (unverified).
      ["entity", recordOf(isShare(urn) ? "share" : "ugc", urn)],
      ["queryType", name],
      ["aggregation", "TOTAL"],
    ]),
  })
  return readCount(body)
}

/** An optional metric that this app or version does not get. */
function isRefusal({ kind, scope }: PlatformError): boolean {
  return (
    (kind === "invalid" && scope === "post") ||
    kind === "gone" ||
    kind === "permission"
  )
}

/** Apps of the Development tier get 403 or 404 for the endpoint itself. */
function ofAnalytics(error: PlatformError): PlatformError {
  const closed = error.code === UNKNOWN_ADDRESS
  const missing = closed || error.kind === "gone"
  if (!missing && error.kind !== "permission") {
    return error
  }
  return new PlatformError({
    kind: missing ? "unsupported_metric" : "permission",
    scope: missing && !closed ? "post" : "account",
    code: "member_analytics",
    message: missing
      ? "LinkedIn has no analytics of this post for the app. The app may still be in the Development tier; ask LinkedIn for access to member post analytics."
      : "Permission denied: LinkedIn does not give the app analytics of a person's posts. Reconnect the account and grant r_member_postAnalytics; apps of the Development tier may not get it.",
    ...(!missing && { missing_scope: "r_member_postAnalytics" }),
    cause: error,
  })
}

function failed(post: PlatformPost, error: PlatformError): PostResult {
  return { post, insights: null, problems: [{ part: "Post", error }] }
}

/**
 * Whether the token may read numbers of its member's posts: asks for the total
 * over all posts.
 * @throws PlatformError `auth`, `permission`
 */
export async function checkMemberAccess(
  client: LinkedInClient,
  call: PlatformCall
): Promise<void> {
  await client.get(call, {
    endpoint: "GET /rest/memberCreatorPostAnalytics",
    path: "/rest/memberCreatorPostAnalytics",
    method: "FINDER",
    query: queryOf([
      ["q", "me"],
      ["queryType", "IMPRESSION"],
      ["aggregation", "TOTAL"],
    ]),
  })
}
