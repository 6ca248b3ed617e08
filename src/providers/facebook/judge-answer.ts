import {
  type PlatformCall,
  PlatformError,
  type PostProblem,
  type PostReading,
} from "../../platform-kit"
import type { GraphObject, ObjectAnswer } from "../../platform-kit/meta-graph"
import { insightsNotGranted } from "./errors"
import { hasNoInsights, mapInsights } from "./map-insights"

/**
 * A post's answer as a reading, with what could not be read of it.
 *
 * @param denied why insights were not asked for, when they were not
 */
export function judgeAnswer(
  { object, asked, refused }: ObjectAnswer,
  call: PlatformCall,
  denied: PlatformError | null
): { insights: PostReading; problems: PostProblem[] } {
  const error = asked.length > 0 ? notGranted(object, call) : denied
  const context = error ? { asked: [], refused: [] } : { asked, refused }
  return {
    insights: mapInsights(object, context),
    problems: error ? [{ part: "Insights metrics", error }] : [],
  }
}

/** Empty insights mean "no data yet" or, with known scopes, "not allowed". */
export function notGranted(
  object: GraphObject,
  { account: { scopes } }: PlatformCall
): PlatformError | null {
  return scopes !== null &&
    !scopes.includes("read_insights") &&
    hasNoInsights(object)
    ? insightsNotGranted()
    : null
}
