import type { Sandbox } from "../../../platform-sandbox"
import type { Store } from "../../utils/store-module"
import type { Commented, DuePost } from "./minimum"
import { DAY, type Platform } from "./scenery"
import { compare, type StoredPost, truthOf } from "./truths"

interface ReadPost extends StoredPost {
  id: string
  platform: Platform
  account_id: string
  posted_at: Date | null
  expires_at: Date | null
  comments_read: boolean
}

/** When a story was read, in milliseconds since it was posted. */
export interface StoryLife {
  platform: Platform
  posted: number
  ages: number[]
}

/** Posts that were read in a moment. */
export interface Seen {
  read: DuePost[]
  /** Those whose comments were to be read. */
  commented: Commented[]
}

/** How many complaints of one kind are told one by one. */
const TOLD = 20

/**
 * Looks at every reading in the moment it is made, when the world still has the
 * numbers it must have brought.
 */
export class Witness {
  readonly readings: Record<string, number> = {}
  /** Numbers compared and found true. */
  right = 0
  /** How often a number was not known, by platform, metric and reason. */
  readonly reasons: Record<string, number> = {}
  readonly wrong: string[] = []
  wrongReadings = 0
  readonly stories = new Map<string, StoryLife>()
  /** Comments there were when they were read last, by post. */
  private readonly comments_ = new Map<
    string,
    { count: number; replies: number }
  >()

  constructor(
    private readonly sandbox_: Sandbox,
    private readonly batching_: (accountId: string) => boolean
  ) {}

  /**
   * Checks what was read at this moment.
   * @param told posts that have new comments, as the platform told
   */
  async look({ knex }: Store, told: ReadonlySet<string>): Promise<Seen> {
    const now = this.sandbox_.clock.now()
    const { rows } = await knex.raw(
      `SELECT id, platform, account_id, platform_post_id, media_product_type,
         posted_at, expires_at, insights,
         insights ->> 'comments_synced_at' = :told AS comments_read
       FROM social_post WHERE last_synced_at = :now`,
      { now, told: now.toISOString() }
    )
    const posts = rows as ReadPost[]
    posts.forEach((post) => this.check_(post, now))
    return {
      read: posts.map(({ platform, account_id, ...post }) => ({
        platform,
        account_id,
        product: post.media_product_type,
        age_days: (now.getTime() - Number(post.posted_at ?? now)) / DAY,
      })),
      commented: posts.flatMap((post) =>
        this.commented_(post, told.has(post.id))
      ),
    }
  }

  private check_(post: ReadPost, now: Date): void {
    const { platform, platform_post_id } = post
    this.readings[platform] = (this.readings[platform] ?? 0) + 1
    this.noteStory_(post, now)
    const truth = truthOf(this.sandbox_, post)
    const { right, reasons, wrong } = truth
      ? compare(post, truth)
      : { right: 0, reasons: [], wrong: ["nobody knows it"] }
    this.right += right
    for (const reason of reasons) {
      const name = `${platform} ${reason}`
      this.reasons[name] = (this.reasons[name] ?? 0) + 1
    }
    if (wrong.length > 0) {
      this.wrongReadings++
      if (this.wrong.length < TOLD) {
        this.wrong.push(
          `${now.toISOString()} ${platform} ${platform_post_id}: ${wrong.join(", ")}`
        )
      }
    }
  }

  private noteStory_(post: ReadPost, now: Date): void {
    const { id, platform, expires_at, posted_at } = post
    if (!expires_at || !posted_at) {
      return
    }
    const posted = posted_at.getTime()
    const life = this.stories.get(id) ?? { platform, posted, ages: [] }
    this.stories.set(id, life)
    life.ages.push(now.getTime() - posted)
  }

  private commented_(post: ReadPost, isTold: boolean): Commented[] {
    const { id, platform, account_id, comments_read } = post
    const before = this.comments_.get(id) ?? { count: 0, replies: 0 }
    const is = {
      count: Number(post.insights?.comments ?? before.count),
      replies: this.repliesOf_(post),
    }
    if (comments_read) {
      this.comments_.set(id, is)
    }
    return is.count === before.count && !isTold
      ? []
      : [
          {
            platform,
            account_id,
            can_batch: this.batching_(account_id),
            threads:
              platform === "linkedin" && is.replies > before.replies ? 1 : 0,
          },
        ]
  }

  private repliesOf_({ platform, platform_post_id }: ReadPost): number {
    const truth =
      platform === "linkedin"
        ? this.sandbox_.world.named(platform)?.truth(platform_post_id)
        : null
    return (truth?.comments as { replies: number } | undefined)?.replies ?? 0
  }
}
