import type { PlatformError, PostReading } from "../../../platform-kit"
import type { PostOutcome } from "../types/sync"
import { nextSyncAt } from "./next-sync-at"
import { gaveSomething, type PostReadout } from "./post-readout"

export interface JudgedPost {
  sync_status: "success" | "partial" | "failed"
  sync_errors: string[]
  gone_since: Date | null
  /** `unavailable` once the platform said twice, on different days, that the post is gone. */
  status: "unavailable" | null
  next_sync_at: Date | null
  unchanged_readings: number
  /** The problem that decides what a caller is told. */
  worst: PlatformError | null
}

interface PostBefore {
  posted_at: Date | null
  gone_since: Date | null
  unchanged_readings: number
  /** When the platform takes it away by itself (stories). */
  expires_at?: Date | null
}

const HOUR_MS = 60 * 60 * 1000

/** On another day, and not because a clock jumped or midnight passed. */
const isAnotherDay = (first: Date, now: Date) =>
  first.toISOString().slice(0, 10) !== now.toISOString().slice(0, 10) &&
  now.getTime() - first.getTime() >= HOUR_MS

/** What a sync found, as far as it is judged. */
type Findings = Pick<PostReadout, "reading" | "problems" | "comments">

interface Circumstances {
  /** A number differs from what was stored. */
  changed: boolean
  /** Next run of the account's own schedule, if it has one. */
  scheduled: Date | null
  /** Share of the numbers that changes in an hour; unknown when absent. */
  pace?: number | null
  /** Where the account's slots are in the day; none when absent. */
  slot_offset?: number
  now: Date
}

/** Decides from readings and problems what becomes of a post. Pure. */
export function judgePost(
  before: PostBefore,
  findings: Findings,
  { changed, scheduled, pace, slot_offset, now }: Circumstances
): JudgedPost {
  const { reading, problems } = findings
  // Comments alone are all that is wanted of some accounts.
  const found = gaveSomething(findings)
  const worst = problems[0]?.error ?? null
  // A story that has ended is gone as it should be.
  const over = Boolean(before.expires_at && before.expires_at <= now)
  const isGone = !found && !over && worst?.kind === "gone"
  const confirmed =
    isGone && before.gone_since !== null && isAnotherDay(before.gone_since, now)
  const unchanged_readings = unchangedReadings(before, reading, changed)
  const sync_status = !found
    ? "failed"
    : problems.length > 0
      ? "partial"
      : "success"
  return {
    sync_status,
    sync_errors: problems.map(({ part, error }) => `${part}: ${error.message}`),
    // Only an answer about it proves that the post is there after all.
    gone_since: found ? null : (before.gone_since ?? (isGone ? now : null)),
    status: confirmed ? "unavailable" : null,
    unchanged_readings,
    next_sync_at: nextSyncAt(
      {
        posted_at: reading?.details.posted_at ?? before.posted_at,
        unchanged_readings,
        retry_at: worst?.retry_at ?? null,
        gone: isGone,
        passing: !found && worst?.kind === "transient",
        ended: confirmed,
        scheduled,
        expires_at: before.expires_at ?? null,
        pace,
        slot_offset,
      },
      now
    ),
    worst,
  }
}

/** Without numbers nothing is known of change: the cadence stays as it was. */
function unchangedReadings(
  before: PostBefore,
  reading: PostReading | null,
  changed: boolean
): number {
  if (!reading) {
    return before.unchanged_readings
  }
  return changed ? 0 : before.unchanged_readings + 1
}

/** What callers are told about a judged post. */
export function toOutcome(
  postId: string,
  platform: string,
  judged: JudgedPost
): PostOutcome {
  const outcome: PostOutcome = {
    post_id: postId,
    platform,
    status: judged.sync_status,
  }
  return judged.worst
    ? {
        ...outcome,
        error: judged.sync_errors.join(" "),
        kind: judged.worst.kind,
        retry_at: judged.worst.retry_at?.toISOString() ?? null,
      }
    : outcome
}
