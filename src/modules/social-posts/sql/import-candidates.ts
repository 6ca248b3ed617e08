import type { ListedPost } from "../../../platform-kit"
import { permalinkKey } from "../imports/permalink-key"
import { insightsOf, type Knex } from "./database"
import type { ClaimedPost } from "./load-claimed"

/** A stored post that may be one of a page. */
export interface ImportCandidate extends ClaimedPost {
  status: string
  listed_at: Date | null
  /** The walk that saw it last. */
  listed_by: string | null
  /** The run or walk that read its numbers last. */
  last_run_id: string | null
  /** A sync is reading it. */
  busy: boolean
}

/**
 * The stored posts of an account that may be those of a page, locked in one
 * order: by id, and of those that no list has shown yet by the address, or by
 * an id somewhere in `insights`. `matchPosts` looks more closely.
 */
export async function lockCandidates(
  trx: Knex,
  accountId: string,
  posts: readonly ListedPost[],
  now: Date
): Promise<ImportCandidate[]> {
  const ids = posts.flatMap(({ platform_post_id, other_ids }) => [
    platform_post_id,
    ...(other_ids ?? []),
  ])
  const paths = posts.flatMap(
    ({ details }) => pathOf(details.permalink ?? null) ?? []
  )
  const traces = ids.map((id) => id.toLowerCase()).concat(paths)
  const { rows } = await trx.raw(
    `SELECT p.id, p.account_id, p.platform, p.platform_post_id, p.permalink,
       p.media_type, p.media_product_type, p.posted_at, p.insights_blocked,
       p.gone_since, p.unchanged_readings, p.comments_due_at, p.expires_at, p.status,
       p.listed_at, p.listed_by, p.last_run_id,
       (${insightsOf("p.insights")}) - 'comments_data' AS insights,
       EXISTS (
         SELECT 1 FROM social_sync_run r WHERE r.id = p.claim_run_id
           AND r.status = 'running' AND r.lease_until > :now
       ) AS busy
     FROM social_post p
     WHERE p.account_id = :accountId AND p.deleted_at IS NULL AND (
       p.platform_post_id = ANY(:ids)
       OR (p.platform_post_id IS NOT NULL AND p.listed_at IS NULL
         AND ${mentions("p.permalink", "paths")})
       OR (p.platform_post_id IS NULL AND ${mentions(
         "concat(p.permalink, ' ', p.insights)",
         "traces"
       )})
     )
     ORDER BY p.id FOR UPDATE OF p`,
    { accountId, ids, paths, traces, now }
  )
  return rows
}

const mentions = (text: string, bound: string) => `EXISTS (
  SELECT 1 FROM unnest(CAST(:${bound} AS text[])) AS trace(part)
  WHERE strpos(lower(${text}), trace.part) > 0
)`

/** The front page of a site tells nothing. */
function pathOf(permalink: string | null): string | null {
  const path = permalinkKey(permalink)?.split("?")[0] ?? ""
  const start = path.indexOf("/")
  return start < 0 ? null : path.slice(start).toLowerCase()
}
