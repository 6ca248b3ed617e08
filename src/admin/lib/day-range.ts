/** Days as `YYYY-MM-DD` in UTC, both included. */
export interface DayRange {
  from: string
  to: string
}

export const SPANS = [7, 28, 90] as const

/** So many days back, days of one's own, or everything there is. */
export type RangeChoice = (typeof SPANS)[number] | DayRange | "all"

const DAY_MS = 86_400_000

/** The day of a moment, in UTC. */
export const dayOf = (time: Date | number): string =>
  new Date(time).toISOString().slice(0, 10)

export const today = (now = Date.now()): string => dayOf(now)

/** The last day that is over: today's numbers are not complete. */
export const yesterday = (now = Date.now()): string => dayOf(now - DAY_MS)

export const addDays = (day: string, days: number): string =>
  dayOf(Date.parse(day) + days * DAY_MS)

/** The days of a choice that ends with `lastDay`; `null` for everything. */
export function rangeOf(choice: RangeChoice, lastDay: string): DayRange | null {
  if (choice === "all") {
    return null
  }
  return typeof choice === "number"
    ? { from: addDays(lastDay, 1 - choice), to: lastDay }
    : choice
}

/** The days of a span that a server wrote in moments, the end left out. */
export const daysOf = ({ from, to }: DayRange): DayRange => ({
  from: from.slice(0, 10),
  to: to.includes("T") ? dayOf(Date.parse(to) - 1) : to,
})

/**
 * A day that was picked in a calendar, which knows local days only. Nothing is
 * known of days to come: while one types, they are today.
 */
export function pickedDay(date: Date, now = Date.now()): string {
  const part = (value: number, digits = 2) =>
    String(value).padStart(digits, "0")
  const day = `${part(date.getFullYear(), 4)}-${part(date.getMonth() + 1)}-${part(date.getDate())}`
  return day > today(now) ? today(now) : day
}

/** A day as a calendar shows it: the same date, at local midnight. */
export function calendarDate(day: string): Date {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number)
  const shown = new Date(2000, month - 1, date)
  // Years of one or two digits, while one types, would be taken for 19…
  shown.setFullYear(year, month - 1, date)
  return shown
}

/** The other end follows, so that a range never ends before it begins. */
export const withFrom = (range: DayRange, from: string): DayRange => ({
  from,
  to: range.to < from ? from : range.to,
})

export const withTo = (range: DayRange, to: string): DayRange => ({
  from: range.from > to ? to : range.from,
  to,
})
