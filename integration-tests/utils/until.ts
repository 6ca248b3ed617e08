import { setTimeout as wait } from "node:timers/promises"

const POLL_MS = 50
const LONGEST_MS = 60_000

/**
 * What a process beside the test brings about, asked for until it is there.
 * @throws Error when it does not happen in time, by default within a minute
 */
export async function until<T>(
  find: () => Promise<T | null>,
  longestMs = LONGEST_MS
): Promise<T> {
  const deadline = Date.now() + longestMs
  for (;;) {
    const found = await find()
    if (found !== null) {
      return found
    }
    if (Date.now() > deadline) {
      throw new Error("It did not happen in time.")
    }
    await wait(POLL_MS)
  }
}

/**
 * Repeats assertions until they hold: for what a page shows a moment later.
 * @throws what the last attempt threw, by default after twenty seconds
 */
export async function eventually(
  check: () => Promise<void>,
  longestMs = 20_000
): Promise<void> {
  const deadline = Date.now() + longestMs
  for (;;) {
    try {
      return await check()
    } catch (error) {
      if (Date.now() > deadline) {
        throw error
      }
      await wait(POLL_MS)
    }
  }
}
