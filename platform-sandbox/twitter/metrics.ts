import { growth } from "../core/growth"
import { between, unit } from "../core/hash"
import { XPost, XUser } from "./model"

/** Final sizes; every share below sums to less than the impressions. */
interface FinalSizes {
  impressions: number
  likes: number
  replies: number
  reposts: number
  quotes: number
  bookmarks: number
  url_clicks: number
  profile_clicks: number
  views: number
}

export type PostNumbers = FinalSizes & {
  engagements: number
  /** Unique users who reached 0, 25, 50, 75 and 100 % of the video. */
  quartiles: number[]
}

/** Direct replies a post gets in the end; `many_comments` fills more than one page. */
export function finalReplies(seed: number, post: XPost): number {
  // A reply's own answers belong to the conversation it is part of.
  if (post.traits.includes("zero_activity") || post.reposted || post.reply_to) {
    return 0
  }
  if (post.traits.includes("many_comments")) {
    return 170
  }
  return post.account ? between(0, 24, seed, post.history[0] ?? "", "reply") : 0
}

function finalSizes(seed: number, post: XPost): FinalSizes {
  // An edit makes a new id but keeps the counters: the oldest id decides.
  const id = post.history[0] ?? post.id
  const share = (name: string, min: number, max: number) =>
    min + (max - min) * unit(seed, id, name)
  const size = post.account ? 600 : 20
  const many = post.traits.includes("many_comments") ? 40 : 1
  const impressions = post.traits.includes("zero_activity")
    ? 0
    : Math.floor(size * many * Math.pow(100, unit(seed, id, "impressions")))
  const reposts = impressions * share("repost", 0.001, 0.009)
  return {
    impressions,
    likes: impressions * share("like", 0.008, 0.05),
    replies: finalReplies(seed, post),
    reposts,
    quotes: reposts * share("quote", 0, 0.4),
    bookmarks: impressions * share("bookmark", 0.0005, 0.005),
    url_clicks: impressions * share("url", 0.002, 0.02),
    profile_clicks: impressions * share("profile", 0.001, 0.009),
    views: post.kind === "video" ? impressions * share("view", 0.2, 0.6) : 0,
  }
}

/** Every number of a post at a moment. They only rise, and stay consistent. */
export function numbersAt(
  seed: number,
  post: XPost,
  now_ms: number
): PostNumbers {
  const share = growth(now_ms - post.posted_ms)
  const final = finalSizes(seed, post)
  const counts = { ...final }
  for (const name of Object.keys(final) as (keyof FinalSizes)[]) {
    counts[name] = Math.floor(final[name] * share)
  }
  const { likes, replies, reposts, quotes, bookmarks } = counts
  let rest = 0.9
  const quartiles = [0, 1, 2, 3, 4].map((step) => {
    if (final.views === 0) {
      return 0
    }
    rest *= step ? 0.6 + 0.3 * unit(seed, post.id, "quartile", step) : 1
    return Math.floor(final.views * rest * share)
  })
  return {
    ...counts,
    engagements:
      likes +
      replies +
      reposts +
      quotes +
      bookmarks +
      counts.url_clicks +
      counts.profile_clicks,
    quartiles,
  }
}

/** Followers and the like of a user; grows by a few a day. */
export function userNumbersAt(seed: number, user: XUser, now_ms: number) {
  const days = (now_ms - user.created_ms) / 86_400_000
  const per_day = 0.5 + 6 * unit(seed, user.id, "followers")
  return {
    followers: Math.floor(days * per_day),
    following: between(80, 900, seed, user.id, "following"),
    listed: Math.floor(days * per_day * 0.01),
  }
}
