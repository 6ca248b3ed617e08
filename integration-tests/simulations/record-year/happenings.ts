import type { Sandbox, WorldPost } from "../../../platform-sandbox"
import { hash, unit } from "../../../platform-sandbox/core/hash"
import { DAY, HOUR, laterPostsEach, START, type YearSize } from "./scenery"

/** Something that people do on a platform. */
export interface Happening {
  at: number
  /** At this very moment of the sandbox's clock. */
  happen(): void
}

/** A post that its owner deleted. */
export interface Deletion {
  post: WorldPost
  at: number
}

/** Kinds that are published in turn. */
const KINDS: Record<string, readonly string[]> = {
  instagram: ["FEED", "STORY", "REELS", "CAROUSEL_ALBUM", "FEED", "REELS"],
  facebook: ["photo", "story", "reel", "link", "status", "video"],
  twitter: ["text"],
  linkedin: ["share"],
}

/** One of so many posts is deleted some day. */
const DELETED_ONE_OF = 80
/** A deletion is confirmed on another day, and must be seen before the end. */
const LAST_DELETION = 6 * DAY
/** Young enough to be read by itself for as long as it takes. */
const OLDEST_DELETED = 60 * DAY

/** Everything that is published and deleted, in the order of time. */
export function planHappenings(
  size: YearSize,
  { world, clock }: Sandbox,
  deletions: Deletion[]
): Happening[] {
  const { days, posts, seed } = size
  const end = days * DAY
  const later = laterPostsEach(size)
  const published = world.accounts().flatMap((account, a) => {
    const kinds = KINDS[account.platform] ?? []
    return Array.from({ length: later }, (_, i): Happening => {
      const share = (i + unit(seed, "publish", a, i)) / later
      return {
        // The last hours are left to be read in peace.
        at: START + HOUR + Math.floor((share * (end - 8 * HOUR)) / 1000) * 1000,
        happen: () => {
          const kind = kinds[i % kinds.length] as string
          const change = ["instagram", "facebook"].includes(account.platform)
            ? { publish: kind, posted_at: clock.now().toISOString() }
            : { new_posts: 1 }
          const known = world
            .named(account.platform)
            ?.set({ account: account.external_id, ...change })
          if (!known) {
            throw new Error(`${account.platform} publishes no ${kind}`)
          }
        },
      }
    })
  })
  const count = Math.max(1, Math.round(posts / DELETED_ONE_OF))
  const span = end - 2 * DAY - LAST_DELETION
  const deleted = Array.from({ length: span > 0 ? count : 0 }, (_, i) => ({
    at: START + 2 * DAY + ((i + 0.5) / count) * span,
    happen: () => deleteOne(i),
  }))
  return [...published, ...deleted].sort((one, other) => one.at - other.at)

  function deleteOne(i: number): void {
    const now = clock.now().getTime()
    const gone = new Set(deletions.map(({ post }) => post.platform_post_id))
    const ages = (post: WorldPost) => now - Date.parse(post.posted_at)
    const candidates = world
      .posts()
      .filter(
        (post) =>
          post.media_product_type !== "STORY" &&
          ages(post) > DAY &&
          ages(post) < OLDEST_DELETED &&
          !gone.has(post.platform_post_id)
      )
    const post = candidates[hash(seed, "delete", i) % candidates.length]
    if (post) {
      const id = post.platform_post_id
      world.named(post.platform)?.set({ post: id, deleted: true })
      deletions.push({ post, at: now })
    }
  }
}
