import type { Sandbox } from "../../../platform-sandbox"

type Numbers = Record<string, unknown>

const child = (truth: Numbers, name: string) => (truth[name] ?? {}) as Numbers

/** Metrics of a post by kind, from the names of its platform (see the sheets). */
const METRICS: Record<string, (truth: Numbers) => Numbers> = {
  instagram: (truth) => ({
    likes: truth.like_count,
    comments: truth.comments_count,
    reach: truth.reach,
    views: truth.views,
    saves: truth.saved,
    shares: truth.shares,
    total_interactions: truth.total_interactions,
  }),
  "instagram story": (truth) => ({
    reach: truth.reach,
    views: truth.views,
    shares: truth.shares,
  }),
  facebook: (truth) => ({
    likes: truth.reactions,
    comments: truth.comments,
    shares: truth.shares,
    views: truth.post_media_view,
    reach: truth.post_total_media_view_unique,
    clicks: truth.post_clicks,
  }),
  "facebook story": (truth) => ({
    reach: truth.story_total_media_view_unique,
    views: truth.story_media_view,
  }),
  twitter: (truth) => {
    const counts = child(truth, "public_metrics")
    return {
      likes: counts.like_count,
      comments: counts.reply_count,
      shares: counts.repost_count,
      quotes: counts.quote_count,
      saves: counts.bookmark_count,
      impressions: counts.impression_count,
    }
  },
  linkedin: (truth) => {
    // The platform leaves posts out that nothing happened to.
    const counts = child(truth, "totalShareStatistics")
    return {
      impressions: counts.impressionCount ?? 0,
      reach: counts.uniqueImpressionsCount ?? 0,
      clicks: counts.clickCount ?? 0,
      likes: counts.likeCount ?? 0,
      comments: counts.commentCount ?? 0,
      shares: counts.shareCount ?? 0,
    }
  },
}

export interface StoredPost {
  platform: string
  platform_post_id: string
  media_product_type: string | null
  insights: Record<string, unknown> | null
}

/** The real numbers of a post under the sandbox's clock; `null` for unknown ids. */
export function truthOf(
  { world }: Sandbox,
  { platform, platform_post_id, media_product_type }: StoredPost
): Numbers | null {
  const story = media_product_type?.toUpperCase() === "STORY"
  const known = world.named(platform)
  const id =
    platform === "facebook" && story
      ? (platform_post_id.split("_").at(-1) as string)
      : platform_post_id
  const truth = known?.truth(id)
  return truth
    ? (METRICS[story ? `${platform} story` : platform]?.(truth) ?? null)
    : null
}

export interface Comparison {
  /** Numbers that are true. */
  right: number
  /** Numbers that are not known, and why. */
  reasons: string[]
  /** `metric: stored instead of true`. */
  wrong: string[]
}

/** Holds what is stored against what is true. */
export function compare({ insights }: StoredPost, truth: Numbers): Comparison {
  const found: Comparison = { right: 0, reasons: [], wrong: [] }
  const unavailable = (insights?.unavailable ?? {}) as Record<string, string>
  for (const [metric, value] of Object.entries(truth)) {
    const stored = insights?.[metric] ?? null
    const reason = unavailable[metric]
    if (stored === value) {
      found.right++
    } else if (stored === null && reason) {
      found.reasons.push(`${metric} ${reason}`)
    } else {
      found.wrong.push(`${metric}: ${stored} instead of ${value}`)
    }
  }
  return found
}
