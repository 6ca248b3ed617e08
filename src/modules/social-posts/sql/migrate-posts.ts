import type { PlannedPost } from "../migration/plan-row"
import { stableId } from "../migration/stable-id"
import { otherMetrics } from "../insights/compose-insights"
import { insightsOf, type Knex, toJsonb } from "./database"
import { placeThreads } from "./place-threads"
import { SNAPSHOT_NUMBERS } from "./write-readings"

/** A planned post with the account it goes to. */
export type PlacedPost = PlannedPost & { account_id: string }

/** What is there of some planned posts already. */
export interface ExistingPosts {
  /** Ids of planned posts that an earlier run wrote. */
  written: Set<string>
  /** The post that stands for the same one, by the planned one's id. */
  others: Map<string, string>
}

/** Looks for posts that are there: by what an earlier run wrote, id or address. */
export async function findExisting(
  knex: Knex,
  posts: readonly PlacedPost[]
): Promise<ExistingPosts> {
  const { rows } = await knex.raw(
    `SELECT w.id AS planned, p.id
     FROM jsonb_to_recordset(CAST(:posts AS jsonb)) AS w(
       id text, account_id text, platform_post_id text, permalink text
     )
     JOIN LATERAL (
       SELECT id FROM social_post WHERE id = w.id
       UNION ALL
       SELECT id FROM social_post
       WHERE account_id = w.account_id AND deleted_at IS NULL
         AND platform_post_id = w.platform_post_id
       UNION ALL
       SELECT id FROM social_post
       WHERE account_id = w.account_id AND deleted_at IS NULL
         AND w.platform_post_id IS NULL AND permalink = w.permalink
     ) p ON true`,
    {
      posts: toJsonb(
        posts.map(({ id, account_id, platform_post_id, permalink }) => ({
          id,
          account_id,
          platform_post_id,
          permalink,
        }))
      ),
    }
  )
  const written = new Set<string>()
  const others = new Map<string, string>()
  for (const { planned, id } of rows) {
    if (planned === id) {
      written.add(planned)
    } else {
      others.set(planned, id)
    }
  }
  return { written, others }
}

/** Writes new posts with their comments and their last reading. */
export async function insertPosts(
  trx: Knex,
  posts: readonly PlacedPost[],
  now: Date
): Promise<void> {
  if (posts.length === 0) {
    return
  }
  await trx.raw(
    `INSERT INTO social_post (
       id, account_id, platform, platform_post_id, origin, status, caption,
       media_type, media, hashtags, mentions, permalink, posted_at, group_id,
       insights, sync_status, sync_errors, last_synced_at, next_sync_at,
       created_at, updated_at
     )
     SELECT id, account_id, platform, platform_post_id, 'published', status,
       caption, media_type, media, hashtags, mentions, permalink, posted_at,
       group_id, insights, sync_status, sync_errors, last_synced_at,
       next_sync_at, coalesce(created_at, :now), :now
     FROM jsonb_to_recordset(CAST(:posts AS jsonb)) AS w(
       id text, account_id text, platform text, platform_post_id text,
       status text, caption text, media_type text, media jsonb,
       hashtags text[], mentions text[], permalink text,
       posted_at timestamptz, group_id text, insights jsonb, sync_status text,
       sync_errors text[], last_synced_at timestamptz,
       next_sync_at timestamptz, created_at timestamptz
     )`,
    { now, posts: toJsonb(posts) }
  )
  await insertComments(trx, posts, now)
  // Old posts are not read again: nothing else would give comments their place.
  const withComments = posts.filter(({ comments }) => comments.length > 0)
  const ids = withComments.map(({ id }) => id)
  await placeThreads(trx, ids, "new")
  await insertReadings(trx, posts, now)
}

async function insertComments(
  trx: Knex,
  posts: readonly PlacedPost[],
  now: Date
): Promise<void> {
  const rows = posts.flatMap((post) =>
    post.comments.map(({ created_at, ...comment }) => ({
      ...comment,
      id: stableId("scom", post.id, comment.id ?? ""),
      platform_comment_id: comment.id,
      post_id: post.id,
      commented_at: created_at,
      fetched_at: post.last_synced_at ?? post.created_at,
    }))
  )
  await trx.raw(
    `INSERT INTO social_comment (
       id, post_id, platform_comment_id, parent_id, author_id, author_name,
       text, like_count, commented_at, fetched_at, created_at, updated_at
     )
     SELECT id, post_id, platform_comment_id, parent_id, author_id,
       author_name, text, like_count, commented_at, fetched_at, :now, :now
     FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS w(
       id text, post_id text, platform_comment_id text, parent_id text,
       author_id text, author_name text, text text,
       like_count double precision, commented_at timestamptz,
       fetched_at timestamptz
     )
     WHERE platform_comment_id IS NOT NULL
     ON CONFLICT DO NOTHING`,
    { now, rows: toJsonb(rows) }
  )
}

/** The numbers of the old store begin the history: gains can be told from there. */
async function insertReadings(
  trx: Knex,
  posts: readonly PlacedPost[],
  now: Date
): Promise<void> {
  const rows = posts
    .filter(({ last_synced_at, numbers }) => {
      const known = Object.values(numbers.metrics)
      return last_synced_at && known.some((value) => value !== null)
    })
    .map(({ id, insights, last_synced_at, numbers: { metrics } }) => ({
      ...metrics,
      engagement: insights.engagement,
      engagement_rate: insights.engagement_rate,
      other_metrics: otherMetrics(metrics, SNAPSHOT_NUMBERS),
      id: stableId("ssnap", id),
      post_id: id,
      captured_at: last_synced_at,
    }))
  const numbers = SNAPSHOT_NUMBERS.join(", ")
  const typed = SNAPSHOT_NUMBERS.map((name) => `${name} double precision`)
  await trx.raw(
    `INSERT INTO social_post_snapshot (
       id, post_id, captured_at, ${numbers}, other_metrics, created_at, updated_at
     )
     SELECT id, post_id, captured_at, ${numbers}, other_metrics, :now, :now
     FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS w(
       id text, post_id text, captured_at timestamptz, ${typed.join(", ")},
       other_metrics jsonb
     )
     ON CONFLICT DO NOTHING`,
    { now, rows: toJsonb(rows) }
  )
}

/**
 * Gives posts that are there what they lack: what was read here wins, keys of
 * others are added. Returns the ids that changed.
 */
export async function completePosts(
  trx: Knex,
  posts: readonly { id: string; planned: PlacedPost }[],
  now: Date
): Promise<string[]> {
  if (posts.length === 0) {
    return []
  }
  const { rows } = await trx.raw(
    `UPDATE social_post p SET
       insights = w.insights || (${insightsOf("p.insights")}),
       caption = CASE WHEN p.content_removed_at IS NULL
         THEN coalesce(p.caption, w.caption) ELSE p.caption END,
       permalink = coalesce(p.permalink, w.permalink),
       posted_at = coalesce(p.posted_at, w.posted_at),
       group_id = coalesce(p.group_id, w.group_id),
       updated_at = :now
     FROM jsonb_to_recordset(CAST(:posts AS jsonb)) AS w(
       id text, insights jsonb, caption text, permalink text,
       posted_at timestamptz, group_id text
     )
     WHERE p.id = w.id AND (
       (w.insights || (${insightsOf("p.insights")})) IS DISTINCT FROM p.insights
       OR (p.caption IS NULL AND w.caption IS NOT NULL)
       OR (p.permalink IS NULL AND w.permalink IS NOT NULL)
       OR (p.posted_at IS NULL AND w.posted_at IS NOT NULL)
       OR (p.group_id IS NULL AND w.group_id IS NOT NULL)
     )
     RETURNING p.id`,
    {
      now,
      posts: toJsonb(posts.map(({ id, planned }) => ({ ...planned, id }))),
    }
  )
  return rows.map(({ id }: { id: string }) => id)
}
