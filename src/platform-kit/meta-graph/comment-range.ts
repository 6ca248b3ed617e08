import { CommentChanges } from "../comment-changes"
import type { CommentRange, CommentRequest, PlatformComment } from "../contract"

/** Keeps how far back a list, newest first, was read without a gap. */
export class RangeRead {
  private readonly changes_: CommentChanges
  private from_: Date | null = null
  private found_ = 0
  private state_: "nothing" | "part" | "all" | "cut" = "nothing"

  constructor(
    private readonly request_: CommentRequest,
    private readonly by_: CommentRange["by"]
  ) {
    this.changes_ = new CommentChanges(request_)
  }

  /** Takes a page: `whole` with all its replies, `last` when none follows. */
  add(
    comments: readonly PlatformComment[],
    { whole, last }: { whole: boolean; last: boolean }
  ): void {
    comments.forEach(({ id, parent_id }) => this.changes_.meet(id, parent_id))
    this.found_ += comments.length
    if (!whole) {
      this.state_ = this.state_ === "part" ? "part" : "cut"
      return
    }
    const sorted = comments.filter(
      ({ parent_id }) => this.by_ === "comment" || parent_id === null
    )
    const end = sorted.at(-1)?.created_at ?? null
    this.from_ = end ?? this.from_
    this.state_ = last ? "all" : this.from_ ? "part" : "nothing"
  }

  /** Whether what was read explains the platform's count. */
  isEnough(): boolean {
    // By its own time, every new comment stands before the known ones.
    return this.by_ === "comment" || this.changes_.areMet(this.from_)
  }

  /**
   * The part that was read whole. An empty list is not believed while the
   * platform counts comments: Meta answers a token that may not see them with
   * an empty one.
   */
  seen(): CommentRange | null {
    if (this.state_ === "all") {
      return this.found_ > 0 || this.request_.count === 0
        ? { from: null, by: this.by_ }
        : null
    }
    return this.state_ === "part" ? { from: this.from_, by: this.by_ } : null
  }
}
