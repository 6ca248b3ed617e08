import type { WorldAccount } from "../../platform-sandbox"
import type { StoreDatabase } from "./store-database"

/** A post that must come out of a row, with what matters about it. */
export interface TruePost {
  platform: string
  platform_post_id: string | null
  status: string
  /** Expected keys of `insights`; `undefined` must be absent. */
  insights: Record<string, unknown>
  /** Comments in the table. */
  comments: number
}

/** A row of the old table with the truth about it. */
export interface OldStoreRow {
  id: string
  platform_id: string | null
  status: string
  caption: string
  post_url: string | null
  posted_at: string | null
  deleted_at: string | null
  /** As text: JSON.stringify could not write long numbers. */
  insights: string
  truth: TruePost[] | string
}

export interface OldStore {
  rows: OldStoreRow[]
  /** Rows by problem. */
  problems: Record<string, number>
  posts: TruePost[]
  split_rows: number
}

export const PAGE_WITHOUT_CONFIG = "5550001"

const AFTER = "2026-10-01T12:00:00.000Z"
const BEFORE = "2025-06-01T12:00:00.000Z"

interface Draft extends Partial<Omit<OldStoreRow, "insights" | "truth">> {
  insights?: Record<string, unknown> | string
  truth: TruePost[] | string
}

/** What an old store did to a row, `n` telling rows of one kind apart. */
type Oddity = (n: string, page: string) => Draft

const instagramId = (n: string) => `1791${n}`
const instagramUrl = (n: string) => `https://www.instagram.com/p/C${n}/`

/** The sample of the old store's own documentation. */
const sample = {
  platform: "instagram",
  likes: 150,
  comments: 25,
  shares: 10,
  saves: 30,
  impressions: 0,
  reach: 3500,
  engagement: 215,
  engagement_rate: 6.14,
  last_synced_at: AFTER,
  sync_status: "success",
}
const sampleTruth = {
  platform: "instagram",
  likes: 150,
  comments: 25,
  saves: 30,
  impressions: null,
  reach: 3500,
  engagement: 215,
  engagement_rate: 6.14,
  engagement_rate_basis: "reach",
  unavailable: { impressions: "retired" },
}

const post = (
  platform: string,
  platform_post_id: string | null,
  insights: Record<string, unknown> = {},
  more: Partial<TruePost> = {}
): TruePost => ({
  platform,
  platform_post_id,
  status: "posted",
  insights,
  comments: 0,
  ...more,
})

const ODDITIES: Record<string, Oddity> = {
  plain: (n) => ({
    platform_id: "plat_ig",
    insights: {
      ...sample,
      instagram_media_id: instagramId(n),
      engagement_score: 7.5,
    },
    truth: [
      post("instagram", instagramId(n), {
        ...sampleTruth,
        engagement_score: 7.5,
        instagram_media_id: instagramId(n),
      }),
    ],
  }),
  "the same post again": (n) => ({
    platform_id: "plat_ig",
    insights: { instagram_media_id: instagramId(n) },
    truth: "duplicate",
  }),
  "an id that is a number": (n) => ({
    platform_id: "plat_ig",
    insights: `{"instagram_media_id": 1792${n}, "likes": 3}`,
    truth: [post("instagram", `1792${n}`, { likes: 3 })],
  }),
  "comments as a list": (n) => ({
    platform_id: "plat_ig",
    insights: {
      ...sample,
      instagram_media_id: `1793${n}`,
      comments: [
        {
          id: `c1-${n}`,
          text: "Love this!",
          from: { id: "u1", name: "Ann" },
          created_time: "2025-11-15T10:30:00Z",
          like_count: 5,
        },
        { id: `c2-${n}`, text: "Me too", username: "bob" },
        "spam",
      ],
    },
    truth: [
      post(
        "instagram",
        `1793${n}`,
        {
          comments: 3,
          engagement: 193,
          comments_data: expect.arrayContaining([
            expect.objectContaining({
              id: `c1-${n}`,
              text: "Love this!",
              from: { id: "u1", name: "Ann" },
              like_count: 5,
            }),
          ]),
        },
        { comments: 2 }
      ),
    ],
  }),
  "results of publishing as a list": (n) => ({
    platform_id: "plat_ig",
    insights: {
      publish_results: [
        { platform: "facebook", success: false, postId: "1_2" },
        { platform: "instagram", success: true, postId: `1794${n}` },
      ],
    },
    truth: [
      post("instagram", `1794${n}`, {
        publish_results: [
          { platform: "facebook", success: false, postId: "1_2" },
          { platform: "instagram", success: true, postId: `1794${n}` },
        ],
        likes: undefined,
      }),
    ],
  }),
  "results of publishing as an object, the Page's part missing": (n) => ({
    platform_id: "plat_page",
    insights: { publish_results: { facebook: { post_id: `77${n}` } } },
    truth: [post("facebook", `${PAGE_WITHOUT_CONFIG}_77${n}`)],
  }),
  "results of publishing with bare ids": (n) => ({
    platform_id: "plat_page",
    insights: {
      publish_results: { facebook: `${PAGE_WITHOUT_CONFIG}_78${n}` },
    },
    truth: [post("facebook", `${PAGE_WITHOUT_CONFIG}_78${n}`)],
  }),
  "two networks, one of them read": (n, page) => ({
    platform_id: "plat_both",
    insights: {
      ...sample,
      instagram_media_id: `1795${n}`,
      facebook_post_id: `${page}_95${n}`,
      instagram_insights: { reach: 3500 },
      facebook_insights: { post_clicks: 45, post_impressions: 0 },
      reactions: { like: 120, total: 200 },
    },
    truth: [
      post("instagram", `1795${n}`, {
        ...sampleTruth,
        instagram_insights: { reach: 3500 },
        facebook_insights: undefined,
      }),
      post("facebook", `${page}_95${n}`, {
        platform: "facebook",
        likes: undefined,
        clicks: 45,
        impressions: null,
        unavailable: { impressions: "retired" },
        reactions: { like: 120, total: 200 },
        instagram_insights: undefined,
        facebook_post_id: `${page}_95${n}`,
        last_synced_at: undefined,
      }),
    ],
  }),
  "two networks, nobody says whose the numbers are": (n, page) => ({
    platform_id: "plat_both",
    insights: {
      likes: 12,
      publish_results: [
        { platform: "facebook", postId: `${page}_96${n}` },
        { platform: "instagram", postId: `1796${n}` },
      ],
    },
    truth: [
      post("instagram", `1796${n}`, { likes: undefined }),
      post("facebook", `${page}_96${n}`, { likes: undefined }),
    ],
  }),
  "reach of a platform that has none": (n) => ({
    platform_id: "plat_x",
    insights: {
      platform: "twitter",
      twitter_tweet_id: `19${n}`,
      likes: 85,
      comments: 12,
      shares: 25,
      saves: 0,
      impressions: 3500,
      reach: 0,
      last_synced_at: AFTER,
    },
    truth: [
      post("twitter", `19${n}`, {
        likes: 85,
        saves: 0,
        reach: null,
        unavailable: { reach: "not_offered" },
        engagement: 122,
        engagement_rate: 3.49,
        engagement_rate_basis: "impressions",
      }),
    ],
  }),
  "an address alone": (n) => ({
    platform_id: "plat_x",
    post_url: `https://twitter.com/shop/status/18${n}`,
    truth: [post("twitter", `18${n}`)],
  }),
  "comments that may not be kept": (n) => ({
    platform_id: "plat_li",
    insights: {
      platform: "linkedin",
      linkedin_post_id: `urn:li:share:7${n}`,
      likes: 45,
      comments: 8,
      comments_data: [{ id: "x", text: "Congratulations" }],
      last_synced_at: AFTER,
    },
    truth: [
      post("linkedin", `urn:li:share:7${n}`, {
        likes: 45,
        comments: 8,
        comments_data: undefined,
      }),
    ],
  }),
  "a draft": () => ({
    platform_id: "plat_both",
    status: "draft",
    posted_at: null,
    truth: [
      post("instagram", null, {}, { status: "draft" }),
      post("facebook", null, {}, { status: "draft" }),
    ],
  }),
  "posted, and no trace of where": () => ({
    platform_id: "plat_ig",
    insights: { likes: 3 },
    truth: "no_id",
  }),
  "an id that is none": () => ({
    platform_id: "plat_ig",
    insights: { instagram_media_id: "undefined" },
    truth: "bad_id",
  }),
  "a status nobody knows": (n) => ({
    platform_id: "plat_ig",
    status: "live",
    insights: { instagram_media_id: `1797${n}` },
    truth: "unknown_status",
  }),
  deleted: (n) => ({
    platform_id: "plat_ig",
    deleted_at: AFTER,
    insights: { instagram_media_id: `1798${n}` },
    truth: "deleted",
  }),
  "an address without an id": (n) => ({
    platform_id: "plat_ig",
    insights: { permalink: instagramUrl(n), likes: 4 },
    truth: [post("instagram", null, { likes: 4, permalink: instagramUrl(n) })],
  }),
  "zeros of a sync that failed": (n) => ({
    platform_id: "plat_ig",
    insights: {
      platform: "instagram",
      platform_post_id: `1799${n}`,
      likes: 0,
      comments: 0,
      reach: 0,
      last_synced_at: AFTER,
      sync_status: "failed",
      sync_errors: ["Rate limit exceeded"],
    },
    truth: [
      post("instagram", `1799${n}`, {
        likes: null,
        reach: null,
        engagement: null,
        sync_status: "failed",
        sync_errors: ["Rate limit exceeded"],
        unavailable: {
          likes: "not_returned",
          comments: "not_returned",
          reach: "not_returned",
        },
      }),
    ],
  }),
  "numbers as texts": (n) => ({
    platform_id: "plat_ig",
    insights: {
      instagram_media_id: `1780${n}`,
      likes: "150",
      shares: "n/a",
      comments: "7",
    },
    truth: [
      post("instagram", `1780${n}`, {
        likes: 150,
        shares: null,
        comments: 7,
        engagement: 157,
      }),
    ],
  }),
  "insights as a text": (n) => ({
    platform_id: "plat_ig",
    insights: JSON.stringify(
      JSON.stringify({ instagram_media_id: `1781${n}`, likes: 1 })
    ),
    truth: [post("instagram", `1781${n}`, { likes: 1 })],
  }),
  "a zero from the time when it was measured": (n) => ({
    platform_id: "plat_page",
    insights: {
      platform: "facebook",
      facebook_post_id: `${PAGE_WITHOUT_CONFIG}_82${n}`,
      likes: 200,
      impressions: 0,
      reach: 0,
      saves: 0,
      last_synced_at: BEFORE,
    },
    truth: [
      post("facebook", `${PAGE_WITHOUT_CONFIG}_82${n}`, {
        likes: 200,
        impressions: 0,
        reach: 0,
        saves: null,
        unavailable: { saves: "not_offered" },
      }),
    ],
  }),
  "zeros of two metrics that are gone": (n) => ({
    platform_id: "plat_page",
    insights: {
      facebook_post_id: `${PAGE_WITHOUT_CONFIG}_83${n}`,
      likes: 0,
      impressions: 0,
      reach: 0,
      last_synced_at: AFTER,
    },
    truth: [
      post("facebook", `${PAGE_WITHOUT_CONFIG}_83${n}`, {
        likes: 0,
        impressions: null,
        reach: null,
        unavailable: { impressions: "retired", reach: "retired" },
      }),
    ],
  }),
  "no platform, but an id": (n) => ({
    platform_id: null,
    insights: { instagram_media_id: `1784${n}` },
    truth: [post("instagram", `1784${n}`)],
  }),
  "a platform that is not ours": () => ({
    platform_id: "plat_pin",
    insights: { pin_id: "1" },
    truth: "no_platform",
  }),
}

/** As many rows as wanted, every oddity in turn. */
export function oldStore(count: number, page: string): OldStore {
  const oddities = Object.values(ODDITIES)
  const rows = Array.from({ length: count }, (_, index): OldStoreRow => {
    const n = String(Math.floor(index / oddities.length)).padStart(13, "0")
    const oddity = oddities[index % oddities.length] as Oddity
    const { insights = {}, ...draft } = oddity(n, page)
    return {
      id: `post_${String(index).padStart(6, "0")}`,
      platform_id: null,
      status: "posted",
      caption: `=Öffnung ${index} 🎉 #Sale @friend`,
      post_url: null,
      posted_at: "2026-09-30T08:00:00Z",
      deleted_at: null,
      ...draft,
      insights:
        typeof insights === "string" ? insights : JSON.stringify(insights),
    }
  })
  const problems: Record<string, number> = {}
  const posts: TruePost[] = []
  let split_rows = 0
  for (const { truth } of rows) {
    if (typeof truth === "string") {
      problems[truth] = (problems[truth] ?? 0) + 1
    } else {
      posts.push(...truth)
      split_rows += truth.length > 1 ? 1 : 0
    }
  }
  return { rows, problems, posts, split_rows }
}

export interface OldTokens {
  instagram: WorldAccount
  facebook: WorldAccount
}

/** Writes the tables of the old module into a schema of their own. */
export async function writeOldStore(
  database: StoreDatabase,
  { rows }: OldStore,
  { instagram, facebook }: OldTokens
): Promise<void> {
  await database.query(`CREATE SCHEMA old_social`)
  await database.query(
    `CREATE TABLE old_social.social_platform (
       id text PRIMARY KEY, name text, category text, api_config jsonb,
       deleted_at timestamptz
     )`
  )
  await database.query(
    `CREATE TABLE old_social.social_post (
       id text PRIMARY KEY,
       platform_id text REFERENCES old_social.social_platform (id),
       name text, status text, caption text, post_url text,
       posted_at timestamptz, scheduled_at timestamptz, insights jsonb,
       media_attachments jsonb, created_at timestamptz, updated_at timestamptz,
       deleted_at timestamptz
     )`
  )
  const platforms: [string, string, unknown][] = [
    [
      "plat_ig",
      "Instagram",
      {
        access_token: instagram.access_token,
        ig_user_id: instagram.external_id,
      },
    ],
    [
      "plat_both",
      "FBINSTA",
      {
        page_id: facebook.external_id,
        page_access_token: facebook.access_token,
        ig_user_id: "17841499999999999",
      },
    ],
    [
      "plat_x",
      "X",
      {
        user_id: "99",
        access_token: { encrypted: "c2VhbGVk", iv: "aXY", tag: "dGFn" },
      },
    ],
    ["plat_li", "LinkedIn", "enc:AAAA-sealed-by-somebody"],
    ["plat_page", "Facebook", { access_token: "EAAwrong-token-of-nobody" }],
    ["plat_pin", "Pinterest", { access_token: "pinterest-token" }],
  ]
  for (const [id, name, config] of platforms) {
    await database.query(
      `INSERT INTO old_social.social_platform (id, name, category, api_config)
       VALUES ($1, $2, 'social', $3)`,
      [id, name, JSON.stringify(config)]
    )
  }
  await database.query(
    `INSERT INTO old_social.social_post (id, platform_id, name, status, caption,
       post_url, posted_at, deleted_at, insights, created_at, updated_at)
     SELECT id, platform_id, 'A post', status, caption, post_url, posted_at,
       deleted_at, CAST(insights AS jsonb), '2026-09-01', '2026-10-01'
     FROM json_to_recordset($1) AS w(
       id text, platform_id text, status text, caption text, post_url text,
       posted_at timestamptz, deleted_at timestamptz, insights text
     )`,
    [JSON.stringify(rows)]
  )
}
