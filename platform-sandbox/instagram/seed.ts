import { between, digits, letters, unit } from "../core/hash"
import { WorldOptions } from "../core/types"
import { planned, PlannedPost, schedule } from "../meta/plan"
import { HOUR } from "../meta/time"
import { AccountType, InstagramAccount, InstagramMedia } from "./model"
import { MediaType, ProductType } from "./model"

/** Kind names of a plan, and what they are on Instagram. */
const KINDS: Record<string, [MediaType, ProductType]> = {
  FEED: ["IMAGE", "FEED"],
  CAROUSEL_ALBUM: ["CAROUSEL_ALBUM", "FEED"],
  VIDEO: ["VIDEO", "FEED"],
  REELS: ["VIDEO", "REELS"],
  STORY: ["IMAGE", "STORY"],
}

const aged = (posts: PlannedPost[], age_ms: (i: number) => number) =>
  posts.map((post, i) => ({ ...post, age_ms: age_ms(i) }))

/** At least sixty posts of every kind, the awkward ones among them. */
function demoPlan(): PlannedPost[] {
  return [
    ...planned("FEED", 20, {
      0: "pre_conversion",
      1: "deleted",
      2: "zero_activity",
      3: "hidden_likes",
      4: "many_comments",
    }),
    ...planned("CAROUSEL_ALBUM", 10, { 0: "pre_conversion" }),
    ...planned("VIDEO", 6),
    ...planned("REELS", 18, {
      0: "not_shared_to_facebook",
      1: "hidden_likes",
      2: "licensed_audio",
      3: "deleted",
      4: "not_shared_to_facebook",
    }),
    ...aged(
      planned("STORY", 5, { 0: "few_viewers" }),
      (i) => (3 + 4 * i) * HOUR
    ),
    ...aged(
      planned("STORY", 4, { 0: "expires_gone", 1: "expires_empty" }),
      (i) => (30 + 40 * i) * HOUR
    ),
  ]
}

const smallPlan = (): PlannedPost[] => [
  ...planned("FEED", 3),
  ...planned("REELS", 2),
]

function plainPlan(kinds: Record<string, number>): PlannedPost[] {
  return Object.entries(kinds).flatMap(([kind, n]) => {
    if (!KINDS[kind]) {
      throw new Error(`Unknown Instagram kind: ${kind}`)
    }
    const posts = planned(kind, n)
    return kind === "STORY"
      ? aged(posts, (i) => ((i + 1) / (n + 1)) * 20 * HOUR)
      : posts
  })
}

export const instagramId = (seed: number, key: string) =>
  `17841${digits(12, seed, "ig", key)}`

/** Facebook user behind an account or a Page. */
export const personId = (seed: number, key: string) =>
  `1${digits(15, seed, "fb-user", key)}`

export interface AccountSeed {
  key: string
  /** Default: `Business`. */
  type?: AccountType
  login: "instagram" | "facebook"
  demo: boolean
  traits: string[]
  plan: PlannedPost[]
}

const special = (trait: string): AccountSeed => ({
  key: trait,
  login: "instagram",
  demo: false,
  traits: [trait],
  plan: smallPlan(),
})

export function accountSeeds(options: WorldOptions): AccountSeed[] {
  if (options.plain) {
    const kinds = options.posts
      ? (options.posts.instagram ?? {})
      : { FEED: 30, REELS: 30 }
    const n = options.accounts?.instagram ?? 1
    return Array.from({ length: n }, (_, i) => ({
      key: `plain_${i}`,
      login: i % 2 ? "facebook" : "instagram",
      demo: true,
      traits: [],
      plan: plainPlan(kinds),
    }))
  }
  const demo = { demo: true, traits: [] }
  return [
    { key: "atelier", login: "instagram", ...demo, plan: demoPlan() },
    { key: "kontor", login: "facebook", ...demo, plan: demoPlan() },
    special("no_comments_permission"),
    special("no_insights_permission"),
    special("expired_token"),
    special("revoked_token"),
    special("password_changed"),
    special("few_followers"),
    // Nobody can connect it, but anyone can log in with it.
    { ...special("personal"), type: "Personal", plan: [] },
  ]
}

export function buildAccount(
  seed: number,
  from: AccountSeed
): InstagramAccount {
  const { key, login, demo, traits } = from
  const name = key.replace(/_/g, " ")
  return {
    id: instagramId(seed, key),
    app_scoped_id: `2${digits(16, seed, "ig-scoped", key)}`,
    business_id: `645${digits(12, seed, "ig-business", key)}`,
    username: `${key.replace(/_/g, ".")}.shop`,
    name: `${name.charAt(0).toUpperCase()}${name.slice(1)} Shop`,
    type: from.type ?? "Business",
    login,
    token:
      (login === "instagram" ? "IGAA" : "EAA") +
      letters(160, seed, "ig-token", key),
    user_id: personId(seed, key),
    followers: traits.includes("few_followers")
      ? 57
      : between(2_000, 40_000, seed, "ig-followers", key),
    demo,
    traits,
    media: [],
  }
}

/** Media of an account; `first_index` keeps numbers unique over all accounts. */
export function buildMedia(
  seed: number,
  account: InstagramAccount,
  plan: PlannedPost[],
  start: number,
  first_index: number
): InstagramMedia[] {
  return schedule(seed, account.id, plan, start).map(({ post, posted }, i) => {
    const index = first_index + i
    const [media_type, product] = KINDS[post.kind] ?? ["IMAGE", "FEED"]
    const id = `179${digits(6, seed, "ig-media", index)}${String(index).padStart(8, "0")}`
    const many = post.traits.includes("many_comments")
    const silent = post.traits.includes("zero_activity")
    const audience = many ? 30_000 : between(150, 12_000, seed, id, "audience")
    const own = media_type === "VIDEO" && product === "REELS"
    return {
      id,
      index,
      account,
      media_type,
      product,
      posted: many ? Math.min(posted, start - 40 * 24 * HOUR) : posted,
      audience,
      comments_final: commentsFinal(silent, many, product, audience),
      crossposted:
        !post.traits.includes("not_shared_to_facebook") &&
        (own || unit(seed, id, "crossposted") < 0.5),
      shared_to_feed: own && unit(seed, id, "feed") < 0.8,
      children: media_type === "CAROUSEL_ALBUM" ? between(2, 8, seed, id) : 0,
      traits: post.traits,
    }
  })
}

function commentsFinal(
  silent: boolean,
  many: boolean,
  product: ProductType,
  audience: number
): number {
  if (silent || product === "STORY") {
    return 0
  }
  return many ? 240 : Math.floor(audience / 500)
}
