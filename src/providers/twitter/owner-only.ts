import {
  type PlatformCall,
  PlatformError,
  type PlatformPost,
} from "../../platform-kit"
import type { XClient } from "./client"
import { type FoundPost, findPosts } from "./find-posts"
import { OWNER_ONLY_DAYS } from "./metrics"
import { readXAnswer } from "./schemas"
import { tokenScope } from "./usage"

/**
 * What is known of a post's owner-only numbers:
 * - `read`: they were asked for and may be in `found`
 * - `refused`: X gives them to the author only
 * - `closed`: the post is too old
 * - `kept`: nothing was learned; what is stored stays, `error` says why
 */
export type OwnerOnly =
  | { state: "read"; found: FoundPost }
  | { state: "refused" | "closed" }
  | { state: "kept"; error: PlatformError | null }

const DAY_MS = 24 * 60 * 60 * 1000
const VERDICT = { host: "owner_only", metric: "*" }

const FIELDS = ["attachments", "non_public_metrics", "organic_metrics"]

/**
 * Whether a post's owner-only numbers can be asked for. Foreign or old posts
 * in the question would flood the answer with errors and may drop out of it.
 */
export function ownerOnlyState(
  call: PlatformCall,
  post: PlatformPost,
  posted_at: Date | null,
  author_id: string | null
): "ask" | "refused" | "closed" | "kept" {
  const foreign = author_id !== null && author_id !== call.account.external_id
  const { host, metric } = VERDICT
  const knownForeign =
    // A person who waits for this post gets another try.
    call.depth === "bulk" &&
    call.verdicts.isRefused(host, post.platform_post_id, metric)
  if (tokenScope(call) === "app" || foreign || knownForeign) {
    return "refused"
  }
  if (!posted_at) {
    return "kept"
  }
  const days = (call.now().getTime() - posted_at.getTime()) / DAY_MS
  return days < OWNER_ONLY_DAYS ? "ask" : "closed"
}

/**
 * Reads owner-only numbers of own, young posts. Never throws: without them the
 * public numbers still count.
 * https://docs.x.com/x-api/fundamentals/metrics
 */
export async function readOwnerOnly(
  client: XClient,
  call: PlatformCall,
  posts: readonly PlatformPost[]
): Promise<Map<string, OwnerOnly>> {
  if (posts.length === 0) {
    return new Map()
  }
  try {
    const ids = posts.map(({ platform_post_id }) => platform_post_id)
    const body = await client.getPosts(call, ({ fields_param }) => ({
      path: "tweets",
      params: {
        ids: ids.join(","),
        [fields_param]: FIELDS.join(","),
        expansions: "attachments.media_keys",
        "media.fields": "non_public_metrics,type",
      },
    }))
    const found = findPosts(readXAnswer(body), posts)
    return new Map(
      posts.map((post) => [post.id, judge(call, post, found.get(post.id))])
    )
  } catch (thrown) {
    const state = withoutAnswer(PlatformError.from(thrown))
    return new Map(posts.map((post) => [post.id, state]))
  }
}

function judge(
  call: PlatformCall,
  post: PlatformPost,
  found: FoundPost | undefined
): OwnerOnly {
  const counters = found?.item?.counters
  if (found && (counters?.non_public_metrics || counters?.organic_metrics)) {
    return { state: "read", found }
  }
  if (found?.problems.some(isFieldRefusal)) {
    call.verdicts.refuse(VERDICT.host, post.platform_post_id, VERDICT.metric)
    return { state: "refused" }
  }
  // Deleted, hidden or left out: the public answer says which.
  const answered = found?.item && found.problems.length === 0
  return answered ? { state: "read", found } : { state: "kept", error: null }
}

function isFieldRefusal({ type }: FoundPost["problems"][number]): boolean {
  return type === "not-authorized-for-field" || type === "field-unauthorized"
}

function withoutAnswer(error: PlatformError): OwnerOnly {
  const refused =
    error.kind === "permission" || error.code === "unsupported-authentication"
  return refused ? { state: "refused" } : { state: "kept", error }
}
