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

export interface LiAccount {
  account: WorldAccount
  kind: "organization" | "member"
  /** Role of the token's member on the organisation's page. */
  role: "ADMINISTRATOR" | "NONE"
  token_state: TokenState
}

export const DAY = 86_400_000

/** Statistics exist for a rolling window of 12 months (§5). */
export const WINDOW_MS = 365 * DAY
