import {
  explainUnknown,
  inBatches,
  type MetricDefinition,
  type PlatformCall,
  PlatformError,
  type PlatformPost,
  type PostReading,
  type PostResult,
  readInBatches,
} from "../../platform-kit"
import {
  GRAPH_BATCH_SIZE,
  type GraphClient,
  type InsightsRow,
  type ObjectAnswer,
  readInsightsByIds,
  readInsightsRows,
} from "../../platform-kit/meta-graph"
import { insightsDenied } from "./errors"
import { notGranted } from "./judge-answer"
import { addRows } from "./map-insights"
import { FACEBOOK_METRICS, STORY, VERDICT_HOST } from "./metrics"
import { bareId } from "./post-id"
import { facebookProfile } from "./profile"

/** How long a story is shown. */
export const STORY_LIFE_MS = 24 * 60 * 60 * 1000

const { core, optional } = FACEBOOK_METRICS.STORY
const STORY_METRICS: readonly MetricDefinition[] = [...core, ...optional]

export const isStory = ({ media_product_type }: PlatformPost) =>
  media_product_type?.toUpperCase() === STORY

/**
 * Numbers of a Page's stories, up to 50 in one call. Stories have metrics of
 * their own, and an id without the Page's.
 * https://developers.facebook.com/docs/graph-api/reference/page/insights/
 */
export async function* readStories(
  graph: GraphClient,
  call: PlatformCall,
  stories: readonly PlatformPost[]
): AsyncGenerator<PostResult> {
  const idOf = (story: PlatformPost) => bareId(story.platform_post_id)
  const parts = readInBatches(
    inBatches(stories, GRAPH_BATCH_SIZE),
    facebookProfile.parallel_calls,
    (batch) =>
      readInsightsByIds(graph, call, {
        ids: batch.map(idOf),
        host: VERDICT_HOST,
        product_type: STORY,
        metrics: STORY_METRICS,
        fieldsFor: () => "id",
        edge: "insights",
        can_batch: true,
      })
  )
  for await (const { items, answer, error } of parts) {
    for (const story of items) {
      const found = error ?? answer?.get(idOf(story))
      if (PlatformError.is(found)) {
        yield withoutAnswer(story, found, call)
      } else if (found) {
        yield judgeStory(story, found, call)
      }
    }
  }
}

function judgeStory(
  post: PlatformPost,
  { object, asked, refused }: ObjectAnswer,
  call: PlatformCall
): PostResult {
  const denied = notGranted({ insights: object }, call)
  const insights = emptyReading()
  if (denied) {
    return denial(post, denied)
  }
  const rows = inCapitals(readInsightsRows(object))
  addRows(insights, rows, asked)
  rows.forEach(({ name, native }) => {
    insights.native[name] = native
  })
  explainUnknown(insights, {
    asked,
    refused,
    table: FACEBOOK_METRICS.STORY,
    // Views and reach are counted a day or two later than the rest.
    missing: "no_data_yet",
  })
  return { post, insights, problems: [] }
}

/** An ended story takes nothing back: the last good numbers stay. */
function withoutAnswer(
  post: PlatformPost,
  error: PlatformError,
  { now }: PlatformCall
): PostResult {
  const age = post.posted_at ? now().getTime() - post.posted_at.getTime() : 0
  if (error.kind === "gone" && age >= STORY_LIFE_MS) {
    const insights = emptyReading()
    const unknown = STORY_METRICS.filter(
      ({ metric }) => (post.known[metric] ?? null) === null
    )
    for (const { metric } of unknown) {
      insights.metrics[metric] = null
      insights.unavailable[metric] = "window_closed"
    }
    return { post, insights, problems: [] }
  }
  return error.kind === "permission"
    ? denial(post, insightsDenied(error))
    : { post, insights: null, problems: [{ part: "Post", error }] }
}

function denial(post: PlatformPost, error: PlatformError): PostResult {
  return {
    post,
    insights: emptyReading(),
    problems: [{ part: "Insights metrics", error }],
  }
}

function emptyReading(): PostReading {
  return {
    metrics: {},
    unavailable: {},
    native: {},
    details: { media_product_type: STORY },
  }
}

/** Names are asked for in capitals and answered in small letters. */
function inCapitals(
  rows: ReadonlyMap<string, InsightsRow>
): Map<string, InsightsRow> {
  return new Map(
    [...rows].map(([name, row]) => [name.toUpperCase(), row] as const)
  )
}
