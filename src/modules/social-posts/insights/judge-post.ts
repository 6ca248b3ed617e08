import type {
  PlatformError,
  PostProblem,
  PostReading,
} from "../../../platform-kit"
import type { PostOutcome } from "../types/sync"
import { nextSyncAt } from "./next-sync-at"

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
}

const HOUR_MS = 60 * 60 * 1000

/** On another day, and not because a clock jumped or midnight passed. */
const isAnotherDay = (first: Date, now: Date) =>
  first.toISOString().slice(0, 10) !== now.toISOString().slice(0, 10) &&
  now.getTime() - first.getTime() >= HOUR_MS

/** Decides from reading and problems what becomes of a post. Pure. */
export function judgePost(
  before: PostBefore,
  reading: PostReading | null,
  problems: readonly PostProblem[],
  changed: boolean,
  now: Date
): JudgedPost {
  const worst = problems[0]?.error ?? null
  const isGone = reading === null && worst?.kind === "gone"
  const confirmed =
    isGone && before.gone_since !== null && isAnotherDay(before.gone_since, now)
  const unchanged_readings = unchangedReadings(before, reading, changed)
  const sync_status = !reading
    ? "failed"
    : problems.length > 0
      ? "partial"
      : "success"
  return {
    sync_status,
    sync_errors: problems.map(({ part, error }) => `${part}: ${error.message}`),
    // Only a reading proves that the post is there after all.
    gone_since: reading ? null : (before.gone_since ?? (isGone ? now : null)),
    status: confirmed ? "unavailable" : null,
    unchanged_readings,
    next_sync_at: nextSyncAt(
      {
        posted_at: reading?.details.posted_at ?? before.posted_at,
        unchanged_readings,
        retry_at: worst?.retry_at ?? null,
        gone: isGone,
        passing: reading === null && worst?.kind === "transient",
        ended: confirmed,
      },
      now
    ),
    worst,
  }
}

/** A failure says nothing about change: the cadence stays as it was. */
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
