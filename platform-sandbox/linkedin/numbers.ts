import { growth } from "../core/growth"
import { between, unit } from "../core/hash"
import { LiPost } from "./model"

/** Reaction types (§5) and the share of reactions each gets. */
export const REACTION_SHARES: Record<string, number> = {
  LIKE: 0.68,
  PRAISE: 0.1,
  EMPATHY: 0.08,
  APPRECIATION: 0.05,
  INTEREST: 0.05,
  ENTERTAINMENT: 0.03,
  // Legacy, still answered for posts that got it.
  MAYBE: 0.01,
}

export interface PostNumbers {
  impressions: number
  unique_impressions: number
  clicks: number
  reactions: Record<string, number>
  likes: number
  top_comments: number
  replies: number
  comments: number
  shares: number
  saves: number
  sends: number
  link_clicks: number
  premium_clicks: number
  followers_gained: number
  profile_views: number
  plays: number
  viewers: number
  watch_time_ms: number
}

/** First-level comments and replies a post gets in the end. */
export function finalComments(seed: number, post: LiPost) {
  if (post.traits.includes("zero_activity")) {
    return { top: 0, replies: 0 }
  }
  const many = post.traits.includes("many_comments")
  const top = many ? 150 : between(0, 14, seed, post.urn, "comments")
  return { top, replies: Math.floor(top * (many ? 0.6 : 0.3)) }
}

function finalImpressions(seed: number, post: LiPost): number {
  if (post.traits.includes("zero_activity")) {
    return 0
  }
  const size = post.traits.includes("all_reactions") ? 40_000 : 900
  const many = post.traits.includes("many_comments") ? 30 : 1
  return Math.floor(size * many * Math.pow(30, unit(seed, post.urn, "size")))
}

/** The parts of the impressions that do other things, as [least, most]. */
const PARTS = {
  reactions: [0.01, 0.06],
  unique: [0.55, 0.8],
  clicks: [0.01, 0.05],
  shares: [0.001, 0.006],
  saves: [0.001, 0.004],
  sends: [0.0005, 0.002],
  links: [0.002, 0.009],
  premium: [0, 0.001],
  gained: [0, 0.002],
  profile: [0.001, 0.006],
  plays: [0.2, 0.5],
} as const

type PartName = keyof typeof PARTS

/** What does not change with time; daily statistics ask for it again and again. */
interface FinalNumbers {
  impressions: number
  parts: Record<PartName, number>
  comments: ReturnType<typeof finalComments>
  watch_ms: number
}

const finals = new WeakMap<LiPost, FinalNumbers>()

function finalNumbers(seed: number, post: LiPost): FinalNumbers {
  const known = finals.get(post)
  if (known) {
    return known
  }
  const entries = Object.entries(PARTS).map(([name, [min, max]]) => [
    name,
    min + (max - min) * unit(seed, post.urn, name),
  ])
  const made: FinalNumbers = {
    impressions: finalImpressions(seed, post),
    parts: Object.fromEntries(entries),
    comments: finalComments(seed, post),
    watch_ms: between(2000, 9000, seed, post.urn, "watch"),
  }
  finals.set(post, made)
  return made
}

/** Every number of a post at a moment; consistent with each other. */
export function numbersAt(
  seed: number,
  post: LiPost,
  at_ms: number
): PostNumbers {
  const reached = growth(at_ms - post.posted_ms)
  const countOf = (size: number) => Math.floor(size * reached)
  const final = finalNumbers(seed, post)
  const part = (name: PartName) =>
    countOf(final.impressions * final.parts[name])
  const share = final.parts.reactions
  const reactions: Record<string, number> = {}
  let likes = 0
  for (const [type, weight] of Object.entries(REACTION_SHARES)) {
    const count = countOf(final.impressions * share * weight)
    if (count > 0) {
      reactions[type] = count
      likes += count
    }
  }
  const wanted = final.comments
  const added = post.added_comments.filter((time) => time <= at_ms).length
  const top_comments = countOf(wanted.top) + added
  const replies = countOf(wanted.replies)
  const video = post.media === "video" ? 1 : 0
  const plays = video * part("plays")
  return {
    impressions: countOf(final.impressions),
    unique_impressions: part("unique"),
    clicks: part("clicks"),
    reactions,
    likes,
    top_comments,
    replies,
    comments: top_comments + replies,
    shares: part("shares"),
    saves: part("saves"),
    sends: part("sends"),
    link_clicks: part("links"),
    premium_clicks: part("premium"),
    followers_gained: part("gained"),
    profile_views: part("profile"),
    plays,
    viewers: Math.floor(plays * 0.8),
    watch_time_ms: plays * final.watch_ms,
  }
}

/** Followers of an organisation or member; rises by a few a day. */
export function followersAt(seed: number, urn: string, at_ms: number): number {
  const days = at_ms / 86_400_000 - 18_000
  return Math.floor(days * (0.8 + 3 * unit(seed, urn, "followers")))
}
