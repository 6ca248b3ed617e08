import type { Knex } from "./database"

/** Which comments are meant; each part narrows the choice. */
export interface CommentFilters {
  /**
   * Those that a thread begins with; `q` and `hidden` then ask for any comment
   * of the thread.
   */
  threads?: boolean
  /** In the text or the author's name. */
  q?: string
  post_id?: string[]
  account_id?: string[]
  platform?: string[]
  /** Threads in which somebody else has the last word, or the account. */
  unanswered?: boolean
  /** Taken off by the account, or by the platform. */
  hidden?: boolean
}

/** A query over the comments (`c`) that filters leave. */
export function filterComments(knex: Knex, filters: CommentFilters) {
  const { threads, q, post_id, account_id, platform, unanswered, hidden } =
    filters
  const builder = knex("social_comment as c").whereNull("c.deleted_at")
  if (threads) {
    builder.whereRaw("c.thread_id = c.id")
  }
  /** Asks for a comment, or for any of a thread. */
  const holds = (condition: (name: string) => string, values: string[] = []) =>
    threads
      ? knex.raw(
          `EXISTS (SELECT 1 FROM social_comment t WHERE t.thread_id = c.id
             AND t.deleted_at IS NULL AND ${condition("t")})`,
          values
        )
      : knex.raw(condition("c"), values)
  if (q) {
    const pattern = `%${q.replace(/[\\%_]/g, "\\$&")}%`
    builder.where(
      holds(
        (name) => `(${name}.text ILIKE ? OR ${name}.author_name ILIKE ?)`,
        [pattern, pattern]
      )
    )
  }
  if (hidden !== undefined) {
    const isHidden = holds((name) => `${name}.hidden IS TRUE`)
    builder.whereRaw(hidden ? "?" : "NOT ?", [isHidden])
  }
  if (unanswered !== undefined) {
    builder.where("c.unanswered", unanswered)
  }
  if (post_id) {
    builder.whereIn("c.post_id", post_id)
  }
  if (account_id || platform) {
    builder.whereIn("c.post_id", postsOf(knex, { account_id, platform }))
  }
  return builder
}

function postsOf(
  knex: Knex,
  lists: Pick<CommentFilters, "account_id" | "platform">
) {
  const posts = knex("social_post").select("id").whereNull("deleted_at")
  for (const [column, values] of Object.entries(lists)) {
    if (values) {
      posts.whereIn(column, values)
    }
  }
  return posts
}
