import { pick, unit } from "../core/hash"
import { DAY, MediaKind, PostKind } from "./model"

/** A post to make: its age when the world is built and why it is special. */
export interface PostPlan {
  name: string
  age_ms: number
  kind: PostKind
  media: MediaKind | null
  traits: string[]
}

const special = (
  trait: string,
  age_days: number,
  kind: PostKind = "share",
  media: MediaKind | null = null
): PostPlan => ({
  name: `${trait}_${age_days}_${kind}`,
  age_ms: age_days * DAY,
  kind,
  media,
  traits: [trait],
})

const SPECIALS: PostPlan[] = [
  special("many_comments", 6, "ugcPost", "image"),
  special("zero_activity", 9),
  special("zero_activity", 21, "ugcPost"),
  special("deleted", 14),
  special("deleted", 33, "ugcPost"),
  special("older_than_12_months", 396),
  special("older_than_12_months", 400, "ugcPost"),
  special("all_reactions", 18, "share", "image"),
  special("video", 11, "ugcPost", "video"),
  special("comments_closed", 26),
]

/** Sponsored and never in the feed: listed all the same (§4, P2). */
const ORGANISATION_SPECIALS = [special("dsc", 45)]

const SPREAD_MS = 120 * DAY
const MEDIA: (MediaKind | null)[] = [null, "image", "video", "article"]

function regular(seed: number, account: string, count: number): PostPlan[] {
  return Array.from({ length: count }, (_, i) => ({
    name: `regular_${i}`,
    age_ms:
      Math.floor(
        ((i + 0.3 + 0.4 * unit(seed, account, i)) * SPREAD_MS) / count / 1000
      ) * 1000,
    kind: i % 2 ? ("ugcPost" as const) : ("share" as const),
    media: pick(MEDIA, seed, account, "media", i),
    traits: [],
  }))
}

export const demoPlans = (
  seed: number,
  account: string,
  organisation: boolean
): PostPlan[] => [
  ...SPECIALS,
  ...(organisation ? ORGANISATION_SPECIALS : []),
  ...regular(seed, account, 54),
]

/** A handful for accounts whose token or role is the point. */
export const smallPlans = (seed: number, account: string): PostPlan[] =>
  regular(seed, account, 6)

export function plainPlans(
  seed: number,
  account: string,
  wanted: Record<string, number>
): PostPlan[] {
  return Object.entries(wanted).flatMap(([kind, count]) => {
    if (kind !== "share" && kind !== "ugcPost") {
      throw new Error(`Unknown kind of LinkedIn post: ${kind}`)
    }
    return Array.from({ length: count }, (_, i) => ({
      name: `${kind}_${i}`,
      // Never younger than an hour, so that every plain post has activity.
      age_ms:
        3_600_000 +
        Math.floor(
          ((i + unit(seed, account, kind, i)) * SPREAD_MS) / count / 1000
        ) *
          1000,
      kind,
      media: null,
      traits: [],
    }))
  })
}
