import type { SyncScope } from "../types/sync"
import type { Knex } from "./database"
import { type BatchSize, findCompanions } from "./find-companions"

/** A post in a run's scope, and why it may not be read now. */
export interface ScopedPost {
  id: string
  platform: string
  /** `null` when the post can be read. */
  obstacle:
    "fresh" | "busy" | "account" | "parked" | "status" | "platform" | null
  /** Run that reads the post, for `busy`. */
  run_id: string | null
  /** The account's reason, for `account`; the post's status, for `status`. */
  reason: string | null
  /** What people know the account by. */
  account_name: string | null
  parked_until: Date | null
  last_synced_at: Date | null
}

export interface ClaimLimits {
  now: Date
  fresh_after: Date
  limit: number
  /** Platforms that are configured; posts of others cannot be read. */
  platforms: string[]
  /** Posts per call, by platform: calls for due posts are filled up with others. */
  batch_sizes?: Readonly<Record<string, BatchSize>>
}

/** Reading a post that somebody reads already, or whose reader is silent. */
const BUSY = `EXISTS (
  SELECT 1 FROM social_sync_run r
  WHERE r.id = p.claim_run_id AND r.status = 'running' AND r.lease_until > :now
)`

/**
 * When a post was read last. Without numbers their age says nothing; then the
 * run that read the comments does.
 */
const LAST_READ = `CASE WHEN a.sync_numbers THEN p.last_synced_at ELSE (
  SELECT last.started_at FROM social_sync_run last WHERE last.id = p.last_run_id
) END`

/** What is due was planned by what its last reading brought, however fresh it is. */
const OBSTACLE = `CASE
  WHEN ${BUSY} THEN 'busy'
  WHEN a.status <> 'active' THEN 'account'
  WHEN a.parked_until > :now THEN 'parked'
  WHEN NOT :force AND NOT :due AND ${LAST_READ} > :fresh_after
    AND p.sync_status IN ('success', 'partial') THEN 'fresh'
END`

function conditionsOf(scope: SyncScope): string[] {
  return [
    "p.deleted_at IS NULL",
    "p.status = 'posted'",
    "a.deleted_at IS NULL",
    "p.platform = ANY(:platforms)",
    scope.post_ids && "p.id = ANY(:post_ids)",
    scope.platform && "p.platform = :platform",
    scope.account_id && "p.account_id = :account_id",
    scope.due && "p.next_sync_at <= :now",
    // Stories that have ended have no numbers any more; a person may try.
    !scope.post_ids && "(p.expires_at IS NULL OR p.expires_at > :now)",
    scope.without_schedule && "a.sync_schedule IS NULL",
    scope.max_age_days !== undefined &&
      "(p.posted_at IS NULL OR p.posted_at > CAST(:now AS timestamptz) - make_interval(days => CAST(:max_age_days AS int)))",
  ].filter((condition): condition is string => typeof condition === "string")
}

function bindingsOf(scope: SyncScope, limits: ClaimLimits) {
  return {
    ...limits,
    post_ids: scope.post_ids ?? null,
    platform: scope.platform ?? null,
    account_id: scope.account_id ?? null,
    max_age_days: scope.max_age_days ?? null,
    force: scope.force ?? false,
    due: scope.due ?? false,
  }
}

/**
 * The posts a limited run is about, newest first, those that can be read
 * before those that cannot: a second run goes on with older posts instead of
 * meeting only fresh ones.
 */
export async function listScope(
  knex: Knex,
  scope: SyncScope,
  limits: ClaimLimits
): Promise<ScopedPost[]> {
  const { rows } = await knex.raw(
    `SELECT p.id, p.platform, ${OBSTACLE} AS obstacle,
       p.claim_run_id AS run_id, a.status_reason AS reason,
       coalesce(a.display_name, a.username) AS account_name,
       a.parked_until, ${LAST_READ} AS last_synced_at
     FROM social_post p JOIN social_account a ON a.id = p.account_id
     WHERE ${conditionsOf(scope).join(" AND ")}
     ORDER BY (${OBSTACLE}) IS NOT NULL, p.posted_at DESC NULLS LAST, p.id
     LIMIT :limit`,
    bindingsOf(scope, limits)
  )
  return rows
}

/** Those of some posts that no run reads: not posted, or of no platform here. */
export async function listUnreadable(
  knex: Knex,
  postIds: readonly string[],
  platforms: readonly string[]
): Promise<ScopedPost[]> {
  const { rows } = await knex.raw(
    `SELECT id, platform,
       CASE WHEN status <> 'posted' THEN 'status' ELSE 'platform' END
         AS obstacle,
       NULL AS run_id, status AS reason,
       NULL AS account_name, NULL AS parked_until, last_synced_at
     FROM social_post
     WHERE id = ANY(:postIds) AND deleted_at IS NULL
       AND (status <> 'posted' OR NOT platform = ANY(:platforms))
     ORDER BY posted_at DESC NULLS LAST, id`,
    { postIds, platforms }
  )
  return rows
}

/**
 * Not read by this run or by one that started later: two runs that work at the
 * same time would hand posts that keep failing to and fro without end.
 */
const NOT_TRIED = `NOT EXISTS (
  SELECT 1 FROM social_sync_run last JOIN social_sync_run own ON own.id = :run_id
  WHERE last.id = p.last_run_id AND last.started_at >= own.started_at
)`

/**
 * Claims posts for a run, skipping rows that another process is claiming. A
 * claim of a run that went silent is taken over; when that run ends, it counts
 * the post as skipped, so that its numbers still add up.
 *
 * Two statements: the first locks rows, but sees other runs as they were when
 * it began; only the second sees a run whose claim was committed meanwhile.
 */
export async function claimPosts(
  trx: Knex,
  runId: string,
  scope: SyncScope,
  limits: ClaimLimits
): Promise<string[]> {
  const { rows: locked } = await trx.raw(
    `SELECT p.id
     FROM social_post p JOIN social_account a ON a.id = p.account_id
     WHERE ${conditionsOf(scope).join(" AND ")} AND (${OBSTACLE}) IS NULL
       AND ${NOT_TRIED} AND p.claim_run_id IS DISTINCT FROM :run_id
     ORDER BY p.posted_at DESC NULLS LAST, p.id
     LIMIT :limit
     FOR UPDATE OF p SKIP LOCKED`,
    { ...bindingsOf(scope, limits), run_id: runId }
  )
  const ids = idsOf(locked)
  const { rows } = await trx.raw(
    `UPDATE social_post p SET claim_run_id = :runId, updated_at = :now
     WHERE p.id = ANY(:ids) AND NOT ${BUSY}
     RETURNING p.id`,
    {
      runId,
      now: limits.now,
      ids: scope.due
        ? ids.concat(await lockCompanions(trx, runId, ids, limits))
        : ids,
    }
  )
  return idsOf(rows)
}

async function lockCompanions(
  trx: Knex,
  runId: string,
  dueIds: readonly string[],
  { now, batch_sizes = {} }: ClaimLimits
): Promise<string[]> {
  const ids = await findCompanions(trx, runId, dueIds, batch_sizes, now)
  const { rows } = await trx.raw(
    `SELECT id FROM social_post WHERE id = ANY(:ids) FOR UPDATE SKIP LOCKED`,
    { ids }
  )
  return idsOf(rows)
}

const idsOf = (rows: { id: string }[]) => rows.map(({ id }) => id)
