const LONGEST_MS = 30000

/**
 * Waits before try `attempt + 1`: exponential, with full jitter so that many
 * workers do not come back at the same moment.
 */
export async function waitBeforeRetry(
  attempt: number,
  baseMs: number
): Promise<void> {
  const ceiling = Math.min(LONGEST_MS, baseMs * 2 ** (attempt - 1))
  const ms = ceiling / 2 + Math.random() * (ceiling / 2)
  await new Promise((done) => setTimeout(done, ms))
}
