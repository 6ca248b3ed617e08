import type { WorldOptions } from "../../../platform-sandbox"

export const PLATFORMS = [
  "instagram",
  "facebook",
  "twitter",
  "linkedin",
] as const
export type Platform = (typeof PLATFORMS)[number]

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** Ids of the sandbox tell the true time in a world that begins here. */
export const START = Date.parse("2026-11-01T00:00:00Z")

/** How long, and how much. */
export interface YearSize {
  days: number
  posts: number
  seed: number
}

/** Accounts of each platform; Instagram's second one has the other login. */
export const ACCOUNTS_EACH = 2

/** Posts that exist before the first import; the others appear meanwhile. */
const FIRST_SHARE = 0.7

/** Kinds of posts that exist at first, in equal parts. */
const FIRST_KINDS: Record<Platform, readonly string[]> = {
  instagram: ["FEED", "CAROUSEL_ALBUM", "REELS"],
  facebook: ["photo", "link", "video", "reel"],
  twitter: ["post", "photo", "video"],
  linkedin: ["share", "ugcPost"],
}

/** Posts that an account publishes during the time. */
export const laterPostsEach = ({ posts }: YearSize): number =>
  Math.round(((1 - FIRST_SHARE) * posts) / (PLATFORMS.length * ACCOUNTS_EACH))

/** The world as it is on the first day. */
export function worldOf(size: YearSize): WorldOptions {
  const accounts = PLATFORMS.length * ACCOUNTS_EACH
  const first = Math.round(size.posts / accounts) - laterPostsEach(size)
  return {
    seed: size.seed,
    now: new Date(START).toISOString(),
    plain: true,
    accounts: Object.fromEntries(
      PLATFORMS.map((platform) => [platform, ACCOUNTS_EACH])
    ),
    posts: Object.fromEntries(
      PLATFORMS.map((platform) => [
        platform,
        inParts(first, FIRST_KINDS[platform]),
      ])
    ),
  }
}

function inParts(total: number, kinds: readonly string[]) {
  return Object.fromEntries(
    kinds.map((kind, i) => [
      kind,
      Math.floor((total + kinds.length - 1 - i) / kinds.length),
    ])
  )
}
