import {
  type MetricDefinition,
  type StoryReading,
  toNumber,
  toStoredUnit,
} from "../../platform-kit"
import { INSTAGRAM_METRICS } from "./metrics"

/** Below this many viewers Instagram keeps a story's numbers to itself. */
const FEWEST_VIEWERS = 5

/** What the webhook tells apart, under the names a direct reading has. */
const NAVIGATION: Readonly<Record<string, string>> = {
  taps_forward: "tap_forward",
  taps_back: "tap_back",
  exits: "tap_exit",
  swipe_forward: "swipe_forward",
}

const { core, optional, retired } = INSTAGRAM_METRICS.STORY
const OFFERED: readonly MetricDefinition[] = [...core, ...optional]
const RETIRED = new Set<string>(
  retired.map(({ name }) => name).filter((name) => !(name in NAVIGATION))
)

/**
 * The last numbers of a story. A negative number stands for "too few viewers",
 * and so does a reach below five: no value then, never 0. Retired names are
 * left out, unknown ones kept as they are.
 * https://developers.facebook.com/documentation/instagram-platform/webhooks
 */
export function readStoryInsights(
  value: Readonly<Record<string, unknown>>
): StoryReading {
  const all = Object.entries(value).flatMap(([name, given]) => {
    const number = name === "media_id" ? null : toNumber(given)
    return number === null || RETIRED.has(name) ? [] : [[name, number] as const]
  })
  const reach = toNumber(value.reach)
  const isHidden = reach !== null && reach < FEWEST_VIEWERS
  const known = new Map(all.filter(([, number]) => !isHidden && number >= 0))
  const reading: StoryReading = {
    metrics: {},
    unavailable: {},
    native: Object.fromEntries(known),
  }
  addNavigation(reading, known)
  for (const { name, metric, unit } of OFFERED) {
    const number = known.get(name)
    if (number !== undefined) {
      reading.metrics[metric] ??= toStoredUnit(number, unit)
    }
  }
  const told = new Set(all.map(([name]) => name))
  for (const { name, metric } of OFFERED) {
    if (told.has(name) && reading.metrics[metric] === undefined) {
      reading.metrics[metric] = null
      reading.unavailable[metric] = "too_few_viewers"
    }
  }
  return reading
}

function addNavigation(
  reading: StoryReading,
  known: ReadonlyMap<string, number>
): void {
  const parts = Object.entries(NAVIGATION).flatMap(([name, part]) => {
    const number = known.get(name)
    return number === undefined ? [] : [[part, number] as const]
  })
  if (parts.length > 0) {
    reading.breakdowns = { navigation: Object.fromEntries(parts) }
    reading.metrics.navigation = parts.reduce((sum, [, n]) => sum + n, 0)
  }
}
