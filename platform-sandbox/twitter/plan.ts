import { unit } from "../core/hash"
import { DAY, XKind } from "./model"

/** A post to make: its age when the world is built and why it is special. */
export interface PostPlan {
  name: string
  age_ms: number
  kind: XKind
  traits: string[]
  /** `other` posts are by somebody else; the account holder stored their id. */
  by?: "other" | "protected"
  quotes?: boolean
}

const days = (count: number) => count * DAY

const special = (
  trait: string,
  age_days: number,
  kind: XKind = "text",
  more: Partial<PostPlan> = {}
): PostPlan => ({
  name: `${trait}_${age_days}`,
  age_ms: days(age_days),
  kind,
  traits: [trait],
  ...more,
})

const SPECIALS: PostPlan[] = [
  special("many_comments", 3, "photo"),
  special("edited", 5),
  special("own_reply", 6),
  special("repost", 7),
  special("promoted", 8, "photo"),
  special("zero_activity", 10),
  special("deleted", 12),
  special("long_text", 15),
  special("day_29", 29, "video"),
  special("day_31", 31, "video"),
  special("deleted", 40, "photo"),
  special("withheld", 50),
  special("foreign", 4, "text", { by: "other" }),
  special("foreign", 20, "photo", { by: "other" }),
  special("foreign", 60, "text", { by: "other" }),
  special("protected", 9, "text", { by: "protected" }),
  special("protected", 25, "text", { by: "protected" }),
]

const SPREAD_MS = days(120)
const KINDS: XKind[] = ["text", "photo", "video", "text"]

/** Ordinary posts, evenly over the last 120 days; every fourth quotes another. */
function regular(seed: number, count: number): PostPlan[] {
  return Array.from({ length: count }, (_, i) => {
    const place = i + 0.3 + 0.4 * unit(seed, "age", i)
    const quotes = i % 4 === 3
    return {
      name: `regular_${i}`,
      age_ms: Math.floor((place * SPREAD_MS) / count / 1000) * 1000,
      kind: KINDS[i % 4] ?? "text",
      traits: quotes ? ["quote"] : [],
      quotes,
    }
  })
}

export const demoPlans = (seed: number): PostPlan[] => [
  ...SPECIALS,
  ...regular(seed, 52),
]

/** A handful for accounts whose token is the point. */
export const smallPlans = (seed: number): PostPlan[] => regular(seed, 6)

/** Kinds a plain world may ask for; `post` is plain text. */
const PLAIN_KINDS: Record<string, XKind> = {
  post: "text",
  text: "text",
  photo: "photo",
  video: "video",
}

export function plainPlans(
  seed: number,
  account: string,
  wanted: Record<string, number>
): PostPlan[] {
  return Object.entries(wanted).flatMap(([name, count]) => {
    const kind = PLAIN_KINDS[name]
    if (!kind) {
      throw new Error(`Unknown kind of X post: ${name}`)
    }
    return Array.from({ length: count }, (_, i) => ({
      name: `${account}_${name}_${i}`,
      // Never younger than an hour, so that every plain post has activity.
      age_ms:
        3_600_000 +
        Math.floor(
          ((i + unit(seed, account, name, i)) * SPREAD_MS) / count / 1000
        ) *
          1000,
      kind,
      traits: [],
    }))
  })
}
