import {
  toArray,
  toId,
  toNumber,
  toRecord,
  toText,
} from "../../../platform-kit"
import { fromText, toTime } from "./old-row"

/** A comment of an old store. */
export interface OldComment {
  id: string | null
  parent_id: string | null
  author_id: string | null
  author_name: string | null
  text: string | null
  like_count: number | null
  created_at: Date | null
}

/** What `insights.comments` and `insights.comments_data` say. */
export interface OldComments {
  /** `undefined` when nothing is said, `null` when it is no number. */
  count: number | null | undefined
  comments: OldComment[]
  /** `comments` was a list. */
  as_list: boolean
}

/**
 * Reads comments, whose number stands under `comments`, or the comments
 * themselves, or the platform's own answer (`{ data, summary }`). Pure.
 */
export function readOldComments(
  insights: Record<string, unknown>
): OldComments {
  const stored = fromText(insights.comments)
  const answer = toRecord(stored)
  const list = Array.isArray(stored) ? stored : (answer?.data ?? null)
  const shown = toArray(fromText(insights.comments_data))
  const entries = shown.length > 0 ? shown : toArray(list)
  return {
    count: countOf(stored, answer),
    comments: entries.flatMap(commentOf),
    as_list: Array.isArray(stored),
  }
}

function countOf(
  stored: unknown,
  answer: Record<string, unknown> | null
): number | null | undefined {
  if (stored === undefined) {
    return undefined
  }
  if (Array.isArray(stored)) {
    return stored.length
  }
  return answer
    ? (toNumber(toRecord(answer.summary)?.total_count) ??
        toNumber(answer.count) ??
        (Array.isArray(answer.data) ? answer.data.length : null))
    : toNumber(stored)
}

/** Entries without a text and an id are none. */
function commentOf(entry: unknown): OldComment[] {
  const comment = toRecord(entry)
  const text = toText(comment?.text) ?? toText(comment?.message)
  const id = toId(comment?.id)
  if (!comment || (text === null && id === null)) {
    return []
  }
  const from = toRecord(comment.from) ?? toRecord(comment.author)
  return [
    {
      id,
      parent_id: toId(comment.parent_id),
      author_id: toId(from?.id),
      author_name:
        toText(from?.name) ??
        toText(from?.username) ??
        toText(comment.username),
      text,
      like_count: toNumber(comment.like_count),
      created_at: toTime(
        comment.created_time ?? comment.timestamp ?? comment.created_at
      ),
    },
  ]
}
