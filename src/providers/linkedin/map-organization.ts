import {
  explainUnknown,
  type MetricDefinition,
  type MetricName,
  type PlatformPost,
  type PostReading,
  type ProductTypeMetrics,
  toNumber,
  type UnavailableReason,
} from "../../platform-kit"
import { ORGANIZATION_METRICS, STATISTICS_DAYS } from "./metrics"
import type { SocialMetadata, Statistics } from "./schemas"

const DAY_MS = 24 * 60 * 60 * 1000

/** What LinkedIn said about a page's post that exists or may exist. */
export interface OrganizationFacts {
  /** `null` when the post was left out of the statistics. */
  statistics: Statistics | null
  metadata: SocialMetadata | null
  /** Whether something else than the statistics showed the post. */
  exists: boolean
  posted_at: Date | null
  media_type: string | null
}

export function isVideo(mediaType: string | null): boolean {
  return mediaType?.toLowerCase() === "video"
}

/** Turns what LinkedIn said about a page's post into a reading. Pure. */
export function mapOrganizationPost(
  post: PlatformPost,
  facts: OrganizationFacts,
  now: Date
): PostReading {
  const { statistics, metadata, media_type } = facts
  const table: ProductTypeMetrics = isVideo(media_type)
    ? ORGANIZATION_METRICS.VIDEO
    : ORGANIZATION_METRICS.POST
  const reading: PostReading = {
    metrics: {},
    unavailable: {},
    native: {
      ...(statistics && { totalShareStatistics: statistics }),
      ...(metadata && { socialMetadata: metadata }),
    },
    details: {},
  }
  if (statistics) {
    takeStatistics(reading, table.core, statistics)
  } else {
    takeSilence(reading, table.core, post, facts, now)
  }
  const asked = statistics ? table.core : []
  explainUnknown(reading, { asked, refused: [], table })
  if (metadata?.reactions) {
    reading.reactions = reactionsOf(metadata.reactions)
  }
  return reading
}

function takeStatistics(
  reading: PostReading,
  definitions: readonly MetricDefinition[],
  statistics: Statistics
): void {
  for (const { name, metric } of definitions) {
    const value = toNumber(statistics[name])
    if (value !== null) {
      reading.metrics[metric] = value
    }
  }
}

/**
 * Posts without activity are left out of the statistics, and so are posts
 * older than the window, deleted ones and fresh ones that are not counted yet.
 * Only the first are zero; a known number never turns into 0 by silence.
 */
function takeSilence(
  reading: PostReading,
  definitions: readonly MetricDefinition[],
  post: PlatformPost,
  facts: OrganizationFacts,
  now: Date
): void {
  const metrics = definitions.map(({ metric }) => metric)
  const known = metrics.some((metric) => (post.known[metric] ?? 0) !== 0)
  const days = facts.posted_at
    ? (now.getTime() - facts.posted_at.getTime()) / DAY_MS
    : null
  if (days !== null && days >= STATISTICS_DAYS) {
    keepOrExplain(reading, metrics, post, "window_closed")
  } else if (
    !facts.exists ||
    days === null ||
    known ||
    isActive(facts.metadata)
  ) {
    keepOrExplain(reading, metrics, post, "no_data_yet")
  } else {
    metrics.forEach((metric) => {
      reading.metrics[metric] = 0
    })
  }
}

/** What is stored stays; what never was known gets its reason. */
export function keepOrExplain(
  reading: PostReading,
  metrics: readonly MetricName[],
  post: PlatformPost,
  reason: UnavailableReason
): void {
  for (const metric of metrics) {
    if (typeof post.known[metric] !== "number") {
      reading.metrics[metric] = null
      reading.unavailable[metric] = reason
    }
  }
}

/** The feed counts sooner than the statistics. */
function isActive(metadata: SocialMetadata | null): boolean {
  return (
    metadata !== null &&
    (totalOf(metadata.reactions ?? {}) > 0 || !!metadata.comments)
  )
}

function totalOf(reactions: Record<string, number>): number {
  return Object.values(reactions).reduce((sum, count) => sum + count, 0)
}

/**
 * Reactions by type, lower case. Their total is of another family than the
 * statistics' `likeCount` and never mixed with it.
 */
function reactionsOf(
  reactions: Record<string, number>
): Record<string, number> {
  const entries = Object.entries(reactions)
  return {
    ...Object.fromEntries(
      entries.map(([type, count]) => [type.toLowerCase(), count])
    ),
    total: totalOf(reactions),
  }
}
