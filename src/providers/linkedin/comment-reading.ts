import type {
  CommentPage,
  CommentRequest,
  PlatformCall,
  PlatformComment,
} from "../../platform-kit"
import type { LinkedInClient } from "./client"
import { type LinkedInComment, readCommentPage } from "./map-comment"
import { encodeValue, queryOf } from "./restli"

const PAGE_SIZE = 100

/** Collects the comments of one post up to its limit. */
export class CommentReading {
  private readonly found_ = new Map<string, PlatformComment>()
  private capped_ = false

  constructor(
    private readonly client_: LinkedInClient,
    private readonly call_: PlatformCall,
    private readonly request_: CommentRequest
  ) {}

  /** What was found so far, also after an error. */
  page(): Omit<CommentPage, "problem"> {
    return {
      post: this.request_.post,
      comments: [...this.found_.values()],
      capped: this.capped_,
    }
  }

  /** @throws PlatformError */
  async read(): Promise<void> {
    const { post } = this.request_
    const threads = await this.readLevel_(post.platform_post_id, null)
    if (this.call_.depth !== "single") {
      return
    }
    for (const { urn, comment, replies } of threads) {
      if (urn && replies && !this.capped_) {
        await this.readLevel_(urn, comment.id)
      }
    }
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
      const { comments, size, total } = readCommentPage(body, parentId)
      level.push(...comments.filter((one) => this.take_(one)))
      const ended =
        size === 0 ||
        (total === null ? size < PAGE_SIZE : start + size >= total)
      if (ended || this.capped_ || this.isKnown_(comments)) {
        return level
      }
      // A page may hold fewer than were asked for.
      start += size
    }
  }

  private take_({ comment }: LinkedInComment): boolean {
    if (this.found_.has(comment.id)) {
      return false
    }
    if (this.found_.size >= this.request_.limit) {
      this.capped_ = true
      return false
    }
    this.found_.set(comment.id, comment)
    return true
  }

  /** Newest first is not promised, so the rest is only skipped where it shows. */
  private isKnown_(comments: readonly LinkedInComment[]): boolean {
    const since = this.request_.since?.getTime() ?? Number.NEGATIVE_INFINITY
    const times = comments.map(({ comment }) => comment.created_at?.getTime())
    return (
      times.every(
        (time, at) =>
          time !== undefined &&
          time <= (at === 0 ? Infinity : (times[at - 1] ?? 0))
      ) && (times.at(-1) ?? Infinity) < since
    )
  }
}
