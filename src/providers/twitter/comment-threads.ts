import type {
  CommentPage,
  CommentRequest,
  PlatformComment,
  PlatformError,
} from "../../platform-kit"
import { mapReply } from "./map-reply"
import type { XPost } from "./schemas"

/** A post whose replies are looked for, by the id they carry. */
export interface Thread extends CommentRequest {
  root: string
}

/**
 * Longest search query, in characters.
 * https://docs.x.com/x-api/posts/search/integrate/build-a-query
 */
const LONGEST_QUERY = 512
const AROUND = "conversation_id: OR ".length

/** Groups threads so that each group fits into one query. */
export function inQueries(threads: readonly Thread[]): Thread[][] {
  const groups: Thread[][] = []
  let room = 0
  for (const thread of threads) {
    const length = thread.root.length + AROUND
    if (length > room) {
      groups.push([])
      room = LONGEST_QUERY
    }
    groups.at(-1)?.push(thread)
    room -= length
  }
  return groups
}

/** Sorts the replies of one search to their posts, up to each post's limit. */
export class ThreadReading {
  private readonly byRoot_: Map<
    string,
    { thread: Thread; found: Map<string, PlatformComment>; capped: boolean }
  >
  private isWhole_ = true

  /** @param accountId the account whose posts they are */
  constructor(
    threads: readonly Thread[],
    private readonly accountId_: string
  ) {
    this.byRoot_ = new Map(
      threads.map((thread) => [
        thread.root,
        { thread, found: new Map(), capped: false },
      ])
    )
  }

  take(replies: readonly XPost[]): void {
    for (const reply of replies) {
      const entry = this.byRoot_.get(reply.conversation_id ?? "")
      if (!entry) {
        continue
      }
      const { thread, found } = entry
      const roots = [thread.root, thread.post.platform_post_id]
      // The first post of a conversation is part of it.
      if (reply.history.some((id) => roots.includes(id))) {
        continue
      }
      if (found.has(reply.id) || found.size < thread.limit) {
        found.set(reply.id, mapReply(reply, roots, this.accountId_))
      } else {
        entry.capped = true
      }
    }
  }

  isFull(): boolean {
    return [...this.byRoot_.values()].every(
      ({ thread, found }) => found.size >= thread.limit
    )
  }

  /** The reading ends although the search has more. */
  cap(): void {
    this.byRoot_.forEach((entry) => {
      entry.capped = true
    })
  }

  /** X could not show replies that are there. */
  miss(): void {
    this.isWhole_ = false
  }

  /** @param from where the search started; what is later was read whole */
  pages(problem: PlatformError | null, from: Date): CommentPage[] {
    return [...this.byRoot_.values()].map(({ thread, found, capped }) => ({
      post: thread.post,
      comments: [...found.values()],
      capped,
      problem,
      complete:
        capped || problem || !this.isWhole_ ? null : { from, by: "comment" },
    }))
  }
}
