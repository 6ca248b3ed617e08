import {
  definitionsFor,
  ofOnePart,
  type PlatformCall,
  PlatformError,
  type PostResult,
} from "../../platform-kit"
import type { LinkedInClient } from "./client"
import { isVideo } from "./map-organization"
import { ORGANIZATION_METRICS } from "./metrics"
import { encodeValue, queryOf } from "./restli"
import { readCount } from "./schemas"

/**
 * Adds video views to the result of a single sync: one type and one post per
 * call. LinkedIn answers 0 for members who do not administer the page.
 * https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/video-analytics-api
 */
export async function readVideoViews(
  client: LinkedInClient,
  call: PlatformCall,
  result: PostResult
): Promise<PostResult> {
  const { post, insights } = result
  const mediaType = insights?.details.media_type ?? post.media_type
  if (!insights || !isVideo(mediaType)) {
    return result
  }
  const definitions = definitionsFor(ORGANIZATION_METRICS.VIDEO.optional, {
    host: "rest",
    on: client.versionDate,
    depth: call.depth,
  })
  for (const { name, metric } of definitions) {
    try {
      const body = await client.get(call, {
        endpoint: "GET /rest/videoAnalytics",
        path: "/rest/videoAnalytics",
        method: "FINDER",
        query: queryOf([
          ["q", "entity"],
          ["entity", encodeValue(post.platform_post_id)],
          ["type", name],
          ["aggregation", "ALL"],
        ]),
      })
      const value = readCount(body)
      insights.metrics[metric] = value
      if (value === null) {
        insights.unavailable[metric] = "not_returned"
      }
    } catch (thrown) {
      const error = ofOnePart(PlatformError.from(thrown))
      result.problems.push({ part: "Insights metrics", error })
    }
  }
  return result
}
