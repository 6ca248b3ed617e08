const DAY_MS = 24 * 60 * 60 * 1000

/** The UTC day of a moment, `YYYY-MM-DD`. */
export function dayOf(time: Date | number): string {
  return new Date(time).toISOString().slice(0, 10)
}

/** Midnight UTC at which a day begins, in epoch milliseconds. */
export function startOfDay(day: string): number {
  return Date.parse(`${day}T00:00:00.000Z`)
}

/** The day that many days later; earlier when negative. */
export function addDays(day: string, days: number): string {
  return dayOf(startOfDay(day) + days * DAY_MS)
}

/** All days from the first to the last, both included; none when they are the wrong way round. */
export function daysBetween(from: string, to: string): string[] {
  const days: string[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) {
    days.push(day)
  }
  return days
}
