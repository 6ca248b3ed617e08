const HOURS_PER_DAY = 24
/** A platform's "48 hours" stay hours. */
const MOST_HOURS = 72

export interface Kept {
  unit: "hours" | "days"
  count: number
}

/** How long, in hours up to three days, else in days; `null` while the post is there. */
export function keptFor(hours: number): Kept | null {
  if (hours === 0) {
    return null
  }
  return hours <= MOST_HOURS || hours % HOURS_PER_DAY !== 0
    ? { unit: "hours", count: hours }
    : { unit: "days", count: hours / HOURS_PER_DAY }
}

export interface Removed {
  platform: string
  data: string
  count: number
}

/** What a run removed, or would, the most first; nothing is not told. */
export const removedOf = (
  removed: Readonly<Record<string, Readonly<Record<string, number>>>>
): Removed[] =>
  Object.entries(removed)
    .flatMap(([platform, counts]) =>
      Object.entries(counts).map(([data, count]) => ({ platform, data, count }))
    )
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
