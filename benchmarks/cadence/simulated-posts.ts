import { type Audience, drawViews, LIFE_HOURS } from "./growth-curves"
import { type Random, randomFrom } from "./random"

export interface SimulatedAccount extends Audience {
  id: string
  posts_per_day: number
  /** Posts per call of its platform. */
  batch: number
}

/** A post as it really is. */
export interface SimulatedPost {
  /** Hour of the simulation, with minutes as a fraction; before 0 it was there already. */
  published: number
  views: Float32Array
  likes_per_view: number
  comments_per_view: number
}

/** The numbers that are stored of a post: views, likes and comments. */
export const METRICS = ["views", "likes", "comments"] as const
export type Numbers = Record<(typeof METRICS)[number], number>

/** Posts published by chance, from one life before the simulation to its end. */
export function drawPosts(
  account: SimulatedAccount,
  days: number,
  seed: number
): SimulatedPost[] {
  const random = randomFrom(seed)
  const posts: SimulatedPost[] = []
  let published = -LIFE_HOURS
  for (;;) {
    published += gap(random, account.posts_per_day)
    if (published >= days * 24) {
      return posts
    }
    posts.push({
      published,
      views: drawViews(random, account, published),
      likes_per_view: 0.02 + 0.06 * random(),
      comments_per_view: 0.002 + 0.006 * random(),
    })
  }
}

/** Hours between two posts that know nothing of each other. */
const gap = (random: Random, perDay: number) =>
  (-Math.log(1 - random()) * 24) / perDay

/** What the platform would say at an hour of the simulation. */
export function numbersAt(post: SimulatedPost, hour: number): Numbers {
  const age = Math.max(0, hour - post.published)
  const full = Math.min(Math.floor(age), LIFE_HOURS)
  const before = post.views[full] ?? 0
  const after = post.views[full + 1] ?? before
  const views = before + (after - before) * (age - full)
  return {
    views: Math.floor(views),
    likes: Math.floor(views * post.likes_per_view),
    comments: Math.floor(views * post.comments_per_view),
  }
}
