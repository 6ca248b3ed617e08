import {
  type BudgetState,
  type MetricVerdict,
  type PlatformProfile,
} from "../../../platform-kit"
import { definitionVersion } from "../history/definitions"
import {
  type ComposedInsights,
  composeInsights,
  numbersOf,
  otherMetrics,
} from "../insights/compose-insights"
import { judgePost, toOutcome } from "../insights/judge-post"
import { pacePerHour } from "../insights/growth"
import { slotOffset } from "../insights/reading-interval"
import type { PostReadout } from "../insights/post-readout"
import type { PostOutcome } from "../types/sync"
import { type AccountOutcome, writeAccountOutcome } from "./account-states"
import { writeBudgets } from "./budgets"
import type { Knex } from "./database"
import { addProgress, holdRun, type RunProgress } from "./runs"
import { writeVerdicts } from "./verdicts"
import { writeComments } from "./write-comments"
import {
  type PostWrite,
  SNAPSHOT_NUMBERS,
  type SnapshotWrite,
  writePosts,
  writeSnapshots,
} from "./write-readings"

/** One post, ready to be written. */
export interface PreparedPost {
  write: PostWrite
  snapshot: SnapshotWrite | null
  outcome: PostOutcome
}

/** When the posts of an account are read, as its writer knew it. */
export interface AccountPlan {
  /** Cron expression; `null` follows the age of each post. */
  sync_schedule: string | null
  /** Its next run. */
  next_run: Date | null
}

/** Turns a readout into rows. Pure. */
export function preparePost(
  readout: PostReadout,
  profile: PlatformProfile,
  plan: AccountPlan,
  now: Date
): PreparedPost {
  const { post, reading } = readout
  const composed = reading
    ? composeInsights(post.insights, reading, profile)
    : null
  const judged = judgePost(post, readout, {
    changed: composed?.changed ?? false,
    scheduled: plan.next_run,
    pace: pacePerHour(
      composed?.change ?? null,
      post.insights.last_synced_at,
      now
    ),
    slot_offset: slotOffset(post.account_id),
    now,
  })
  const details = reading?.details ?? {}
  const write: PostWrite = {
    id: post.id,
    insights: {
      ...composed?.patch,
      ...withoutEmpty({
        platform: profile.identifier,
        platform_post_id: readout.platform_post_id ?? post.platform_post_id,
        permalink: details.permalink,
        media_type: details.media_type,
        media_product_type: details.media_product_type,
        last_synced_at: reading ? now.toISOString() : undefined,
      }),
      sync_status: judged.sync_status,
      sync_errors: judged.sync_errors,
    },
    sync_status: judged.sync_status,
    sync_errors: judged.sync_errors,
    last_synced_at: reading ? now : null,
    next_sync_at: judged.next_sync_at,
    known_comments_due_at: post.comments_due_at,
    known_schedule: plan.sync_schedule,
    unchanged_readings: judged.unchanged_readings,
    gone_since: judged.gone_since,
    status: judged.status,
    platform_post_id: readout.platform_post_id,
    known_post_id: post.platform_post_id,
    permalink: details.permalink ?? null,
    caption: details.caption ?? null,
    media_type: details.media_type ?? null,
    media_product_type: details.media_product_type ?? null,
    media: mediaOf(details.media_url, details.thumbnail_url),
    hashtags: details.hashtags ?? null,
    posted_at: details.posted_at ?? null,
    insights_blocked: reading?.insights_blocked ?? null,
  }
  const numbers = composed && measured(readout, composed, profile)
  const snapshot = composed &&
    reading &&
    numbers && {
      post_id: post.id,
      captured_at: now,
      numbers: pickNumbers(numbers),
      other_metrics: otherMetrics(numbers, SNAPSHOT_NUMBERS),
      breakdowns: breakdownsOf(reading.reactions, reading.breakdowns),
      changed: composed.changed || composed.split_changed,
      definition_version: definitionVersion(profile.definitions, now),
    }
  return {
    write,
    snapshot,
    outcome: toOutcome(post.id, profile.identifier, judged),
  }
}

/**
 * What the history notes. A platform may leave out what cannot have changed, so
 * what was known stays; but after an error nobody knows what would have come,
 * and only what did was measured. `null` when that is nothing.
 */
function measured(
  { reading, problems }: PostReadout,
  { numbers }: ComposedInsights,
  profile: PlatformProfile
): Record<string, number | null> | null {
  const isWhole = problems.every(({ part }) => part !== "Insights metrics")
  if (!reading || isWhole) {
    return numbers
  }
  const read = numbersOf(reading, profile)
  return Object.values(read).some((value) => value !== null) ? read : null
}

export interface BatchWrite {
  run_id: string
  worker: string
  lease_until: Date
  posts: readonly PreparedPost[]
  readouts: readonly PostReadout[]
  account: AccountOutcome
  verdicts: readonly MetricVerdict[]
  budgets: readonly BudgetState[]
  calls: Record<string, number>
}

/** Another worker has taken the run over; nothing may be written any more. */
export class RunLostError extends Error {}

/**
 * Writes a batch in one transaction: posts, history, comments, account,
 * verdicts, budgets and the run's progress. A fixed number of statements,
 * whatever the size of the batch. Safe to repeat: a post whose claim has
 * ended is neither written nor counted again.
 */
export async function writeBatch(
  knex: Knex,
  batch: BatchWrite,
  now: Date
): Promise<Set<string>> {
  return knex.transaction(async (trx) => {
    const { run_id, worker, lease_until } = batch
    if (!(await holdRun(trx, run_id, worker, lease_until))) {
      throw new RunLostError(`Run ${run_id} was taken over.`)
    }
    const writes = batch.posts.map(({ write }) => write)
    const written = await writePosts(trx, run_id, writes, now)
    const kept = batch.posts.filter(({ write }) => written.has(write.id))
    const snapshots = kept.flatMap(({ snapshot }) => snapshot ?? [])
    await writeSnapshots(trx, run_id, snapshots, now)
    const comments = batch.readouts.flatMap(({ post, comments }) =>
      comments && written.has(post.id) ? comments : []
    )
    await writeComments(trx, comments, now)
    await writeVerdicts(trx, batch.verdicts, now)
    await writeBudgets(trx, batch.budgets, now)
    await writeAccountOutcome(trx, batch.account, now)
    const progress = progressOf(kept, batch.calls)
    await addProgress(trx, run_id, progress, now)
    return written
  })
}

function progressOf(
  posts: readonly PreparedPost[],
  calls: Record<string, number>
): RunProgress {
  const outcomes = posts.map(({ outcome }) => outcome)
  const count = (status: PostOutcome["status"]) =>
    outcomes.filter((outcome) => outcome.status === status).length
  return {
    success: count("success") + count("partial"),
    partial: count("partial"),
    failed: count("failed"),
    calls,
    problems: outcomes.flatMap(({ post_id, platform, status, error }) =>
      error ? { post_id, platform, status, message: error } : []
    ),
  }
}

function pickNumbers(numbers: Record<string, number | null>) {
  return Object.fromEntries(
    SNAPSHOT_NUMBERS.map((name) => [name, numbers[name] ?? null])
  )
}

function breakdownsOf(
  reactions: Record<string, number> | undefined,
  breakdowns: Record<string, Record<string, number>> | undefined
): Record<string, unknown> | null {
  return reactions || breakdowns
    ? { ...(reactions && { reactions }), ...breakdowns }
    : null
}

function mediaOf(
  media_url: string | null | undefined,
  thumbnail_url: string | null | undefined
): Record<string, unknown> | null {
  return media_url || thumbnail_url
    ? withoutEmpty({ media_url, thumbnail_url })
    : null
}

function withoutEmpty(
  record: Record<string, unknown>
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(record).filter(
      ([, value]) => value !== undefined && value !== null
    )
  )
}
