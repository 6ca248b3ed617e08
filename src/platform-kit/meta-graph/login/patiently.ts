import { waitBeforeRetry } from "../../backoff"
import type { ConnectingCall } from "../../contract"
import { PlatformError } from "../../errors"

const TRIES = 3
const DEFAULT_BASE_MS = 500

/**
 * For steps after a code was used up, which can be asked again: a hiccup must
 * not cost a person's consent. Refusals are final.
 */
export async function patiently<T>(
  { signal }: Pick<ConnectingCall, "signal">,
  baseMs = DEFAULT_BASE_MS,
  ask: () => Promise<T>
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await ask()
    } catch (thrown) {
      const error = PlatformError.from(thrown)
      const again = error.kind === "transient" && attempt < TRIES
      if (!again || signal?.aborted) {
        throw error
      }
      await waitBeforeRetry(attempt, baseMs)
    }
  }
}
