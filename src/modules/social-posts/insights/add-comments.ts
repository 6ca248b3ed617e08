import type { CommentPage, PlatformError } from "../../../platform-kit"
import type { PostReadout } from "./post-readout"

/** A page that failed without bringing any leaves what is stored alone. */
export function addComments(readout: PostReadout, page: CommentPage): void {
  if (page.problem && page.comments.length === 0) {
    return
  }
  const comments = (readout.comments ??= {
    post_id: readout.post.id,
    comments: [],
    capped: false,
  })
  comments.comments.push(...page.comments)
  comments.capped ||= page.capped
}

/** A post without comments and without trouble was read all the same. */
export function addEmptyComments(readout: PostReadout): void {
  if (readout.problems.length === 0) {
    readout.comments ??= {
      post_id: readout.post.id,
      comments: [],
      capped: false,
    }
  }
}

/** One sentence per post, however many pages failed. */
export function addCommentsProblem(
  readout: PostReadout | undefined,
  error: PlatformError
): void {
  if (readout && !readout.problems.some(({ part }) => part === "Comments")) {
    readout.problems.push({ part: "Comments", error })
  }
}
