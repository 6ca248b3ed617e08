import {
  inBatches,
  type PlatformCall,
  PlatformError,
  type PlatformPost,
  type PostProblem,
  type PostResult,
  readInBatches,
} from "../../platform-kit"
import { itemError } from "./classify"
import type { XClient } from "./client"
import type { Conversations } from "./conversations"
import { type FoundPost, findPosts } from "./find-posts"
import { mapPost } from "./map-post"
import { type OwnerOnly, ownerOnlyState, readOwnerOnly } from "./owner-only"
import { isPostId, notAPostId } from "./post-id"
import { LOOKUP_BATCH, twitterProfile } from "./profile"
import { readXAnswer } from "./schemas"

export interface XReader {
  client: XClient
  conversations: Conversations
  permalinkOf(postId: string): string
}

/** Reads posts, a hundred per call, and owner-only numbers in a call beside it. */
export async function* readInsights(
  reader: XReader,
  call: PlatformCall,
  posts: readonly PlatformPost[]
): AsyncGenerator<PostResult> {
  // One malformed id would cost the whole batch.
  const askable: PlatformPost[] = []
  for (const post of posts) {
    if (isPostId(post.platform_post_id)) {
      askable.push(post)
    } else {
      yield failed(post, notAPostId(post.platform_post_id))
    }
  }
  const parts = readInBatches(
    inBatches(askable, LOOKUP_BATCH),
    twitterProfile.parallel_calls,
    (batch) => readBatch(reader, call, batch)
  )
  for await (const { items, answer, error } of parts) {
    yield* answer ?? items.map((post) => failed(post, error))
  }
}

async function readBatch(
  reader: XReader,
  call: PlatformCall,
  posts: PlatformPost[]
): Promise<PostResult[]> {
  const { client, conversations } = reader
  // With every age known both calls can run at once.
  const early = posts.every(({ posted_at }) => posted_at !== null)
    ? readOwnerOnly(client, call, askedNow(call, posts, new Map()))
    : null
  const [found, answered] = await Promise.all([
    readPublic(client, call, posts),
    early,
  ])
  const ownerOnly =
    answered ??
    (await readOwnerOnly(client, call, askedNow(call, posts, found)))
  for (const { item } of found.values()) {
    if (item?.conversation_id && item.history.includes(item.conversation_id)) {
      conversations.remember(item.id, item.conversation_id)
    }
  }
  return posts.map((post) =>
    toResult(reader, call, post, found.get(post.id), ownerOnly.get(post.id))
  )
}

/** Public numbers. https://docs.x.com/x-api/posts/lookup/introduction */
async function readPublic(
  client: XClient,
  call: PlatformCall,
  posts: readonly PlatformPost[]
): Promise<Map<string, FoundPost>> {
  const ids = posts.map(({ platform_post_id }) => platform_post_id)
  const body = await client.getPosts(
    call,
    ({ fields_param, lookup_fields }) => ({
      path: "tweets",
      params: {
        ids: ids.join(","),
        [fields_param]: lookup_fields.join(","),
        expansions: "attachments.media_keys",
        "media.fields": "preview_image_url,public_metrics,type,url",
      },
    })
  )
  return findPosts(readXAnswer(body), posts)
}

function askedNow(
  call: PlatformCall,
  posts: readonly PlatformPost[],
  found: ReadonlyMap<string, FoundPost>
): PlatformPost[] {
  return posts.filter(
    (post) => stateOf(call, post, found.get(post.id)) === "ask"
  )
}

function stateOf(
  call: PlatformCall,
  post: PlatformPost,
  found: FoundPost | undefined
): ReturnType<typeof ownerOnlyState> {
  const item = found?.item
  const posted_at = post.posted_at ?? item?.created_at ?? null
  return ownerOnlyState(call, post, posted_at, item?.author_id ?? null)
}

function toResult(
  { permalinkOf }: XReader,
  call: PlatformCall,
  post: PlatformPost,
  found: FoundPost | undefined,
  read: OwnerOnly | undefined
): PostResult {
  const item = found?.item
  if (!found || !item) {
    return failed(post, whyMissing(found))
  }
  const ownerOnly = read ?? unread(stateOf(call, post, found))
  const insights = mapPost(
    post,
    { ...found, item },
    ownerOnly,
    permalinkOf(item.id)
  )
  const error = ownerOnly.state === "kept" ? ownerOnly.error : null
  const problems: PostProblem[] = error
    ? [{ part: "Insights metrics", error }]
    : []
  return { post, insights, problems }
}

function unread(state: ReturnType<typeof ownerOnlyState>): OwnerOnly {
  return state === "refused" || state === "closed"
    ? { state }
    : { state: "kept", error: null }
}

/** A post that is in neither `data` nor `errors` was left out, not deleted. */
function whyMissing(found: FoundPost | undefined): PlatformError {
  const problem = found?.problems[0]
  return problem
    ? itemError(problem)
    : new PlatformError({
        kind: "transient",
        scope: "post",
        code: "missing_in_answer",
        message: "X left the post out of its answer. It is tried again later.",
      })
}

function failed(post: PlatformPost, error: PlatformError): PostResult {
  return { post, insights: null, problems: [{ part: "Post", error }] }
}
