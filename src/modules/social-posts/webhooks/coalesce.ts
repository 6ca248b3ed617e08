import type { WebhookNotice } from "../../../platform-kit"

/** A notice as it lies in a delivery: times are ISO texts. */
export type StoredNotice = WebhookNotice extends infer Notice
  ? Notice extends { at: Date | null }
    ? Omit<Notice, "at"> & { at: string | null }
    : never
  : never

export interface Delivery {
  id: string
  platform: string
  notices: StoredNotice[]
  received_at: Date
  /** How often it was taken, this time included. */
  attempts: number
}

/** A notice with its platform, at a known time. */
type Placed<Notice> = Omit<Notice, "at"> & { platform: string; at: Date }

export type CommentNotice = Placed<Extract<WebhookNotice, { kind: "comment" }>>
export type PostNotice = Placed<Extract<WebhookNotice, { kind: "post" }>>
export type StoryNotice = Placed<
  Extract<WebhookNotice, { kind: "story_insights" }>
>

/** What many deliveries come to. */
export interface CoalescedNotices {
  /** The newest of each comment. */
  comments: CommentNotice[]
  /** The newest of each post. */
  posts: PostNotice[]
  /** The newest of each story. */
  stories: StoryNotice[]
}

/**
 * Brings notices together, so that a thousand of one post cost as much as one:
 * of the same comment, post or story the newest stays, whatever the order they
 * came in. Without a time, a notice counts from its arrival. Pure.
 */
export function coalesce(deliveries: readonly Delivery[]): CoalescedNotices {
  const comments = new Map<string, CommentNotice>()
  const posts = new Map<string, PostNotice>()
  const stories = new Map<string, StoryNotice>()
  for (const { platform, notices, received_at } of deliveries) {
    for (const notice of notices) {
      const at = notice.at === null ? received_at : new Date(notice.at)
      const of = [platform, notice.account_external_id]
      const post = notice.platform_post_id ?? ""
      switch (notice.kind) {
        case "comment": {
          const key = [...of, post, notice.comment_id ?? ""].join(" ")
          keepNewest(comments, key, { ...notice, platform, at })
          break
        }
        case "post":
          keepNewest(posts, [...of, post].join(" "), {
            ...notice,
            platform,
            at,
          })
          break
        case "story_insights":
          keepNewest(stories, [...of, post].join(" "), {
            ...notice,
            platform,
            at,
          })
      }
    }
  }
  return {
    comments: [...comments.values()],
    posts: [...posts.values()],
    stories: [...stories.values()],
  }
}

/** Of two that are equally old, the one that came later. */
function keepNewest<Notice extends { at: Date }>(
  kept: Map<string, Notice>,
  key: string,
  notice: Notice
): void {
  const before = kept.get(key)
  if (!before || notice.at >= before.at) {
    kept.set(key, notice)
  }
}
