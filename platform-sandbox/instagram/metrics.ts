import { countAt, estimateAt } from "../core/growth"
import { unit } from "../core/hash"
import { commentCount } from "../meta/threads"
import { DAY } from "../meta/time"
import { has, InstagramMedia } from "./model"

export type Numbers = Record<string, number>

/** A story collects for a day; everything else goes on growing. */
function ageOf(media: InstagramMedia, now: number): number {
  const age = now - media.posted
  return media.product === "STORY" ? Math.min(age, DAY) : age
}

/** Every number of a media at a moment, under Meta's names. */
export function numbersOf(
  seed: number,
  media: InstagramMedia,
  now: number
): Numbers {
  const age = ageOf(media, now)
  const silent = has(media, "zero_activity")
  const few = has(media, "few_viewers")
  const final = silent ? 0 : media.audience
  const share = (name: string, low: number, high: number) =>
    final * (low + (high - low) * unit(seed, media.id, name))
  const reach = few ? 4 : estimateAt(final, age, seed, media.id)
  const count = (name: string, low: number, high: number) =>
    Math.min(reach, countAt(share(name, low, high), age))

  const views = few
    ? 4
    : Math.max(reach, countAt(share("views", 1.2, 2.2), age))
  const likes = count("likes", 0.02, 0.12)
  const comments = commentCount(media, now)
  const saved = count("saved", 0.003, 0.03)
  const shares = count("shares", 0.002, 0.02)
  const replies = count("replies", 0.001, 0.01)
  // Milliseconds; total and average belong together.
  const average = silent ? 0 : 1500 + Math.floor(share("watch", 0, 1) % 14_000)
  const facebook_views = countAt(share("facebook", 0.1, 0.5), age)
  const promoted = countAt(share("promoted", 0, 0.01), age)
  const story = media.product === "STORY"

  return {
    views,
    reach,
    likes,
    comments,
    saved,
    shares,
    replies,
    reposts: count("reposts", 0, 0.003),
    // Likes, saves, comments and shares; a story has replies instead.
    total_interactions: story
      ? replies + shares
      : likes + saved + comments + shares,
    follows: count("follows", 0, 0.004),
    profile_visits: count("visits", 0.002, 0.02),
    profile_activity: count("activity", 0, 0.006),
    navigation: countAt(share("navigation", 0.8, 1.4), age),
    link_clicks: count("clicks", 0, 0.02),
    ig_reels_avg_watch_time: average,
    ig_reels_video_view_total_time: average * views,
    reels_skip_rate: silent
      ? 0
      : Math.round(2000 + 4000 * unit(seed, media.id, "skip")) / 100,
    facebook_views,
    crossposted_views: views + facebook_views,
    total_likes: likes + promoted,
    total_comments: comments,
    total_views: views + facebook_views + promoted,
  }
}

const NAVIGATION: [string, number][] = [
  ["tap_forward", 0.7],
  ["tap_back", 0.1],
  ["tap_exit", 0.12],
  ["swipe_forward", 0.08],
]

const ACTIVITY: [string, number][] = [
  ["bio_link_clicks", 0.6],
  ["email", 0.2],
  ["call", 0.1],
  ["direction", 0.1],
]

/** Splits a total over the values of its breakdown; zero slices are left out. */
export function slices(
  metric: "navigation" | "profile_activity",
  total: number
): { dimension_values: string[]; value: number }[] {
  const parts = metric === "navigation" ? NAVIGATION : ACTIVITY
  let left = total
  return parts
    .map(([name, share], i) => {
      const last = i === parts.length - 1
      const value = last ? left : Math.floor(total * share)
      left -= value
      return { dimension_values: [name], value }
    })
    .filter(({ value }) => value > 0)
}
