import { Call } from "./call"
import { answersTo } from "./conversation"
import { numbersAt, PostNumbers } from "./metrics"
import { XPost } from "./model"

/** Share of a promoted post's numbers that was paid for. */
const PROMOTED_SHARE = 0.3

type Counts = Record<string, number>

export function publicMetrics(call: Call, post: XPost): Counts {
  const numbers = numbersAt(call.world.seed, post, call.world.now_ms())
  const { repost_count } = call.vocabulary
  return {
    [repost_count]: numbers.reposts,
    reply_count:
      numbers.replies + (post.account ? 0 : answersTo(call.world, post)),
    like_count: numbers.likes,
    quote_count: numbers.quotes,
    bookmark_count: numbers.bookmarks,
    impression_count: numbers.impressions,
  }
}

/** The owner-only groups (§3). The repost key keeps its old name in them. */
export function ownerMetrics(
  post: XPost,
  numbers: PostNumbers
): Record<string, Counts> {
  const all: Counts = {
    impression_count: numbers.impressions,
    like_count: numbers.likes,
    reply_count: numbers.replies,
    retweet_count: numbers.reposts,
    url_link_clicks: numbers.url_clicks,
    user_profile_clicks: numbers.profile_clicks,
  }
  const paid = post.traits.includes("promoted") ? PROMOTED_SHARE : 0
  const split = (part: (value: number) => number) =>
    Object.fromEntries(Object.entries(all).map(([key, n]) => [key, part(n)]))
  const promoted = split((n) => Math.floor(n * paid))
  return {
    non_public_metrics: {
      impression_count: numbers.impressions,
      url_link_clicks: numbers.url_clicks,
      user_profile_clicks: numbers.profile_clicks,
      engagements: numbers.engagements,
    },
    organic_metrics: split((n) => n - Math.floor(n * paid)),
    ...(paid ? { promoted_metrics: promoted } : {}),
  }
}
