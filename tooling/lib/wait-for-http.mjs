import { setTimeout as wait } from "node:timers/promises"

/**
 * Asks an address until it answers 200.
 * @param stillRunning throws when waiting has become pointless
 */
export async function waitForHttp(url, stillRunning, timeoutMs = 180_000) {
  const end = Date.now() + timeoutMs
  while (Date.now() < end) {
    stillRunning()
    const answer = await fetch(url, {
      signal: AbortSignal.timeout(5_000),
    }).catch(() => null)
    if (answer?.ok) {
      return
    }
    await wait(200)
  }
  throw new Error(`${url} did not answer within ${timeoutMs / 1000} s.`)
}
