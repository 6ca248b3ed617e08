import { WorldAccount } from "../core/types"

/** Both kinds of post occur; one is never converted into the other. */
export type PostKind = "share" | "ugcPost"

export type MediaKind = "image" | "video" | "article"

export interface LiPost {
  urn: string
  kind: PostKind
  /** Comments hang on the activity, not on the post itself. */
  activity_urn: string
  /** URN of the organisation or person. */
  author: string
  text: string
  media: MediaKind | null
  posted_ms: number
  traits: string[]
  deleted: boolean
  /** `PUBLISHED` when absent. */
  lifecycle?: string
  /** Comments somebody added by hand, with the time they were added. */
  added_comments: number[]
  /** Comments that appear after each page somebody reads. */
  insert_per_page: number
  /** Comments and replies, generated when first asked for. */
  comments?: LiComment[]
}

export interface LiComment {
  id: string
  urn: string
  actor: string
  text: string
  posted_ms: number
  /** URN of the comment a reply answers. */
  parent?: string
}

export type TokenState = "valid" | "expired" | "revoked"

/**
 * Roles a member can have on a page; `NONE` stands for no role at all.
 * https://learn.microsoft.com/en-us/linkedin/marketing/community-management/organizations/organization-access-control-by-role
 */
export const PAGE_ROLES = [
  "ADMINISTRATOR",
  "DIRECT_SPONSORED_CONTENT_POSTER",
  "RECRUITING_POSTER",
  "LEAD_CAPTURE_ADMINISTRATOR",
  "LEAD_GEN_FORMS_MANAGER",
  "ANALYST",
  "CURATOR",
  "CONTENT_ADMINISTRATOR",
  "NONE",
] as const

export type PageRole = (typeof PAGE_ROLES)[number]

export const ROLE_STATES = [
  "APPROVED",
  "REJECTED",
  "REQUESTED",
  "REVOKED",
] as const

/** What a member is on a page. */
export interface Page {
  /** URN of the organisation. */
  organization: string
  role: PageRole
  /** Only an approved role counts. */
  state: (typeof ROLE_STATES)[number]
}

export interface LiPerson {
  urn: string
  given_name: string
  family_name: string
  vanity_name: string
}

/** Someone who can let an app in. */
export interface LiMember extends LiPerson {
  pages: Page[]
}

/** A token as the API reads it: whom it speaks for and what it opens. */
export interface LiToken {
  /** Account or member whose daily quota it uses up. */
  owner: string
  person: LiPerson
  scopes: string[]
  pages: Page[]
  state: TokenState
}

export interface LiAccount {
  account: WorldAccount
  kind: "organization" | "member"
  /** Role of the token's member on the organisation's page. */
  role: PageRole
  token_state: TokenState
  /** Posts that appear after each page of the list that somebody reads. */
  posts_per_page?: number
}

/** What a post can be besides published (posts page). */
export const LIFECYCLES = [
  "DRAFT",
  "PUBLISHED",
  "PUBLISH_REQUESTED",
  "PUBLISH_FAILED",
] as const

export const DAY = 86_400_000

/** Statistics exist for a rolling window of 12 months (§5). */
export const WINDOW_MS = 365 * DAY
