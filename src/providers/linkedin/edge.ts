import {
  type PlatformEdge,
  PlatformError,
  type PlatformRequest,
} from "../../platform-kit"
import { classifyLinkedInAnswer } from "./classify"
import { THROTTLED } from "./errors"

/**
 * What LinkedIn knows about its own answers. It has no rate headers. A 429 that
 * names no daily limit is often only the infrastructure's and clears by itself,
 * so each request gets one short retry before the account is parked.
 */
export function linkedinEdge(): PlatformEdge {
  const throttledBefore = new WeakSet<PlatformRequest>()
  return {
    platform: "linkedin",
    label: "LinkedIn",
    classify: (answer, request, call) => {
      const error = classifyLinkedInAnswer(answer, call.now())
      if (error?.code !== THROTTLED || throttledBefore.has(request)) {
        return error
      }
      throttledBefore.add(request)
      return new PlatformError({
        kind: "transient",
        scope: "post",
        code: THROTTLED,
        message: "LinkedIn is busy. It is tried again at once.",
        cause: error,
      })
    },
    readUsage: () => [],
  }
}
