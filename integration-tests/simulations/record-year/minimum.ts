import type { Platform } from "./scenery"

/*
 * The fewest calls there can be, after the platform sheets ("Fewest calls") and
 * counted here on their own: nothing of this is read from the store's code.
 */

/** A post whose numbers are due. */
export interface DuePost {
  platform: Platform
  account_id: string
  /** `STORY`, `REELS`, … */
  product: string | null
  age_days: number
}

/** A post whose comments are not the ones that were read last. */
export interface Commented {
  platform: Platform
  account_id: string
  /** Whether several posts fit into one call. */
  can_batch: boolean
  /** Threads with new replies, which LinkedIn reads one by one. */
  threads: number
}

/** Posts in a call. */
const BATCH = { instagram: 50, facebook: 50, twitter: 100, linkedin: 100 }
/** Counters by reaction of LinkedIn posts. */
const REACTIONS = 50
/** Posts in the list of an account. */
const LIST = 100
/** Days for which X tells owners more. */
const OWNER_DAYS = 29.5
/** `conversation_id:<19 digits> OR ` in 512 characters. */
const ROOTS = 13

const calls = (count: number, size: number) => Math.ceil(count / size)

/** Calls for the numbers of posts that are due in the same moment. */
export function callsForPosts(due: readonly DuePost[]): Tally {
  const tally = newTally()
  for (const posts of groups(due, ({ account_id }) => account_id)) {
    const { platform } = posts[0] as DuePost
    const size = BATCH[platform]
    switch (platform) {
      case "instagram":
        for (const kind of groups(posts, ({ product }) => product ?? "")) {
          tally[platform] += calls(kind.length, size)
        }
        break
      case "facebook":
        for (const kind of groups(posts, (post) => String(isStory(post)))) {
          tally[platform] += calls(kind.length, size)
        }
        break
      case "twitter": {
        const own = posts.filter(({ age_days }) => age_days < OWNER_DAYS)
        tally[platform] += calls(posts.length, size) + calls(own.length, size)
        break
      }
      case "linkedin":
        tally[platform] +=
          calls(posts.length, size) + calls(posts.length, REACTIONS)
    }
  }
  return tally
}

/** Calls for comments of posts that were read in the same moment. */
export function callsForComments(changed: readonly Commented[]): Tally {
  const tally = newTally()
  for (const posts of groups(changed, ({ account_id }) => account_id)) {
    const { platform, can_batch } = posts[0] as Commented
    const threads = posts.reduce((sum, post) => sum + post.threads, 0)
    tally[platform] +=
      platform === "twitter"
        ? calls(posts.length, ROOTS)
        : can_batch
          ? calls(posts.length, BATCH.facebook)
          : posts.length + threads
  }
  return tally
}

/** A walk through an account's list. */
export interface Walk {
  /** Posts in the part of the list that is walked. */
  listed: number
}

/** Calls to find posts. */
export const callsForWalk = ({ listed }: Walk): number =>
  Math.max(1, calls(listed, LIST))

/** Lists that have no numbers in them. */
const BARE_LISTS: readonly Platform[] = ["instagram", "linkedin"]

/** Calls for the numbers of listed posts that are new or due. */
export const callsForListed = (read: readonly DuePost[]): Tally =>
  callsForPosts(read.filter(({ platform }) => BARE_LISTS.includes(platform)))

/** A reading of an account's own numbers. */
export interface AccountVisit {
  platform: Platform
  /** Closed days that were not known before. */
  days: number
  audience: boolean
}

/** Calls for an account's own numbers. */
export function callsForAccount({ platform, days, audience }: AccountVisit) {
  switch (platform) {
    case "instagram":
      // Totals of today; the series of 30 days; all the rest, one per day.
      return 1 + calls(days, 30) + days + (audience ? 5 : 0)
    case "facebook":
      return Math.max(1, calls(days, 90)) + (audience ? 1 : 0)
    case "twitter":
      return 1
    case "linkedin":
      // Followers now and by day, statistics of posts and of the page.
      return 1 + (days > 0 ? 3 : 0) + (audience ? 1 : 0)
  }
}

/** Life of a token of the Instagram login, which is renewed a week ahead. */
const TOKEN_DAYS = 60
const RENEWED_DAYS = 7

/** Calls to renew the one token that lives by being renewed. */
export const callsForTokens = (days: number): Partial<Tally> => ({
  instagram: Math.floor(days / (TOKEN_DAYS - RENEWED_DAYS)),
})

export type Tally = Record<Platform, number>

export const newTally = (): Tally => ({
  instagram: 0,
  facebook: 0,
  twitter: 0,
  linkedin: 0,
})

const isStory = ({ product }: DuePost) => product?.toUpperCase() === "STORY"

function groups<T>(all: readonly T[], keyOf: (one: T) => string): T[][] {
  const found = new Map<string, T[]>()
  for (const one of all) {
    found.set(keyOf(one), [...(found.get(keyOf(one)) ?? []), one])
  }
  return [...found.values()]
}
