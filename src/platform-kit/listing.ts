import type { PostDetails, PostProblem, PostReading } from "./contract"

/** Which of an account's posts are listed. */
export interface PostListRequest {
  /** Posts from before this are not wanted; `null` goes as far as the platform does. */
  since: Date | null
  /** Where an earlier listing stopped (`PostListPage.next_cursor`); `null` begins with the newest. */
  cursor: string | null
  /**
   * Of these posts, whose numbers are wanted. Asked once a page, by platforms
   * whose list comes without numbers, before calls are spent on them. All when
   * absent.
   */
  whoseNumbers?: (
    platformPostIds: readonly string[]
  ) => Promise<ReadonlySet<string>>
}

/** A post as the account's list shows it. */
export interface ListedPost {
  platform_post_id: string
  details: PostDetails
  /** The numbers that came in the same call; `null` when none came. */
  reading: PostReading | null
  /** What could not be read of the numbers. */
  problems: PostProblem[]
  /** When the platform takes it away by itself (stories). */
  expires_at?: Date | null
  /** Names that are mentioned, without `@`. */
  mentions?: string[]
  /** Other ids under which the platform knows it (a video's own id, say). */
  other_ids?: string[]
}

/**
 * A page of the list, newest first. It may be empty although there is a next
 * one, and may repeat posts of pages before: because the platform moved them,
 * or because their numbers came later (`reading` is `null` the first time), in
 * a call that other posts filled up. The numbers still missing come with the
 * last page.
 */
export interface PostListPage {
  posts: ListedPost[]
  /** `null` behind the last page; opaque, and not valid for ever. */
  next_cursor: string | null
}

/** Code of the `PlatformError` (kind `invalid`, scope `post`) for a cursor the platform no longer takes. */
export const CURSOR_EXPIRED = "cursor_expired"
