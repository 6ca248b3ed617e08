import { repliesOf } from "./conversation"
import { numbersAt } from "./metrics"
import { ownerMetrics } from "./post-metrics"
import { XWorld } from "./world"

/**
 * The real numbers of a post. `public_metrics` carries the repost counter under
 * both of its names, so that a test need not know the vocabulary in use.
 */
export function truthOf(
  world: XWorld,
  id: string
): Record<string, unknown> | null {
  const post = world.find(id)
  if (!post) {
    return null
  }
  const replies = repliesOf(world, post)
  const numbers = numbersAt(world.seed, post, world.now_ms())
  const [q0, q25, q50, q75, q100] = numbers.quartiles
  return {
    id: post.id,
    edit_history_post_ids: post.history,
    deleted: post.deleted,
    public_metrics: {
      retweet_count: numbers.reposts,
      repost_count: numbers.reposts,
      reply_count: numbers.replies,
      like_count: numbers.likes,
      quote_count: numbers.quotes,
      bookmark_count: numbers.bookmarks,
      impression_count: numbers.impressions,
    },
    ...ownerMetrics(post, numbers),
    ...(post.kind === "video"
      ? {
          media: {
            view_count: numbers.views,
            playback_0_count: q0,
            playback_25_count: q25,
            playback_50_count: q50,
            playback_75_count: q75,
            playback_100_count: q100,
          },
        }
      : {}),
    conversation: {
      replies: replies.length,
      direct_replies: replies.filter((one) =>
        post.history.includes(one.reply_to?.id ?? "")
      ).length,
    },
  }
}
