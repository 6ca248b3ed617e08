import { PlatformError, redact } from "../../../platform-kit"
import { toMedusaError } from "../utils/to-medusa-error"

const ONCE =
  "Then start again from the accounts page: a consent works only once."

/**
 * A failed exchange as a caller is told of it, without the given secrets.
 * Whatever happened, the code is used: trying again means starting again.
 */
export function exchangeError(
  thrown: unknown,
  secrets: readonly string[]
): unknown {
  return PlatformError.is(thrown)
    ? toMedusaError(thrown, (text) =>
        redact(thrown.kind === "transient" ? `${text} ${ONCE}` : text, secrets)
      )
    : thrown
}
