/**
 * The end of a day that was picked in a calendar: lists say "before", the
 * calendar means "up to and with this day". A text that is no date, as an
 * address written by hand may hold, is no limit.
 */
export function dayAfter(time: string | undefined): string | undefined {
  const date = new Date(time ?? NaN)
  date.setHours(24, 0, 0, 0)
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString()
}
