import { inspect } from "node:util"
import { PlatformError } from "../errors"

/**
 * The PlatformError that something ends with.
 * @param secrets must be in no part of it that a logger could print
 */
export async function failure(
  promise: Promise<unknown>,
  secrets: readonly string[] = []
): Promise<PlatformError> {
  const error = await promise.then(
    (value) => {
      throw new Error(`expected an error, not ${inspect(value)}`)
    },
    (thrown: unknown) => thrown
  )
  if (!PlatformError.is(error)) {
    throw new Error(`expected a PlatformError, not ${inspect(error)}`)
  }
  const text = inspect(error, { depth: null, showHidden: true })
  for (const secret of secrets) {
    expect(text).not.toContain(secret)
  }
  return error
}
