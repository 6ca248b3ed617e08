import {
  type CommentPage,
  type CommentRequest,
  type PlatformCall,
  type PlatformComment,
  toDate,
  toId,
  toNumber,
  toRecord,
  toText,
} from "../../platform-kit"
import { type GraphClient, readComments } from "../../platform-kit/meta-graph"
import { commentsDenied } from "./errors"
import { facebookProfile } from "./profile"

const FIELDS =
  "id,message,created_time,from{id,name},like_count,parent{id},is_hidden"

/**
 * Comments of all levels, newest first.
 * https://developers.facebook.com/docs/graph-api/reference/object/comments
 */
export function fetchPostComments(
  graph: GraphClient,
  call: PlatformCall,
  requests: readonly CommentRequest[]
): AsyncIterable<CommentPage> {
  const { external_id } = call.account
  return readComments(graph, call, requests, {
    page_size: 100,
    fields: FIELDS,
    params: { filter: "stream", order: "reverse_chronological" },
    parallel_calls: facebookProfile.parallel_calls,
    can_batch: true,
    sorted_by: "comment",
    idOf: ({ platform_post_id: id }) =>
      id.includes("_") ? id : `${external_id}_${id}`,
    map: (entries) => ({
      comments: entries.flatMap((entry) => mapComment(entry, external_id)),
      open: [],
    }),
    denied: commentsDenied,
  })
}

/** Answers that were asked without `id` still have it in the address. */
function idInAddress(permalink: unknown): string | null {
  const found = /[?&](?:reply_)?comment_id=(\d+)/g
  return [...(toText(permalink) ?? "").matchAll(found)].at(-1)?.[1] ?? null
}

/**
 * Most people's names are withheld: an absent author is unknown. A Page is
 * always named, so such a comment is not by the Page itself.
 */
export function mapComment(entry: unknown, pageId: string): PlatformComment[] {
  const record = toRecord(entry)
  const id = toId(record?.id) ?? idInAddress(record?.permalink_url)
  if (!record || !id) {
    return []
  }
  const from = toRecord(record.from)
  return [
    {
      id,
      parent_id: toId(toRecord(record.parent)?.id),
      text: toText(record.message),
      author_id: toId(from?.id),
      author_name: toText(from?.name),
      like_count: toNumber(record.like_count),
      hidden: typeof record.is_hidden === "boolean" ? record.is_hidden : null,
      created_at: toDate(record.created_time),
      by_account: toId(from?.id) === pageId,
    },
  ]
}
