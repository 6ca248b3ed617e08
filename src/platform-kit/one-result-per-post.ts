import type { PlatformPost, PostResult } from "./contract"
import { PlatformError } from "./errors"

/**
 * Keeps the promise "exactly one result per post": drops results nobody asked
 * for and doubles, and gives every post that was left out the error that ended
 * the reading.
 */
export async function* oneResultPerPost(
  posts: readonly PlatformPost[],
  results: AsyncIterable<PostResult>
): AsyncGenerator<PostResult> {
  const open = new Map(posts.map((post) => [post.id, post]))
  let ended: PlatformError | null = null
  try {
    for await (const result of results) {
      if (open.delete(result.post.id)) {
        yield result
      }
    }
  } catch (thrown) {
    ended = PlatformError.from(thrown)
  }
  const error =
    ended ??
    new PlatformError({
      kind: "invalid",
      scope: "post",
      code: "no_result",
      message: "The platform's answer said nothing about this post.",
    })
  for (const post of open.values()) {
    yield { post, insights: null, problems: [{ part: "Post", error }] }
  }
}
