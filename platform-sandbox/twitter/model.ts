import { WorldAccount } from "../core/types"

/** What kind of media a post carries; `text` carries none. */
export type XKind = "text" | "photo" | "video"

/** A post as the stand-in keeps it; answers are rendered from it. */
export interface XPost {
  /** The newest id; an edit makes a new one. */
  id: string
  /** Every id of the post, oldest first. */
  history: string[]
  author_id: string
  /** Account that lists the post in `posts()`; absent for replies of others. */
  account?: string
  text: string
  kind: XKind
  /** Milliseconds since the epoch, on a full second. */
  posted_ms: number
  conversation_id: string
  reply_to?: { id: string; author_id: string }
  quoted?: string
  reposted?: string
  traits: string[]
  deleted: boolean
  /** Last segment of the problem a lookup answers instead of the post. */
  problem?: string
  /** Replies of all depths, oldest first; generated when first asked for. */
  conversation?: XPost[]
}

export interface XUser {
  id: string
  username: string
  name: string
  created_ms: number
  protected: boolean
}

export type TokenState = "valid" | "expired" | "revoked"

/** An account with what only the stand-in knows of it. */
export interface XAccount {
  account: WorldAccount
  /** `app` is the app's own Bearer, which speaks for no user. */
  token_kind: "user" | "app"
  token_state: TokenState
  /** Posts that appear after each page of the timeline that somebody reads. */
  posts_per_page?: number
}

export const DAY = 86_400_000

/** Owner-only groups exist for posts younger than this (§3). */
export const OWNER_ONLY_MS = 30 * DAY
