import { between, digits, letters } from "../core/hash"
import { WorldOptions } from "../core/types"
import { instagramId, personId } from "../instagram/seed"
import { planned, PlannedPost, schedule } from "../meta/plan"
import { DAY, HOUR } from "../meta/time"
import { FacebookPage, FacebookPost, FacebookStory, PostKind } from "./model"

const KINDS: PostKind[] = ["photo", "status", "link", "video", "reel"]

/** The demo Page is linked to the Instagram account of the same name. */
const DEMO = "kontor"

/** At least sixty posts of every kind, the awkward ones among them. */
function demoPlan(): PlannedPost[] {
  return [
    ...planned("photo", 20, {
      0: "deleted",
      1: "deleted_code_10",
      2: "duplicate_day_rows",
      3: "only_day_row",
      4: "no_shares_key",
      5: "zero_activity",
      6: "many_comments",
      7: "no_message",
    }),
    ...planned("status", 10, { 0: "no_shares_key" }),
    ...planned("link", 10, { 0: "duplicate_day_rows" }),
    ...planned("video", 10, { 0: "duplicate_day_rows", 1: "only_day_row" }),
    ...planned("reel", 12, { 0: "deleted", 1: "duplicate_day_rows" }),
    { kind: "photo", traits: ["empty_insights"], age_ms: 2 * HOUR },
  ]
}

const smallPlan = (): PlannedPost[] => [
  ...planned("photo", 3),
  ...planned("reel", 2),
]

function plainPlan(kinds: Record<string, number>): PlannedPost[] {
  return Object.entries(kinds).flatMap(([kind, n]) => {
    if (kind === "story") {
      return []
    }
    if (!KINDS.includes(kind as PostKind)) {
      throw new Error(`Unknown Facebook kind: ${kind}`)
    }
    return planned(kind, n)
  })
}

export interface PageSeed {
  key: string
  demo: boolean
  traits: string[]
  /** Managed by the person behind the Instagram account `kontor`. */
  of_demo_user?: true
  portfolio?: true
  /** There for logins; the tokens that exist without one do not reach it. */
  login_only?: true
  plan: PlannedPost[]
  /** Ages of its stories in hours, with their traits. */
  stories?: [hours: number, ...traits: string[]][]
}

/** Five that are alive, some of them counted late, and two in the archive. */
const DEMO_STORIES: PageSeed["stories"] = [
  [1],
  [4, "late_numbers"],
  [9],
  [16, "late_numbers"],
  [22],
  [30],
  [75],
]

const plainStories = (n: number): PageSeed["stories"] =>
  Array.from({ length: n }, (_, i) => [((i + 1) / (n + 1)) * 20])

const special = (trait: string): PageSeed => ({
  key: trait,
  demo: false,
  traits: [trait],
  plan: smallPlan(),
})

/** A plain Page without an Instagram account. */
const offline = (key: string): PageSeed => ({
  key,
  demo: false,
  traits: ["no_instagram"],
  login_only: true,
  plan: smallPlan(),
})

export function pageSeeds(options: WorldOptions): PageSeed[] {
  if (options.plain) {
    const kinds = options.posts
      ? (options.posts.facebook ?? {})
      : { photo: 30, video: 15, reel: 15 }
    const n = options.accounts?.facebook ?? 1
    return Array.from({ length: n }, (_, i) => ({
      key: `plain_${i}`,
      demo: true,
      traits: [],
      plan: plainPlan(kinds),
      stories: plainStories(kinds.story ?? 0),
    }))
  }
  return [
    {
      key: DEMO,
      demo: true,
      traits: [],
      of_demo_user: true,
      plan: demoPlan(),
      stories: DEMO_STORIES,
    },
    { ...special("portfolio"), of_demo_user: true, portfolio: true },
    special("no_user_content_permission"),
    special("no_insights_permission"),
    special("expired_token"),
    special("revoked_token"),
    special("password_changed"),
    special("role_lost"),
    special("few_likes"),
    { ...offline("werkstatt"), of_demo_user: true },
    offline("backstube"),
  ]
}

export function buildPage(seed: number, from: PageSeed): FacebookPage {
  const { key, demo, traits } = from
  const name = key.replace(/_/g, " ")
  return {
    id: `10${digits(13, seed, "fb-page", key)}`,
    username: `${key.replace(/_/g, "")}shop`,
    name: `${name.charAt(0).toUpperCase()}${name.slice(1)} Shop`,
    token: `EAA${letters(170, seed, "fb-token", key)}`,
    user_id: personId(seed, from.of_demo_user ? DEMO : `page-${key}`),
    portfolio: Boolean(from.portfolio),
    login_only: Boolean(from.login_only),
    followers: traits.includes("few_likes")
      ? 40
      : between(1_000, 30_000, seed, "fb-followers", key),
    ...(key === DEMO ? { instagram_id: instagramId(seed, DEMO) } : {}),
    demo,
    traits,
    posts: [],
    stories: [],
  }
}

/** Posts of a Page; `first_index` keeps numbers unique over all Pages. */
export function buildPosts(
  seed: number,
  page: FacebookPage,
  plan: PlannedPost[],
  start: number,
  first_index: number
): FacebookPost[] {
  return schedule(seed, page.id, plan, start).map(({ post, posted }, i) => {
    const index = first_index + i
    const tail = String(index).padStart(9, "0")
    const number = `122${digits(5, seed, "fb-post", index)}${tail}`
    const kind = post.kind as PostKind
    const video = kind === "video" || kind === "reel"
    const many = post.traits.includes("many_comments")
    const audience = many
      ? 25_000
      : between(150, 10_000, seed, "fb-audience", number)
    const silent = post.traits.includes("zero_activity")
    return {
      id: `${page.id}_${number}`,
      index,
      number,
      page,
      kind,
      ...(video
        ? { video_id: `9${digits(6, seed, "fb-video", index)}${tail}` }
        : {}),
      length: video ? between(5_000, 90_000, seed, "fb-length", number) : 0,
      posted: many ? Math.min(posted, start - 40 * DAY) : posted,
      audience,
      comments_final: silent ? 0 : many ? 240 : Math.floor(audience / 400),
      traits: post.traits,
    }
  })
}

/** Stories of a Page, newest first; those it has already are not made again. */
export function buildStories(
  seed: number,
  page: FacebookPage,
  stories: PageSeed["stories"] = [],
  start: number
): FacebookStory[] {
  return stories
    .map(([hours, ...traits], n): FacebookStory => {
      const i = page.stories.length + n
      const name = `${page.id}-story-${i}`
      return {
        id: `1221${digits(13, seed, "fb-story", name)}`,
        page,
        posted: Math.floor((start - hours * HOUR) / 1000) * 1000,
        media: i % 2 ? "video" : "photo",
        media_id: `1223${digits(13, seed, "fb-story-media", name)}`,
        audience: between(100, 4_000, seed, "fb-story-audience", name),
        traits,
      }
    })
    .sort((a, b) => b.posted - a.posted)
}
