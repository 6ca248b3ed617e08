import { CURSOR_EXPIRED, PlatformError } from "../../../platform-kit"
import { LONGEST_LIMIT } from "../insights/next-sync-at"
import type { ImportRow } from "../types/imports"

const MINUTE = 60 * 1000

/** A limit without a time of its own is asked again after this long. */
const DEFAULT_PARK = 15 * MINUTE
/** Trouble that passes is given this long. */
const PAUSE = 5 * MINUTE

/** How often a walk begins again, or tries a page again after trouble that passes. */
const MOST_RESTARTS = 3
const MOST_PAUSES = 5

/** What becomes of a walk that met trouble. */
export type WalkFate =
  { then: "restart" } | { then: "park"; until: Date } | { then: "fail" }

/** Decides what becomes of a walk that met trouble. Pure. */
export function judgeFailure(
  error: PlatformError,
  { problems, pages }: Pick<ImportRow, "problems" | "pages">,
  now: Date
): WalkFate {
  const earlier = problems.filter(({ code }) => code === error.code)
  if (error.code === CURSOR_EXPIRED) {
    return earlier.length < MOST_RESTARTS
      ? { then: "restart" }
      : { then: "fail" }
  }
  switch (error.kind) {
    case "rate_limit":
    case "quota":
    case "payment":
      return { then: "park", until: untilOf(error, now) }
    case "transient":
      // A walk of days meets trouble now and then; pages in between are progress.
      return earlier.filter(({ page }) => page === pages).length < MOST_PAUSES
        ? { then: "park", until: new Date(now.getTime() + PAUSE) }
        : { then: "fail" }
    default:
      return { then: "fail" }
  }
}

/** A reset time far away is a mistake, not a limit; one in the past is none. */
function untilOf({ retry_at }: PlatformError, now: Date): Date {
  const asked =
    retry_at && retry_at > now
      ? retry_at.getTime()
      : now.getTime() + DEFAULT_PARK
  return new Date(Math.min(asked, now.getTime() + LONGEST_LIMIT))
}

/** Nothing but repetitions came, page after page. */
export const goesInCircles = (label: string) =>
  neverEnds(`${label} gave the same part of the list again and again.`)

/** Nothing at all came, page after page. */
export const staysEmpty = (label: string) =>
  neverEnds(`${label} gave nothing but empty pages of the list.`)

const neverEnds = (what: string) =>
  new PlatformError({
    kind: "invalid",
    scope: "post",
    code: "list_in_circles",
    message: `${what} What was found until then is stored; import again later.`,
  })
