/**
 * The end of a day that was picked in a calendar: lists say "before", the
 * calendar means "up to and with this day".
 */
export function dayAfter(time: string): string {
  const date = new Date(time)
  date.setHours(24, 0, 0, 0)
  return date.toISOString()
}
