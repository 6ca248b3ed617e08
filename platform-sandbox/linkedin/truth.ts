import { commentsAt } from "./comments"
import { POST_METRICS, VIDEO_METRICS } from "./member-analytics"
import { numbersAt } from "./numbers"
import { postStatistics } from "./share-statistics"
import { Situation } from "./situation"
import { metadataOf } from "./social-metadata"
import { LiWorld } from "./world"

/**
 * The real numbers of a post under each family's own names. The statistics are
 * `null` when the platform leaves the post out.
 */
export function truthOf(
  world: LiWorld,
  situation: Situation,
  urn: string
): Record<string, unknown> | null {
  const post = world.posts.get(urn)
  if (!post) {
    return null
  }
  const { seed } = world
  const now = world.now_ms()
  const numbers = numbersAt(seed, post, now)
  const lagged = now - situation.statistics_lag_seconds * 1000
  const metrics =
    post.media === "video"
      ? { ...POST_METRICS, ...VIDEO_METRICS }
      : POST_METRICS
  const comments = commentsAt(seed, post, now)
  return {
    urn,
    activity_urn: post.activity_urn,
    deleted: post.deleted,
    totalShareStatistics: postStatistics(seed, post, lagged, now),
    socialMetadata: metadataOf(seed, post, now),
    memberCreatorPostAnalytics: Object.fromEntries(
      Object.entries(metrics).map(([name, { value }]) => [name, value(numbers)])
    ),
    comments: {
      first_level: comments.filter((one) => !one.parent).length,
      replies: comments.filter((one) => one.parent).length,
    },
  }
}
