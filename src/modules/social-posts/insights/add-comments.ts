import type { CommentPage, PlatformError } from "../../../platform-kit"
import type { ClaimedPost } from "../sql/load-claimed"
import type { CommentsWrite } from "../sql/write-comments"
import type { PostReadout } from "./post-readout"

/** A page that failed without bringing any leaves what is stored alone. */
export function addComments(readout: PostReadout, page: CommentPage): void {
  if (page.problem && page.comments.length === 0) {
    return
  }
  const comments = (readout.comments ??= noComments(readout.post))
  comments.comments.push(...page.comments)
  comments.capped ||= page.capped
  comments.complete = page.complete ?? comments.complete
}

/** A post without comments and without trouble was read all the same. */
export function addEmptyComments(readout: PostReadout): void {
  if (readout.problems.length === 0) {
    readout.comments ??= noComments(readout.post)
  }
}

const noComments = ({ id, comments_due_at }: ClaimedPost): CommentsWrite => ({
  post_id: id,
  comments: [],
  capped: false,
  complete: null,
  due_at: comments_due_at,
})

/** One sentence per post, however many pages failed. */
export function addCommentsProblem(
  readout: PostReadout | undefined,
  error: PlatformError
): void {
  if (!readout) {
    return
  }
  if (readout.comments) {
    // Not all came: what the platform announced may be among the rest.
    readout.comments.due_at = null
  }
  if (!readout.problems.some(({ part }) => part === "Comments")) {
    readout.problems.push({ part: "Comments", error })
  }
}
