/** Whether an address leads to a page; one that could run a script does not. */
export function isWebAddress(
  address: string | null | undefined
): address is string {
  try {
    return /^https?:$/.test(new URL(address ?? "").protocol)
  } catch {
    return false
  }
}
