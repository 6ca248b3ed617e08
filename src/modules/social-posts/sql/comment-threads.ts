import { MedusaError } from "@medusajs/framework/utils"
import { placeComments, type PlacedComment } from "../insights/place-comments"
import type { Knex } from "./database"

/** What threads can be sorted by. */
export const THREAD_ORDERS = [
  "commented_at",
  "like_count",
  "created_at",
] as const

/** Replies that come with a thread; `reply_count` tells how many there are. */
export const REPLIES_SHOWN = 100

export interface CommentThreadQuery {
  /** One of `THREAD_ORDERS`, with `-` in front for descending. */
  order: string
  limit: number
  offset: number
}

/** A comment on the post itself with the ids of everything below it. */
export interface CommentThread {
  id: string
  /** All levels in one list, oldest first; at most `REPLIES_SHOWN`. */
  reply_ids: string[]
  reply_count: number
}

export interface CommentThreads {
  threads: CommentThread[]
  /** Top-level comments of the post. */
  count: number
}

interface CommentRow extends PlacedComment {
  commented_at: Date | null
}

/**
 * A page of the threads below a post. The database sorts, this process hangs
 * replies on their threads: a recursive query takes minutes when the planner's
 * statistics lag behind.
 */
export async function listCommentThreads(
  knex: Knex,
  postId: string,
  { order, limit, offset }: CommentThreadQuery
): Promise<CommentThreads> {
  const { rows } = await knex.raw(
    `SELECT id, platform_comment_id, parent_id, commented_at
     FROM social_comment WHERE post_id = :postId AND deleted_at IS NULL
     ORDER BY ${orderExpression(order)} NULLS LAST, id`,
    { postId }
  )
  const threads = [...placeComments<CommentRow>(rows)]
  return {
    threads: threads.slice(offset, offset + limit).map(([{ id }, replies]) => ({
      id,
      reply_ids: replies
        .sort(oldestFirst)
        .slice(0, REPLIES_SHOWN)
        .map((reply) => reply.id),
      reply_count: replies.length,
    })),
    count: threads.length,
  }
}

/** Comments without a time come last. */
function oldestFirst(one: CommentRow, other: CommentRow): number {
  const time = ({ commented_at }: CommentRow) =>
    commented_at?.getTime() ?? Number.MAX_SAFE_INTEGER
  return time(one) - time(other) || (one.id < other.id ? -1 : 1)
}

/** The order goes into the statement as text, so only known names may pass. */
function orderExpression(order: string): string {
  const name = order.replace(/^-/, "")
  if (!(THREAD_ORDERS as readonly string[]).includes(name)) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `order "${order}" is not allowed. Allowed: ${THREAD_ORDERS.join(", ")}; with "-" in front for descending.`
    )
  }
  return `${name} ${order.startsWith("-") ? "DESC" : "ASC"}`
}
