import { hash, unit } from "../core/hash"
import { DAY } from "./time"

/** What is to be posted: kind, and the traits that make it special. */
export interface PlannedPost {
  kind: string
  traits: string[]
  /** Age at the start of the world, when it must be a certain one. */
  age_ms?: number
}

const SPREAD_DAYS = 120

/** `n` posts of a kind; the i-th gets the traits listed under i. */
export function planned(
  kind: string,
  n: number,
  traits: Record<number, string> = {}
): PlannedPost[] {
  return Array.from({ length: n }, (_, i) => ({
    kind,
    traits: traits[i] ? [traits[i] as string] : [],
  }))
}

/**
 * Gives every post a moment within the last 120 days. Kinds are mixed by the
 * seed; newest first.
 */
export function schedule(
  seed: number,
  account: string,
  posts: PlannedPost[],
  start: number
): { post: PlannedPost; posted: number }[] {
  const spread = posts
    .filter(({ age_ms }) => age_ms === undefined)
    .map((post, i) => ({ post, order: hash(seed, account, "order", i) }))
    .sort((a, b) => a.order - b.order)
  const step = (SPREAD_DAYS * DAY) / Math.max(1, spread.length)
  const dated = spread.map(({ post }, i) => ({
    post,
    posted: start - (i + 0.05 + 0.9 * unit(seed, account, "slot", i)) * step,
  }))
  for (const post of posts) {
    if (post.age_ms !== undefined) {
      dated.push({ post, posted: start - post.age_ms })
    }
  }
  return dated
    .map(({ post, posted }) => ({
      post,
      // The APIs tell whole seconds.
      posted: Math.floor(posted / 1000) * 1000,
    }))
    .sort((a, b) => b.posted - a.posted)
}
