/**
 * A filter as the dashboard's tables keep it in the address: JSON, or a plain
 * word in an address that was written by hand.
 */
export function readFilter<TValue = string | string[]>(
  value: string | undefined
): TValue | string | undefined {
  if (value === undefined) {
    return undefined
  }
  try {
    return JSON.parse(value) as TValue
  } catch {
    return value
  }
}
