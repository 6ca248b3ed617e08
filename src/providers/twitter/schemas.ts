import {
  toArray,
  toDate,
  toId,
  toNumber,
  toRecord,
  toText,
} from "../../platform-kit"
import { readProblem, type XProblem } from "./problem"

export type CounterGroup = Readonly<Record<string, unknown>>

/** Counters by group; a group that was not in the answer is absent. */
export interface Counters {
  public_metrics?: CounterGroup
  non_public_metrics?: CounterGroup
  organic_metrics?: CounterGroup
}

/** A post as X answers it, read in both vocabularies. */
export interface XPost {
  id: string
  /** Whole text, long ones included. */
  text: string | null
  created_at: Date | null
  author_id: string | null
  conversation_id: string | null
  /** Every id the post has had, oldest first; editing makes a new one. */
  history: string[]
  media_keys: string[]
  references: { type: string; id: string }[]
  /** Whom it answers; the legacy vocabulary alone tells it. */
  in_reply_to_user_id: string | null
  /** Where the visible text begins: behind the names that a reply starts with. */
  visible_from: number | null
  counters: Counters
}

/** https://docs.x.com/x-api/fundamentals/data-dictionary */
export interface XMedia {
  key: string
  type: string | null
  url: string | null
  preview_image_url: string | null
  counters: Counters
}

/** A list answer; `data` is absent when there is nothing. */
export interface XAnswer {
  posts: XPost[]
  media: Map<string, XMedia>
  problems: XProblem[]
  next_token: string | null
}

/**
 * Reads an answer that holds posts; what is malformed is left out.
 * https://docs.x.com/x-api/posts/lookup/introduction
 */
export function readXAnswer(body: unknown): XAnswer {
  const record = toRecord(body)
  const media = toArray(toRecord(record?.includes)?.media).flatMap(
    (item) => readMedia(item) ?? []
  )
  return {
    posts: toArray(record?.data).flatMap((item) => readPost(item) ?? []),
    media: new Map(media.map((item) => [item.key, item])),
    problems: toArray(record?.errors).map(readProblem),
    next_token: toText(toRecord(record?.meta)?.next_token) || null,
  }
}

function readPost(value: unknown): XPost | null {
  const record = toRecord(value)
  const id = toId(record?.id)
  if (!record || !id) {
    return null
  }
  const note = toRecord(record.note_post) ?? toRecord(record.note_tweet)
  const history = toArray(
    record.edit_history_post_ids ?? record.edit_history_tweet_ids
  ).flatMap((one) => toId(one) ?? [])
  return {
    id,
    text: toText(note?.text) ?? toText(record.text),
    created_at: toDate(record.created_at),
    author_id: toId(record.author_id),
    conversation_id: toId(record.conversation_id),
    history: history.includes(id) ? history : [...history, id],
    media_keys: toArray(toRecord(record.attachments)?.media_keys).flatMap(
      (key) => toId(key) ?? []
    ),
    references: readReferences(
      record.referenced_posts ?? record.referenced_tweets
    ),
    in_reply_to_user_id: toId(record.in_reply_to_user_id),
    visible_from: toNumber(toArray(record.display_text_range)[0]),
    counters: readCounters(record),
  }
}

function readReferences(value: unknown): XPost["references"] {
  return toArray(value).flatMap((item) => {
    const record = toRecord(item)
    const type = toText(record?.type)
    const id = toId(record?.id)
    return type && id ? [{ type, id }] : []
  })
}

function readMedia(value: unknown): XMedia | null {
  const record = toRecord(value)
  const key = toId(record?.media_key)
  return record && key
    ? {
        key,
        type: toText(record.type),
        url: toText(record.url),
        preview_image_url: toText(record.preview_image_url),
        counters: readCounters(record),
      }
    : null
}

function readCounters(record: Record<string, unknown>): Counters {
  const groups = (
    ["public_metrics", "non_public_metrics", "organic_metrics"] as const
  ).flatMap((name) => {
    const group = toRecord(record[name])
    return group ? [[name, group] as const] : []
  })
  return Object.fromEntries(groups)
}
