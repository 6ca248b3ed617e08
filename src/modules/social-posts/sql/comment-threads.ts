import { MedusaError } from "@medusajs/framework/utils"
import { filterComments, type CommentFilters } from "./filter-comments"
import type { Knex } from "./database"

/** What comments and threads can be sorted by. */
export const THREAD_ORDERS = [
  "commented_at",
  "like_count",
  "created_at",
] as const

/** Replies that come with a thread; `reply_count` tells how many there are. */
export const REPLIES_SHOWN = 100

export interface CommentQuery extends CommentFilters {
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

/** Ids of a page of comments, and how many there are in all. */
export interface CommentListing {
  ids: string[]
  count: number
}

/** Comments one by one, or, of `threads`, those that a thread begins with. */
export async function listComments(
  knex: Knex,
  { order, limit, offset, ...filters }: CommentQuery
): Promise<CommentListing> {
  const [rows, [counted]] = await Promise.all([
    filterComments(knex, filters)
      .select("c.id")
      .orderByRaw(`${orderExpression(order)} NULLS LAST, c.id`)
      .limit(limit)
      .offset(offset),
    filterComments(knex, filters).count<{ count: string }[]>("c.id as count"),
  ])
  return {
    ids: rows.map(({ id }: { id: string }) => id),
    count: Number(counted?.count),
  }
}

/** A page of threads with the replies that are shown of each. */
export async function listCommentThreads(
  knex: Knex,
  query: CommentQuery
): Promise<CommentThreads> {
  const { ids, count } = await listComments(knex, { ...query, threads: true })
  const { rows } = await knex.raw(
    `SELECT thread_id, CAST(count(*) AS int) AS reply_count,
       (array_agg(id ORDER BY commented_at NULLS LAST, id))[1:${REPLIES_SHOWN}]
         AS reply_ids
     FROM social_comment
     WHERE thread_id = ANY(:ids) AND thread_id <> id AND deleted_at IS NULL
     GROUP BY thread_id`,
    { ids }
  )
  const below = new Map<string, Omit<CommentThread, "id">>(
    rows.map(({ thread_id, ...replies }: { thread_id: string }) => [
      thread_id,
      replies,
    ])
  )
  return {
    threads: ids.map((id) => ({
      id,
      reply_ids: below.get(id)?.reply_ids ?? [],
      reply_count: below.get(id)?.reply_count ?? 0,
    })),
    count,
  }
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
  return `c.${name} ${order.startsWith("-") ? "DESC" : "ASC"}`
}
