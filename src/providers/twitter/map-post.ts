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
import type { FoundPost } from "./find-posts"
import { toDetails } from "./map-details"
import { QUARTILES, X_METRICS } from "./metrics"
import type { OwnerOnly } from "./owner-only"
import type { CounterGroup, Counters, XMedia, XPost } from "./schemas"

/**
 * Turns what X said about a post into a reading. Pure.
 *
 * @param permalink address people read the post under
 */
export function mapPost(
  post: PlatformPost,
  { item, media }: FoundPost & { item: XPost },
  ownerOnly: OwnerOnly,
  permalink: string
): PostReading {
  const details = toDetails(post, item, media, permalink)
  const mediaType = details.media_type ?? post.media_type
  const table: ProductTypeMetrics =
    mediaType === "video" ? X_METRICS.VIDEO : X_METRICS.POST
  const known: PostReading = {
    metrics: {},
    unavailable: {},
    native: { ...item.counters },
    details,
  }
  takeNumbers(known, table.core, item, media)
  explainUnknown(known, { asked: table.core, refused: [], table })
  takeOwnerOnly(known, table.optional, post, ownerOnly)
  addMediaCounters(known.native, media)
  return known
}

function takeOwnerOnly(
  known: PostReading,
  definitions: readonly MetricDefinition[],
  post: PlatformPost,
  ownerOnly: OwnerOnly
): void {
  if (ownerOnly.state === "kept") {
    return
  }
  if (ownerOnly.state !== "read") {
    const closed = ownerOnly.state === "closed"
    for (const { metric } of definitions) {
      // The last reading before the window closed is the final one.
      if (!closed || typeof post.known[metric] !== "number") {
        unknown(known, metric, closed ? "window_closed" : "not_permitted")
      }
    }
    return
  }
  const { item, media } = ownerOnly.found
  if (!item) {
    return
  }
  Object.assign(known.native, item.counters)
  addMediaCounters(known.native, media)
  takeNumbers(known, definitions, item, media)
  for (const { metric } of definitions) {
    if (known.metrics[metric] === undefined) {
      unknown(known, metric, "not_returned")
    }
  }
  const quartiles = quartilesOf(media)
  if (quartiles) {
    known.breakdowns = { video_quartiles: quartiles }
  }
}

function unknown(
  known: PostReading,
  metric: MetricName,
  reason: UnavailableReason
): void {
  known.metrics[metric] = null
  known.unavailable[metric] = reason
}

/** Names are `group.key`, with `media.` in front for videos; first value wins. */
function takeNumbers(
  known: PostReading,
  definitions: readonly MetricDefinition[],
  { counters }: XPost,
  media: readonly XMedia[]
): void {
  for (const { name, metric } of definitions) {
    const [first = "", second = "", key = ""] = name.split(".")
    const value =
      first === "media"
        ? sumOverVideos(media, second as keyof Counters, key)
        : toNumber(counters[first as keyof Counters]?.[second])
    if (value !== null) {
      known.metrics[metric] ??= value
    }
  }
}

function sumOverVideos(
  media: readonly XMedia[],
  group: keyof Counters,
  key: string
): number | null {
  const values = media
    .filter(({ type }) => type === "video")
    .flatMap(({ counters }) => toNumber(counters[group]?.[key]) ?? [])
  return values.length > 0 ? values.reduce((sum, one) => sum + one, 0) : null
}

function quartilesOf(media: readonly XMedia[]): Record<string, number> | null {
  const entries = QUARTILES.flatMap((percent) => {
    const key = `playback_${percent}_count`
    const value = sumOverVideos(media, "non_public_metrics", key)
    return value === null ? [] : [[percent, value] as const]
  })
  return entries.length > 0 ? Object.fromEntries(entries) : null
}

/** Keeps the platform's own names, by media and group. */
function addMediaCounters(
  native: Record<string, unknown>,
  media: readonly XMedia[]
): void {
  const all = { ...(native.media as Record<string, CounterGroup> | undefined) }
  for (const { key, counters } of media) {
    if (Object.keys(counters).length > 0) {
      all[key] = { ...all[key], ...counters }
    }
  }
  if (Object.keys(all).length > 0) {
    native.media = all
  }
}
