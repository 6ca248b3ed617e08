import { countAt, estimateAt } from "../core/growth"
import { unit } from "../core/hash"
import { commentCount } from "../meta/threads"
import { FacebookPost, has, isVideo } from "./model"

export interface PostNumbers {
  views: number
  reach: number
  clicks: number
  /** Keys as in insights: `like` holds care, `sorry` is sad, `anger` is angry. */
  reactions: Record<string, number>
  reactions_total: number
  shares: number
  comments: number
  /** Three-second plays. */
  video_views: number
  /** Milliseconds. */
  average_watched: number
  view_time: number
  complete_views: number
}

export const REACTIONS: [string, number][] = [
  ["like", 0.6],
  ["love", 0.22],
  ["wow", 0.07],
  ["haha", 0.06],
  ["sorry", 0.03],
  ["anger", 0.02],
]

/** Every number of a post at a moment. */
export function numbersOf(
  seed: number,
  post: FacebookPost,
  now: number
): PostNumbers {
  const age = now - post.posted
  const final = has(post, "zero_activity") ? 0 : post.audience
  const share = (name: string, low: number, high: number) =>
    final * (low + (high - low) * unit(seed, post.id, name))
  const reach = estimateAt(final, age, seed, post.id)
  const count = (name: string, low: number, high: number) =>
    Math.min(reach, countAt(share(name, low, high), age))

  const total = count("reactions", 0.01, 0.08)
  const reactions: Record<string, number> = {}
  let left = total
  for (const [name, part] of REACTIONS.slice(1)) {
    const value = Math.floor(total * part)
    reactions[name] = value
    left -= value
  }
  const views = Math.max(reach, countAt(share("views", 1.1, 1.9), age))
  const video_views = isVideo(post) ? Math.floor(views * 0.6) : 0
  const watched = unit(seed, post.id, "watched")
  const average_watched = video_views
    ? Math.floor(post.length * (0.15 + 0.4 * watched))
    : 0
  return {
    views,
    reach,
    clicks: count("clicks", 0.01, 0.06),
    reactions: { like: left, ...reactions },
    reactions_total: total,
    shares: has(post, "no_shares_key") ? 0 : count("shares", 0, 0.01),
    comments: commentCount(post, now),
    video_views,
    average_watched,
    view_time: average_watched * video_views,
    complete_views: Math.floor(video_views * 0.2),
  }
}

/** A map without its zero entries, as insights write it. */
export function nonZero(map: Record<string, number>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(map).filter(([, value]) => value > 0)
  )
}
