import type { CallBudget } from "./call-budget"
import type { PlatformError } from "./errors"
import type { MetricValues, UnavailableMetrics } from "./metrics"
import type { MetricVerdicts } from "./verdicts"

/** An account as a provider sees it. The token lives only as long as the call. */
export interface PlatformAccount {
  id: string
  external_id: string
  username: string | null
  /** Granted scopes, or `null` when the platform does not tell. */
  scopes: readonly string[] | null
  /** Checked by the provider's `validateSettings`. */
  settings: Readonly<Record<string, unknown>>
  /** Replaced in the midst of a call when the token had to be renewed. */
  access_token: string
  /** The token was made for this store's own app (Meta: proofs can be sent). */
  own_app?: boolean
}

/** A post to be read. */
export interface PlatformPost {
  id: string
  platform_post_id: string
  media_type: string | null
  media_product_type: string | null
  posted_at: Date | null
  /** Set once the platform said that this post never has insights. */
  insights_blocked: string | null
  /** The numbers of the last good reading. */
  known: MetricValues
}

/** What surrounds the calls for one account. */
export interface PlatformCall {
  account: PlatformAccount
  /** `single`: a person waits for one post and wants all of it. */
  depth: "single" | "bulk"
  budget: CallBudget
  verdicts: MetricVerdicts
  now: () => Date
  /** Told of every HTTP call, by endpoint name. */
  onCall?: (endpoint: string) => void
  /**
   * Asked once when the platform no longer takes the token: a newer one, or
   * `null` when there is none.
   */
  renewToken?: (refused: string) => Promise<string | null>
  signal?: AbortSignal
}

/** What surrounds calls for an account that is not stored, or only its token. */
export type ConnectingCall = Omit<
  PlatformCall,
  "account" | "depth" | "renewToken"
>

/** What is known about the post itself, where the platform says it. */
export interface PostDetails {
  /** Only when the platform has given the post a new id (edited X posts). */
  platform_post_id?: string
  permalink?: string | null
  caption?: string | null
  media_type?: string | null
  media_product_type?: string | null
  media_url?: string | null
  thumbnail_url?: string | null
  posted_at?: Date | null
  hashtags?: string[]
}

/**
 * The answer about one post. A metric that is absent was not learned (what is
 * stored stays); `null` says the platform has no value, with the reason in
 * `unavailable`.
 */
export interface PostReading {
  metrics: MetricValues
  unavailable: UnavailableMetrics
  /** Reactions by type, with `total`. */
  reactions?: Record<string, number>
  /** e.g. `{ navigation: { tap_forward: 20 } }`, lower case. */
  breakdowns?: Record<string, Record<string, number>>
  /** The platform's own metric names and values. */
  native: Record<string, unknown>
  details: PostDetails
  /** Never ask this post for insights again, and why. */
  insights_blocked?: string
}

/** Exactly one per post, whatever happens. */
export interface PostResult {
  post: PlatformPost
  insights: PostReading | null
  problems: PostProblem[]
}

/** Trouble with one part of a post. */
export interface PostProblem {
  /** Shown in front of the sentence: "Insights metrics: …". */
  part: "Post" | "Insights metrics" | "Comments"
  error: PlatformError
}

export interface PlatformComment {
  id: string
  /** `null` for a comment on the post itself. */
  parent_id: string | null
  text: string | null
  author_id: string | null
  author_name: string | null
  like_count: number | null
  hidden: boolean | null
  created_at: Date | null
  /** Written by the account itself; absent or `null` when that is not known. */
  by_account?: boolean | null
  extras?: Record<string, unknown>
}

/** A comment that is stored and, as far as is known, still there. */
export interface KnownComment {
  parent_id: string | null
  created_at: Date | null
}

export interface CommentRequest {
  post: PlatformPost
  /** Newest comment that is stored; `null` when there is none. */
  since: Date | null
  /** Stop after this many. */
  limit: number
  /** How many the platform counts now; absent or `null` when it does not tell. */
  count?: number | null
  /** What is stored, by the platform's ids. */
  known?: ReadonlyMap<string, KnownComment>
}

/**
 * The part of a post's comments that a reading saw whole: what is stored of it
 * and did not come is no longer there.
 */
export interface CommentRange {
  /** What is later than this; `null` reaches back to the first comment. */
  from: Date | null
  /**
   * `comment`: each comment belongs where its own time is. `thread`: replies
   * belong where the comment on the post is that they hang below.
   */
  by: "comment" | "thread"
  /** Replies were read of these comments alone; of all when absent. */
  replies_of?: readonly string[]
}

/** Comments of one post, as they arrive; several pages per post are possible. */
export interface CommentPage {
  post: PlatformPost
  comments: PlatformComment[]
  /** The limit ended the reading although there are more. */
  capped: boolean
  problem: PlatformError | null
  /** What was seen whole so far; absent or `null` when nothing was. */
  complete?: CommentRange | null
}

/** Who a token belongs to. */
export interface AccountDescription {
  external_id: string
  username: string | null
  display_name: string | null
  avatar_url: string | null
  /** The platform's kind of account: `business`, `page`, `organization`, … */
  account_type: string | null
  /** `null` when the platform does not tell it with the rest. */
  followers_count: number | null
  /** As the platform counts them; absent or `null` when it does not tell. */
  posts_count?: number | null
  scopes: string[] | null
  token_expires_at: Date | null
  /** The token was made for the configured app; absent when not known. */
  own_app?: boolean
}

export interface AccountClaim {
  external_id: string
  access_token: string
  own_app?: boolean
  settings: Readonly<Record<string, unknown>>
}
