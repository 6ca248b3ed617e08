/** Sunset dates that do not follow the rule (§1; migrations page). */
const SUNSETS: Record<string, number> = {
  "202603": Date.UTC(2027, 2, 16),
}

/** The 15th of the month a year later; a weekend moves it to Monday. */
export function sunsetOf(version: string): number {
  const year = Number(version.slice(0, 4))
  const month = Number(version.slice(4)) - 1
  const known = SUNSETS[version]
  if (known !== undefined) {
    return known
  }
  const day = new Date(Date.UTC(year + 1, month, 15))
  const weekday = day.getUTCDay()
  const shift = weekday === 6 ? 2 : weekday === 0 ? 1 : 0
  return Date.UTC(year + 1, month, 15 + shift)
}

/** Newest version: last month's. A month's version appears within the month. */
export function newestVersion(now: Date): string {
  const month = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1))
  return month.toISOString().slice(0, 7).replace("-", "")
}

export function isActive(version: string, now: Date): boolean {
  return (
    /^20\d\d(0[1-9]|1[0-2])$/.test(version) &&
    version <= newestVersion(now) &&
    now.getTime() < sunsetOf(version)
  )
}
