import {
  toArray,
  toDate,
  toId,
  toNumber,
  toRecord,
  toText,
} from "../../platform-kit"

/** Counters of the statistics family, by LinkedIn's names. */
export type Statistics = Readonly<Record<string, unknown>>

/**
 * Statistics per post; `null` when the answer has no list at all. Posts without
 * activity are left out; an element that names no post speaks of the whole
 * organisation.
 * https://learn.microsoft.com/en-us/linkedin/marketing/community-management/organizations/share-statistics
 */
export function readStatistics(body: unknown): Map<string, Statistics> | null {
  const elements = toRecord(body)?.elements
  return Array.isArray(elements)
    ? new Map(elements.flatMap((element) => readElement(element) ?? []))
    : null
}

function readElement(element: unknown): [[string, Statistics]] | null {
  const record = toRecord(element)
  const urn = toId(record?.share) ?? toId(record?.ugcPost)
  const statistics = toRecord(record?.totalShareStatistics)
  return urn && statistics ? [[urn, statistics]] : null
}

/** The fresh counters of a post: no impressions, no reposts. */
export interface SocialMetadata {
  /** Counts by type as LinkedIn names it: `LIKE`, `PRAISE`, … `null`: not told. */
  reactions: Record<string, number> | null
  comments: number | null
  top_level_comments: number | null
  /** `OPEN` or `CLOSED`. */
  comments_state: string | null
}

/** https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/social-metadata-api */
export function readSocialMetadata(body: unknown): SocialMetadata | null {
  const record = toRecord(body)
  if (!record) {
    return null
  }
  const summary = toRecord(record.commentSummary)
  const reactions = toRecord(record.reactionSummaries)
  return {
    reactions: reactions && countsByType(reactions),
    comments: toNumber(summary?.count),
    top_level_comments: toNumber(summary?.topLevelCount),
    comments_state: toText(record.commentsState),
  }
}

function countsByType(
  summaries: Record<string, unknown>
): Record<string, number> {
  return Object.fromEntries(
    Object.entries(summaries).flatMap(([type, value]) => {
      const count = toNumber(toRecord(value)?.count)
      return count === null ? [] : [[type, count]]
    })
  )
}

/** What is told of a page to everybody. */
export interface Organization {
  name: string | null
  /** Its name in addresses. */
  vanity_name: string | null
}

/** https://learn.microsoft.com/en-us/linkedin/marketing/community-management/organizations/organization-lookup-api */
export function readOrganization(body: unknown): Organization | null {
  const record = toRecord(body)
  return (
    record && {
      name: toText(record.localizedName),
      vanity_name: toText(record.vanityName),
    }
  )
}

/** What LinkedIn keeps of a post itself. */
export interface LinkedInPost {
  urn: string
  commentary: string | null
  posted_at: Date | null
  /** What lists are sorted by; a draft is older than its publication. */
  created_at: Date | null
  /** Whether it can be seen; drafts and posts under review cannot. */
  is_published: boolean
  /** An advertisement that never was in the feed. */
  is_dark: boolean
  /** `video`, `image`, `article`, … or `text`. */
  media_type: string
}

/** https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/posts-api */
export function readPost(body: unknown): LinkedInPost | null {
  const record = toRecord(body)
  const urn = toId(record?.id)
  return record && urn
    ? {
        urn,
        commentary: toText(record.commentary),
        posted_at: toDate(record.publishedAt ?? record.createdAt),
        created_at: toDate(record.createdAt),
        is_published: (record.lifecycleState ?? "PUBLISHED") === "PUBLISHED",
        is_dark: toRecord(record.adContext)?.isDsc === true,
        media_type: mediaType(toRecord(record.content)),
      }
    : null
}

/** `content` has one key that says what it is; media name their kind in the URN. */
function mediaType(content: Record<string, unknown> | null): string {
  const [key] = Object.keys(content ?? {})
  if (key !== "media") {
    return key ?? "text"
  }
  const urn = toText(toRecord(content?.media)?.id) ?? ""
  return /^urn:li:([a-zA-Z]+):/.exec(urn)?.[1] ?? "media"
}

/**
 * The number of a finder that answers one metric; `null` for "no data", which
 * is an empty list. Its `metricType` is a string since 202605 and an object
 * before; one metric per question, so neither is needed.
 * https://learn.microsoft.com/en-us/linkedin/marketing/community-management/members/post-statistics
 */
export function readCount(body: unknown): number | null {
  const [count] = toArray(toRecord(body)?.elements).flatMap((one) => {
    const element = toRecord(one)
    // Video analytics of pages call it `value` (shape unverified).
    return toNumber(element?.count) ?? toNumber(element?.value) ?? []
  })
  return count ?? null
}
