import type {
  CommentPage,
  CommentRequest,
  PlatformCall,
} from "../../platform-kit"
import { type GraphClient, readComments } from "../../platform-kit/meta-graph"
import { commentsDenied } from "./errors"
import { COMMENT_FIELDS, COMMENT_PAGE_SIZE, mapComments } from "./map-comments"
import { instagramProfile } from "./profile"
import { loginOf } from "./settings"

/**
 * Comments newest first, replies under them. Replies to old comments do not
 * move the parent up: while the platform's count is not explained, the reading
 * goes on beyond what is known. Comments of people whom the account restricted
 * are not in the list until it approves them.
 * https://developers.facebook.com/documentation/instagram-platform/instagram-graph-api/reference/ig-media/comments
 */
export function fetchMediaComments(
  graph: GraphClient,
  call: PlatformCall,
  requests: readonly CommentRequest[]
): AsyncIterable<CommentPage> {
  const login = loginOf(call.account)
  return readComments(graph, call, requests, {
    page_size: COMMENT_PAGE_SIZE,
    fields: COMMENT_FIELDS,
    params: {},
    parallel_calls: instagramProfile.parallel_calls,
    can_batch: login === "facebook",
    sorted_by: "thread",
    idOf: (post) => post.platform_post_id,
    map: (entries) => mapComments(entries, call.account),
    denied: (error) => commentsDenied(error, login),
  })
}
