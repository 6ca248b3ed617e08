import { MedusaError } from "@medusajs/framework/utils"
import { PlatformError } from "../../../platform-kit"

/**
 * A platform's error as Medusa's HTTP layer understands it. Everything a
 * caller can act on is a 400 with the platform's sentence.
 */
export function toMedusaError(
  error: PlatformError,
  clean: (text: string) => string = (text) => text
): MedusaError {
  return new MedusaError(
    error.kind === "invalid" || error.kind === "gone"
      ? MedusaError.Types.INVALID_DATA
      : MedusaError.Types.NOT_ALLOWED,
    clean(error.message),
    error.code
  )
}

/** Does something whose `PlatformError` is meant for the caller. */
export function withMedusaErrors<T>(work: () => T): T {
  try {
    return work()
  } catch (thrown) {
    throw PlatformError.is(thrown) ? toMedusaError(thrown) : thrown
  }
}
