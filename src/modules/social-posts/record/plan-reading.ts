import {
  type AccountUnavailableReason,
  addDays,
  daysBetween,
  startOfDay,
} from "../../../platform-kit"

/** A day that is kept already, as far as planning needs it. */
export interface RecordedDay {
  day: string
  captured_at: Date
  /** Why numbers of it are not known. */
  reasons: AccountUnavailableReason[]
}

export interface RecordSoFar {
  days: readonly RecordedDay[]
  last_day: string | null
}

/** Days, both included. */
export interface DayRange {
  from: string
  to: string
}

export interface ReadingPlan {
  /** Closed days to be asked for, newest range first. */
  ranges: DayRange[]
  /** Days without a row that the platform no longer tells. */
  lost: string[]
}

/** By then a day is over everywhere, in California too, and counted. */
const CLOSED_MS = 8 * 60 * 60 * 1000

/** Platforms go on counting a day for about two more. */
const SETTLING_DAYS = 3

/** Reasons that time may take away while a day is new. */
const PASSING: readonly AccountUnavailableReason[] = [
  "not_read",
  "no_data_yet",
  "not_permitted",
]

/** Nobody was asked: the platform may tell it as long as it keeps the day. */
const UNREAD: readonly AccountUnavailableReason[] = ["not_read"]

/**
 * Which days to ask for. A day is read once it has closed; again while it is
 * new and parts of it are missing; and as long as the platform keeps it when
 * parts of it could not be read. What is refused for good has another reason,
 * so that nothing is asked for in vain day after day.
 *
 * @param historyDays closed days back that the platform tells
 */
export function planReading(
  { days, last_day }: RecordSoFar,
  today: string,
  historyDays: number
): ReadingPlan {
  const byDay = new Map(days.map((day) => [day.day, day]))
  const oldest = addDays(today, -Math.max(1, historyDays))
  const settling = addDays(today, -SETTLING_DAYS)
  const needed = daysBetween(oldest, addDays(today, -1)).filter((day) =>
    isNeeded(day, byDay.get(day), settling)
  )
  return {
    ranges: toRanges(needed).reverse(),
    lost:
      last_day && last_day < oldest
        ? daysBetween(addDays(last_day, 1), addDays(oldest, -1))
        : [],
  }
}

function isNeeded(
  day: string,
  row: RecordedDay | undefined,
  settling: string
): boolean {
  const closed = startOfDay(addDays(day, 1)) + CLOSED_MS
  if (!row || row.captured_at.getTime() < closed) {
    // Never read, or only while it ran.
    return true
  }
  const passing = day >= settling ? PASSING : UNREAD
  return row.reasons.some((reason) => passing.includes(reason))
}

/** Days that follow each other, as ranges. */
function toRanges(days: readonly string[]): DayRange[] {
  const ranges: DayRange[] = []
  for (const day of days) {
    const last = ranges.at(-1)
    if (last && addDays(last.to, 1) === day) {
      last.to = day
    } else {
      ranges.push({ from: day, to: day })
    }
  }
  return ranges
}
