import {
  pacePerHour,
  relativeChange,
} from "../../src/modules/social-posts/insights/growth"
import {
  firstSyncAt,
  nextSyncAt,
} from "../../src/modules/social-posts/insights/next-sync-at"
import { slotOffset } from "../../src/modules/social-posts/insights/reading-interval"
import {
  LEAST_SHARE,
  SHORTEST_GAP_MS,
} from "../../src/modules/social-posts/sql/find-companions"
import { LIFE_HOURS } from "./growth-curves"
import { METRICS, type SimulatedAccount } from "./simulated-posts"
import type { Schedule, StoredPost } from "./simulate"

const HOUR = 60 * 60 * 1000
const START = Date.parse("2026-01-01T00:00:00Z")
/** When the daily job runs. */
const DAILY_HOUR = 2
/** Younger readings are fresh: the daily job leaves them alone. */
const FRESH_HOURS = 1

const dateOf = (hour: number) => new Date(START + hour * HOUR)
const minuteOf = (hour: number) => Math.ceil(hour * 60 - 1e-6)
const hourOf = (date: Date) => (date.getTime() - START) / HOUR

/** Reads everything at once, each time that many hours have passed. */
export function fixedSchedule(everyHours: number): Schedule {
  const all = new Set<StoredPost>()
  let next = DAILY_HOUR
  return {
    add: (stored) => all.add(stored),
    take: (hour) => {
      if (hour < next) {
        return []
      }
      next += everyHours
      return [...all].filter((stored) => isFollowed(all, stored, hour))
    },
    wasRead: () => undefined,
  }
}

interface Plan {
  next: number
  unchanged: number
}

/**
 * What the plugin does: each minute the job for due posts, with the posts that
 * fill up its calls; with `nightly` also the daily job.
 */
export function ownSchedule(
  { id, batch }: SimulatedAccount,
  { nightly = false } = {}
): Schedule {
  const plans = new Map<StoredPost, Plan>()
  const dueIn = new Map<number, StoredPost[]>()
  const slot_offset = slotOffset(id)

  const put = (stored: StoredPost, next: Date | null, unchanged: number) => {
    const hour = next ? hourOf(next) : Infinity
    plans.set(stored, { next: hour, unchanged })
    const minute = minuteOf(hour)
    const others = dueIn.get(minute)
    if (others) {
      others.push(stored)
    } else {
      dueIn.set(minute, [stored])
    }
  }
  const plan = (
    stored: StoredPost,
    hour: number,
    unchanged: number,
    pace: number | null
  ) => {
    const outcome = {
      posted_at: dateOf(stored.post.published),
      unchanged_readings: unchanged,
      retry_at: null,
      gone: false,
      passing: false,
      ended: false,
      pace,
      slot_offset,
    }
    put(stored, nextSyncAt(outcome, dateOf(hour)), unchanged)
  }
  const takeDue = (hour: number) => {
    const minute = minuteOf(hour)
    const due = (dueIn.get(minute) ?? []).filter(
      (stored) =>
        minuteOf(plans.get(stored)?.next ?? Infinity) === minute &&
        isFollowed(plans, stored, hour)
    )
    dueIn.delete(minute)
    return due
  }
  return {
    add: (stored, hour) =>
      stored.numbers
        ? plan(stored, hour, 0, null)
        : put(stored, firstSyncAt(dateOf(hour)), 0),
    take: (hour) => {
      const due = takeDue(hour)
      if (nightly && hour % 24 === DAILY_HOUR) {
        return [...plans.keys()].filter(
          (stored) =>
            isFollowed(plans, stored, hour) &&
            (due.includes(stored) ||
              hour - (stored.read_at ?? hour) >= FRESH_HOURS)
        )
      }
      const room = Math.ceil(due.length / batch) * batch - due.length
      return room === 0 ? due : due.concat(companions(plans, hour, room))
    },
    wasRead: (stored, { numbers, read_at }, hour) => {
      const found = stored.numbers
      const changed = METRICS.some((name) => numbers?.[name] !== found?.[name])
      const unchanged = changed ? 0 : (plans.get(stored)?.unchanged ?? 0) + 1
      const pace =
        numbers && found && read_at !== null
          ? pacePerHour(
              relativeChange(numbers, found),
              dateOf(read_at).toISOString(),
              dateOf(hour)
            )
          : null
      plan(stored, hour, unchanged, pace)
    },
  }
}

/** As `find-companions.ts` chooses them, in the same order. */
function companions(
  plans: Map<StoredPost, Plan>,
  hour: number,
  room: number
): StoredPost[] {
  const shares: [StoredPost, number][] = []
  for (const [stored, { next }] of plans) {
    const { read_at } = stored
    if (read_at === null || next <= hour || next === Infinity) {
      continue
    }
    const share = (hour - read_at) / (next - read_at)
    if ((hour - read_at) * HOUR >= SHORTEST_GAP_MS && share >= LEAST_SHARE) {
      shares.push([stored, share])
    }
  }
  return shares
    .filter(([stored]) => isFollowed(plans, stored, hour))
    .sort(([, one], [, other]) => other - one)
    .slice(0, room)
    .map(([stored]) => stored)
}

/** Forgets what is too old. */
function isFollowed(
  all: { delete(stored: StoredPost): boolean },
  stored: StoredPost,
  hour: number
): boolean {
  const young = hour - stored.post.published < LIFE_HOURS
  if (!young) {
    all.delete(stored)
  }
  return young
}
