import {
  CommentChanges,
  type CommentPage,
  type CommentRange,
  type CommentRequest,
  type PlatformCall,
  type PlatformComment,
} from "../../platform-kit"
import type { LinkedInClient } from "./client"
import { type LinkedInComment, readCommentPage } from "./map-comment"
import { encodeValue, queryOf } from "./restli"

const PAGE_SIZE = 100

/** Collects the comments of one post up to its limit. */
export class CommentReading {
  private readonly found_ = new Map<string, PlatformComment>()
  private readonly changes_: CommentChanges
  private capped_ = false
  /** How far the comments on the post itself were read without a gap. */
  private range_: { from: Date | null } | null = null
  /** Comments whose answers were all read. */
  private readonly answered_: string[] = []

  constructor(
    private readonly client_: LinkedInClient,
    private readonly call_: PlatformCall,
    private readonly request_: CommentRequest
  ) {
    this.changes_ = new CommentChanges(request_)
  }

  /** What was found so far, also after an error. */
  page(): Omit<CommentPage, "problem"> {
    // A member without the role may be told of no comments instead of refused,
    // so an empty list is not believed while LinkedIn counts some.
    const isDoubtful = this.found_.size === 0 && (this.request_.count ?? 0) > 0
    const complete: CommentRange | null =
      isDoubtful || !this.range_
        ? null
        : { ...this.range_, by: "thread", replies_of: this.answered_ }
    return {
      post: this.request_.post,
      comments: [...this.found_.values()],
      capped: this.capped_,
      complete,
    }
  }

  /** @throws PlatformError */
  async read(): Promise<void> {
    const { post } = this.request_
    const threads = await this.readLevel_(post.platform_post_id, null)
    for (const thread of threads) {
      if (this.capped_) {
        return
      }
      const { urn, comment, replies } = thread
      if (!urn || !this.wantsReplies_(thread)) {
        continue
      }
      if (replies) {
        await this.readLevel_(urn, comment.id)
      }
      if (!this.capped_) {
        this.answered_.push(comment.id)
      }
    }
  }

  /**
   * Each thread costs a call: in bulk only those are read in which the number
   * of answers is another one than what is stored.
   */
  private wantsReplies_({ comment, replies }: LinkedInComment): boolean {
    const { known } = this.request_
    if (this.call_.depth === "single") {
      return replies !== null
    }
    return (
      known !== undefined &&
      replies !== null &&
      replies !== this.changes_.knownReplies(comment.id)
    )
  }

  /**
   * Pages by offset, so a comment that arrives meanwhile moves others to the
   * next page: each is taken once.
   * https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/comments-api
   */
  private async readLevel_(
    target: string,
    parentId: string | null
  ): Promise<LinkedInComment[]> {
    const level: LinkedInComment[] = []
    for (let start = 0; ;) {
      const body = await this.client_.get(this.call_, {
        endpoint: "GET /rest/socialActions/{urn}/comments",
        path: `/rest/socialActions/${encodeValue(target)}/comments`,
        query: queryOf([
          ["start", String(start)],
          ["count", String(PAGE_SIZE)],
        ]),
      })
      const { external_id } = this.call_.account
      const { comments, size, total } = readCommentPage(
        body,
        parentId,
        external_id
      )
      level.push(...comments.filter((one) => this.take_(one)))
      const ended =
        size === 0 ||
        (total === null ? size < PAGE_SIZE : start + size >= total)
      const known = parentId === null && !ended && this.isKnown_(comments)
      if (parentId === null && !this.capped_ && (ended || known)) {
        const last = comments.at(-1)?.comment.created_at ?? null
        this.range_ = { from: ended ? null : last }
      }
      if (ended || this.capped_ || known) {
        return level
      }
      // A page may hold fewer than were asked for.
      start += size
    }
  }

  private take_({ comment, replies }: LinkedInComment): boolean {
    if (this.found_.has(comment.id)) {
      return false
    }
    if (this.found_.size >= this.request_.limit) {
      this.capped_ = true
      return false
    }
    this.found_.set(comment.id, comment)
    if (comment.parent_id === null) {
      this.changes_.meet(comment.id, null, replies ?? 0)
    }
    return true
  }

  /**
   * Newest first is not promised, so the rest is only skipped where it shows,
   * and where the platform's count is explained by what came.
   */
  private isKnown_(comments: readonly LinkedInComment[]): boolean {
    const since = this.request_.since?.getTime() ?? Number.NEGATIVE_INFINITY
    const times = comments.map(({ comment }) => comment.created_at?.getTime())
    const sorted = times.every(
      (time, at) =>
        time !== undefined &&
        time <= (at === 0 ? Infinity : (times[at - 1] ?? 0))
    )
    const last = comments.at(-1)?.comment.created_at ?? null
    return (
      sorted &&
      last !== null &&
      last.getTime() < since &&
      this.changes_.areMet(last)
    )
  }
}
