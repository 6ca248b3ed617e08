import type {
  PlatformCall,
  PostListPage,
  PostListRequest,
} from "../../platform-kit"
import { mapListedPost } from "./map-listed"
import { isOwnPost } from "./own-posts"
import type { XReader } from "./read-insights"
import { readTimeline } from "./timeline"

/**
 * Walks the account's own posts, a hundred per call with their public numbers.
 * Reposts and answers to other people are no posts of a shop; the parts of its
 * own threads are. A page can be empty although another one follows.
 *
 * @throws PlatformError as `readTimeline` does
 */
export async function* listPosts(
  { client, permalinkOf }: XReader,
  call: PlatformCall,
  { since, cursor }: PostListRequest
): AsyncGenerator<PostListPage> {
  let next = cursor
  do {
    const answer = await readTimeline(client, call, { since, cursor: next })
    // A place that leads to itself would be paid for without end.
    next = answer.next_token === next ? null : answer.next_token
    const posts = answer.posts
      .filter((item) => isOwnPost(item, call.account))
      .map((item) => mapListedPost(item, answer, permalinkOf(item.id)))
    yield { posts, next_cursor: next }
  } while (next)
}
