import type { AccountDayRow } from "../exports/account-day-columns"
import type { CommentRow } from "../exports/comment-columns"
import type { PostRow } from "../exports/post-columns"
import type { TimelineRow } from "../exports/timeline-columns"
import type { Knex } from "./database"
import { filterPosts, type PostFilters } from "./list-posts"
import { SNAPSHOT_NUMBERS } from "./write-readings"

/** Which part of a table is exported. */
export interface ExportRange {
  /** From this time on. */
  from?: string
  /** Before this time. */
  until?: string
}

/** Where the next page begins: the sort key of the last row; `null` at first. */
export type PageKey<Row> = Row | null

interface Page<Row> {
  after: PageKey<Row>
  size: number
}

/** Columns of `social_post` without what belongs to the machinery. */
const POST_FIELDS = [
  "id",
  "platform",
  "account_id",
  "platform_post_id",
  "status",
  "origin",
  "media_product_type",
  "media_type",
  "caption",
  "hashtags",
  "mentions",
  "permalink",
  "posted_at",
  "expires_at",
  "group_id",
  "sync_status",
  "last_synced_at",
] as const

/**
 * A page of posts, in the order of their ids. `comments_data` stays in the
 * database: comments are a table of their own, with rules of their own.
 */
export async function pageOfPosts(
  knex: Knex,
  filters: PostFilters,
  { from, until }: ExportRange,
  { after, size }: Page<PostRow>
): Promise<PostRow[]> {
  const query = filterPosts(knex, filters)
  void (from && query.where("posted_at", ">=", from))
  void (until && query.where("posted_at", "<", until))
  void (after && query.where("id", ">", after.id))
  return query
    .select([
      ...POST_FIELDS,
      knex.raw(
        "CASE WHEN jsonb_typeof(insights) = 'object' THEN insights - 'comments_data' END AS insights"
      ),
      knex.raw(
        "coalesce(greatest(content_read_at, listed_at), created_at) AS read_at"
      ),
      knex.raw(
        `(SELECT coalesce(a.username, a.display_name) FROM social_account a
          WHERE a.id = social_post.account_id) AS account`
      ),
    ])
    .orderBy("id")
    .limit(size)
}

/** A page of the comments below posts, in the order of their ids. */
export async function pageOfComments(
  knex: Knex,
  filters: PostFilters,
  { from, until }: ExportRange,
  { after, size }: Page<CommentRow>
): Promise<CommentRow[]> {
  const query = knex("social_comment as c")
    .join("social_post as p", "p.id", "c.post_id")
    .whereNull("c.deleted_at")
    .whereIn("c.post_id", filterPosts(knex, filters).select("id"))
  void (from && query.where("c.commented_at", ">=", from))
  void (until && query.where("c.commented_at", "<", until))
  void (after && query.where("c.id", ">", after.id))
  return query
    .select([
      "c.id",
      "c.post_id",
      "c.platform_comment_id",
      "c.parent_id",
      "c.author_id",
      "c.author_name",
      "c.by_account",
      "c.text",
      "c.like_count",
      "c.hidden",
      "c.commented_at",
      "c.edited_at",
      "c.removed_at",
      "c.fetched_at",
      "p.platform",
      "p.account_id",
      "p.platform_post_id",
    ])
    .orderBy("c.id")
    .limit(size)
}

/** A reading with what pages are turned by. */
export type PagedReading = TimelineRow & { key: string; snapshot_id: string }

/** A page of readings: post after post, each from its first one on. */
export async function pageOfTimelines(
  knex: Knex,
  filters: PostFilters,
  { from, until }: ExportRange,
  { after, size }: Page<PagedReading>
): Promise<PagedReading[]> {
  const query = knex("social_post_snapshot as s")
    .join("social_post as p", "p.id", "s.post_id")
    .whereNull("s.deleted_at")
    .whereIn("s.post_id", filterPosts(knex, filters).select("id"))
  void (from && query.where("s.captured_at", ">=", from))
  void (until && query.where("s.captured_at", "<", until))
  if (after) {
    void query.whereRaw(
      "(s.post_id, s.captured_at, s.id) > (:post_id, CAST(:key AS timestamptz), :snapshot_id)",
      {
        post_id: after.post_id,
        key: after.key,
        snapshot_id: after.snapshot_id,
      }
    )
  }
  return query
    .select([
      "s.id as snapshot_id",
      // A Date holds milliseconds, the database microseconds.
      knex.raw("CAST(s.captured_at AS text) AS key"),
      "s.post_id",
      "s.captured_at",
      "s.definition_version",
      "s.other_metrics",
      ...SNAPSHOT_NUMBERS.map((name) => `s.${name}`),
      "p.platform",
      "p.account_id",
      "p.platform_post_id",
      "p.posted_at",
    ])
    .orderBy(["s.post_id", "s.captured_at", "s.id"])
    .limit(size)
}

/** A page of days: account after account, each from its first day on. */
export async function pageOfAccountDays(
  knex: Knex,
  { platform, account_id }: Pick<PostFilters, "platform" | "account_id">,
  { from, until }: ExportRange,
  { after, size }: Page<AccountDayRow>
): Promise<AccountDayRow[]> {
  const query = knex("social_account_snapshot as d")
    .join("social_account as a", "a.id", "d.account_id")
    .whereNull("d.deleted_at")
    .whereNull("a.deleted_at")
  void (platform && query.whereIn("a.platform", platform))
  void (account_id && query.whereIn("d.account_id", account_id))
  void (from && query.where("d.day", ">=", from.slice(0, 10)))
  // A day belongs to the range that it begins in.
  void (
    until &&
    query.whereRaw(
      "CAST(d.day AS timestamp) AT TIME ZONE 'UTC' < CAST(? AS timestamptz)",
      [until]
    )
  )
  if (after) {
    void query.whereRaw("(d.account_id, d.day) > (?, ?)", [
      after.account_id,
      after.day,
    ])
  }
  return query
    .select([
      "d.*",
      "a.platform",
      knex.raw("coalesce(a.username, a.display_name) AS account"),
    ])
    .orderBy(["d.account_id", "d.day"])
    .limit(size)
}
