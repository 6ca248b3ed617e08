import {
  type PlatformAccount,
  type PlatformComment,
  toDate,
  toId,
  toNumber,
  toRecord,
  toText,
} from "../../platform-kit"
import { type OpenList, readPage } from "../../platform-kit/meta-graph"

const COMMENT =
  "id,text,timestamp,username,from{id,username},like_count,hidden,parent_id"

/**
 * Most per page is 50; replies do not stand in the list themselves.
 * https://developers.facebook.com/documentation/instagram-platform/instagram-graph-api/reference/ig-media/comments
 */
export const COMMENT_PAGE_SIZE = 50
export const COMMENT_FIELDS = `${COMMENT},replies.limit(${COMMENT_PAGE_SIZE}){${COMMENT}}`

/** Who the account is, to know its own comments by. */
export type CommentOwner = Pick<PlatformAccount, "external_id" | "username">

/** Comments and their replies in one list, in the platform's order. */
export function mapComments(
  entries: readonly unknown[],
  owner: CommentOwner
): {
  comments: PlatformComment[]
  open: OpenList[]
} {
  const comments: PlatformComment[] = []
  const open: OpenList[] = []
  for (const entry of entries) {
    const comment = mapComment(entry, null, owner)
    if (!comment) {
      continue
    }
    comments.push(comment)
    const { data, after } = readPage(toRecord(entry)?.replies)
    comments.push(...mapReplies(data, comment.id, owner))
    if (after !== null) {
      open.push({
        path: `${comment.id}/replies`,
        fields: COMMENT,
        after,
        map: (replies) => mapReplies(replies, comment.id, owner),
      })
    }
  }
  return { comments, open }
}

function mapReplies(
  entries: readonly unknown[],
  parentId: string,
  owner: CommentOwner
): PlatformComment[] {
  return entries.flatMap((entry) => mapComment(entry, parentId, owner) ?? [])
}

/** An author who is not named (missing permission) is unknown, never empty. */
function mapComment(
  entry: unknown,
  parentId: string | null,
  owner: CommentOwner
): PlatformComment | null {
  const record = toRecord(entry)
  const id = toId(record?.id)
  if (!record || !id) {
    return null
  }
  const from = toRecord(record.from)
  const author = {
    author_id: toId(from?.id),
    author_name: toText(record.username) ?? toText(from?.username),
  }
  return {
    id,
    parent_id: toId(record.parent_id) ?? parentId,
    text: toText(record.text),
    ...author,
    like_count: toNumber(record.like_count),
    hidden: typeof record.hidden === "boolean" ? record.hidden : null,
    created_at: toDate(record.timestamp),
    by_account: isOwn(author, owner),
  }
}

/**
 * Names are compared where both are known: the id of an author can be another
 * one than the account's own.
 */
function isOwn(
  {
    author_id,
    author_name,
  }: Pick<PlatformComment, "author_id" | "author_name">,
  { external_id, username }: CommentOwner
): boolean | null {
  if (author_id === external_id) {
    return true
  }
  return author_name && username
    ? author_name.toLowerCase() === username.toLowerCase()
    : null
}
