/**
 * A filter as the dashboard's tables keep it in the address: JSON, or a plain
 * word in an address that was written by hand. One that was opened but not
 * filled is `null` there, which is no filter.
 */
export function readFilter<TValue = string | string[]>(
  value: string | undefined
): TValue | string | undefined {
  if (value === undefined) {
    return undefined
  }
  try {
    return (JSON.parse(value) as TValue | null) ?? undefined
  } catch {
    return value
  }
}
