import {
  type PlatformCall,
  type PostReading,
  explainUnknown,
} from "../../platform-kit"
import {
  askInsights,
  type GraphClient,
  readInsightsRows,
} from "../../platform-kit/meta-graph"
import { addRows } from "./map-insights"
import { BARE_VIDEO_METRICS, FACEBOOK_METRICS, VERDICT_HOST } from "./metrics"

/**
 * What a bare video or reel tells when the post around it is not known.
 * https://developers.facebook.com/docs/graph-api/reference/video/video_insights
 *
 * @throws PlatformError
 */
export async function readBareVideo(
  graph: GraphClient,
  call: PlatformCall,
  videoId: string
): Promise<PostReading> {
  const reading: PostReading = {
    metrics: {},
    unavailable: {},
    native: {},
    details: {},
  }
  const table = FACEBOOK_METRICS.video
  for (const kind of ["reel", "video"] as const) {
    const { answer, asked, refused } = await askInsights({
      host: VERDICT_HOST,
      product_type: `bare_${kind}`,
      metrics: BARE_VIDEO_METRICS[kind],
      verdicts: call.verdicts,
      ask: (metrics) =>
        graph.get(call, {
          endpoint: "GET /{video-id}/video_insights",
          path: metrics.length > 0 ? `${videoId}/video_insights` : videoId,
          params:
            metrics.length > 0
              ? { metric: metrics.map(({ name }) => name).join(",") }
              : { fields: "id" },
        }),
    })
    const rows = readInsightsRows(answer)
    if (rows.size > 0) {
      addRows(reading, rows, asked)
      rows.forEach(({ name, native }) => {
        reading.native[name] = native
      })
      explainUnknown(reading, { asked, refused, table })
      return reading
    }
  }
  const asked = BARE_VIDEO_METRICS.video
  explainUnknown(reading, { asked, refused: [], table, missing: "no_data_yet" })
  return reading
}
