import {
  type CommentPage,
  type CommentRequest,
  inParallel,
  ofOnePart,
  type PlatformCall,
  PlatformError,
  type PlatformPost,
  stopsAccount,
} from "../../platform-kit"
import { itemError } from "./classify"
import type { XClient } from "./client"
import type { Conversations } from "./conversations"
import { inQueries, type Thread, ThreadReading } from "./comment-threads"
import { twitterProfile } from "./profile"
import type { XProblem } from "./problem"
import { readXAnswer } from "./schemas"

const PAGE_SIZE = 100
const DAY_MS = 24 * 60 * 60 * 1000
/** Recent search reaches seven days back; the margin allows for slow calls. */
const REACH_MS = 7 * DAY_MS - 60 * 1000

export interface CommentsReader {
  client: XClient
  conversations: Conversations
}

/**
 * Reads replies, newest first, several posts per search. X has no list of
 * replies: a search over the last seven days is all an ordinary app gets, so
 * posts that cannot have any in it come back without (what is stored stays).
 * https://docs.x.com/x-api/fundamentals/conversation-id
 */
export async function* fetchComments(
  { client, conversations }: CommentsReader,
  call: PlatformCall,
  requests: readonly CommentRequest[]
): AsyncGenerator<CommentPage> {
  const oldest = new Date(call.now().getTime() - REACH_MS)
  const threads: Thread[] = []
  for (const request of requests) {
    const { post } = request
    // Replies to a reply carry the id of the conversation it is part of.
    if (
      mayHaveReplies(call, post, oldest) &&
      post.media_product_type !== "REPLY"
    ) {
      const root = conversations.of(post.platform_post_id)
      threads.push({ ...request, root })
    } else {
      yield { post, comments: [], capped: false, problem: null }
    }
  }
  // A search starts where the oldest of its threads must, so alike go together.
  threads.sort((one, other) => sinceOf(one) - sinceOf(other))
  let stopped: PlatformError | null = null
  const search = async (group: Thread[]): Promise<CommentPage[]> => {
    const reading = new ThreadReading(group, call.account.external_id)
    const from = startOf(group, oldest)
    const problem: PlatformError | null =
      stopped ?? (await readThreads(client, call, group, reading, from))
    if (problem && stopsAccount(problem)) {
      stopped = problem
    }
    return reading.pages(problem && ofOnePart(problem), from)
  }
  const limit = twitterProfile.parallel_calls
  for await (const pages of inParallel(inQueries(threads), limit, search)) {
    yield* pages
  }
}

/**
 * Whether the last seven days can hold replies. Those to an older post are
 * mostly older too, so in bulk it is only asked for again, when their number
 * is known to have changed.
 */
function mayHaveReplies(
  { depth }: PlatformCall,
  { posted_at, known }: PlatformPost,
  oldest: Date
): boolean {
  return (
    !posted_at ||
    posted_at > oldest ||
    depth === "single" ||
    typeof known.comments === "number"
  )
}

/** Pages through one search; gives the error that ended it, if any did. */
async function readThreads(
  client: XClient,
  call: PlatformCall,
  group: readonly Thread[],
  reading: ThreadReading,
  from: Date
): Promise<PlatformError | null> {
  const query = group.map(({ root }) => `conversation_id:${root}`).join(" OR ")
  const start_time = from.toISOString()
  const wanted = group.reduce((sum, { limit }) => sum + limit, 0)
  let pagesLeft = Math.ceil(wanted / PAGE_SIZE) + 1
  let next_token: string | null = null
  try {
    do {
      const answer = readXAnswer(
        await searchPage(client, call, {
          query,
          start_time,
          ...(next_token && { next_token }),
        })
      )
      reading.take(answer.posts)
      if (answer.problems.some(leavesOut)) {
        reading.miss()
      }
      next_token = answer.next_token
      pagesLeft -= 1
    } while (next_token && pagesLeft > 0 && !reading.isFull())
    if (next_token) {
      reading.cap()
    }
    return null
  } catch (thrown) {
    return ofComments(PlatformError.from(thrown))
  }
}

/** Trouble of the moment with a reply itself, which is there all the same. */
function leavesOut(problem: XProblem): boolean {
  return (
    problem.section !== "includes" && itemError(problem).kind === "transient"
  )
}

/** https://docs.x.com/x-api/posts/search/introduction */
function searchPage(
  client: XClient,
  call: PlatformCall,
  params: Record<string, string>
): Promise<unknown> {
  return client.getPosts(
    call,
    ({ fields_param, reply_fields, reply_expansions }) => ({
      path: "tweets/search/recent",
      params: {
        ...params,
        max_results: String(PAGE_SIZE),
        sort_order: "recency",
        [fields_param]: reply_fields.join(","),
        ...(reply_expansions.length > 0 && {
          expansions: reply_expansions.join(","),
        }),
      },
    })
  )
}

/** From the oldest "newest stored comment" on, as far as search reaches. */
function startOf(group: readonly Thread[], oldest: Date): Date {
  const times = group.map(sinceOf)
  return new Date(Math.max(oldest.getTime(), Math.min(...times)))
}

function sinceOf({ since }: Thread): number {
  return since?.getTime() ?? 0
}

/** What the app may not search stops comments only, never the numbers. */
function ofComments(error: PlatformError): PlatformError {
  return error.kind === "permission" && error.scope === "app"
    ? new PlatformError({
        kind: "permission",
        scope: "account",
        code: error.code,
        message: error.message,
        cause: error,
      })
    : error
}
