import {
  CURSOR_EXPIRED,
  type PlatformCall,
  PlatformError,
} from "../../platform-kit"
import { isCursorRefusal, itemError } from "./classify"
import type { XClient } from "./client"
import { TIMELINE_PAGE } from "./profile"
import { readXAnswer, type XAnswer } from "./schemas"

/** X refuses times from before this. */
const OLDEST = Date.parse("2010-11-06T00:00:01.000Z")

export interface TimelineRequest {
  since: Date | null
  cursor: string | null
}

/**
 * A page of what an account has posted, newest first, with the public numbers;
 * X goes back 3,200 posts. Reposts are left out by X itself; replies are not,
 * because then it would drop the parts of the account's own threads too and go
 * back 800 posts only.
 * https://docs.x.com/x-api/posts/timelines/integrate
 *
 * @throws PlatformError `CURSOR_EXPIRED`; `permission` when the account's posts
 *   cannot be read
 */
export async function readTimeline(
  client: XClient,
  call: PlatformCall,
  { since, cursor }: TimelineRequest
): Promise<XAnswer> {
  const { external_id } = call.account
  try {
    const body = await client.getPosts(
      call,
      ({ fields_param, timeline_fields }) => ({
        path: `users/${external_id}/tweets`,
        route: "users/{id}/tweets",
        params: {
          max_results: String(TIMELINE_PAGE),
          exclude: "retweets",
          [fields_param]: timeline_fields.join(","),
          expansions: "attachments.media_keys",
          "media.fields": "preview_image_url,public_metrics,type,url",
          ...(since &&
            since.getTime() > OLDEST && { start_time: since.toISOString() }),
          ...(cursor && { pagination_token: cursor }),
        },
      })
    )
    const answer = readXAnswer(body)
    // The account itself: a list that cannot be had must not look empty.
    const refusal = answer.problems.find(
      ({ resource_id }) => resource_id === external_id
    )
    if (refusal && answer.posts.length === 0) {
      throw ofAccount(itemError(refusal))
    }
    return answer
  } catch (thrown) {
    const error = PlatformError.from(thrown)
    throw cursor && isCursorRefusal(error) ? expired(error) : error
  }
}

function expired(cause: PlatformError): PlatformError {
  return new PlatformError({
    kind: "invalid",
    scope: "post",
    code: CURSOR_EXPIRED,
    message:
      "X no longer knows the place where the list was left. It is read from the newest post again.",
    cause,
  })
}

function ofAccount(cause: PlatformError): PlatformError {
  const { kind, code } = cause
  if (kind !== "gone" && kind !== "permission") {
    return cause
  }
  return new PlatformError({
    kind: "permission",
    scope: "account",
    code,
    message:
      kind === "gone"
        ? "Permission denied: X does not know the account (any more). Look at it on X, and reconnect it when it is back."
        : "Permission denied: the account is protected or suspended on X, so its posts cannot be listed. Connect it with its own token, or look at it on X.",
    cause,
  })
}
