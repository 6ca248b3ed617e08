export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** `2026-09-01T10:20:30+0000` */
export function graphTime(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}+0000`
}

/** First instant of the UTC day. */
export function utcMidnight(ms: number): number {
  return Math.floor(ms / DAY) * DAY
}

function nthSunday(year: number, month: number, n: number): number {
  const first = new Date(Date.UTC(year, month, 1)).getUTCDay()
  return Date.UTC(year, month, 1 + ((7 - first) % 7) + (n - 1) * 7)
}

/** Pacific midnight in UTC, 07:00 or 08:00: where Meta's insight days end. */
export function pacificMidnight(ms: number): number {
  const day = utcMidnight(ms)
  const year = new Date(day).getUTCFullYear()
  const summer =
    day > nthSunday(year, 2, 2) && day <= nthSunday(year, 10, 1) ? 7 : 8
  return day + summer * HOUR
}

/** A `since`/`until` value: unix seconds or a date; undefined when unreadable. */
export function parseMoment(text: string | undefined): number | undefined {
  if (!text) {
    return undefined
  }
  const ms = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text)
  return Number.isNaN(ms) ? undefined : ms
}
