import type {
  PlatformError,
  PostProblem,
  PostReading,
} from "../../../platform-kit"
import type { ClaimedPost } from "../sql/load-claimed"
import type { CommentsWrite } from "../sql/write-comments"

/** Everything one sync learned about one post. */
export interface PostReadout {
  post: ClaimedPost
  /** Id under which the platform knows the post, if it was found. */
  platform_post_id: string | null
  reading: PostReading | null
  problems: PostProblem[]
  comments: CommentsWrite | null
}

/** Whether the platform told anything of the post: numbers, or comments. */
export const gaveSomething = ({
  reading,
  comments,
}: Pick<PostReadout, "reading" | "comments">): boolean =>
  reading !== null || comments !== null

/** A post about which nothing was learned, and why. */
export function failedReadout(
  post: ClaimedPost,
  error: PlatformError
): PostReadout {
  return {
    post,
    platform_post_id: null,
    reading: null,
    problems: [{ part: "Post", error }],
    comments: null,
  }
}
