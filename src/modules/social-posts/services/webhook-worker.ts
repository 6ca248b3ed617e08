import type { Logger } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { isPassing, type Knex, withPatience } from "../sql/database"
import { applyCommentNotices } from "../sql/webhooks/comment-notices"
import {
  postponeDelivery,
  settleDeliveries,
  takeDeliveries,
} from "../sql/webhooks/deliveries"
import { applyPostNotices, readYoungPosts } from "../sql/webhooks/post-notices"
import { applyStoryNotices } from "../sql/webhooks/story-notices"
import { CLOCK, type Clock, type ResolvedSocialOptions } from "../types/options"
import { coalesce, type Delivery } from "../webhooks/coalesce"
import type PlatformRegistry from "./platform-registry"

interface Dependencies {
  [ContainerRegistrationKeys.PG_CONNECTION]: Knex
  [CLOCK]: Clock
  logger: Logger
  socialOptions: ResolvedSocialOptions
  platformRegistry: PlatformRegistry
}

/** Deliveries that are brought together. */
const BATCH = 500

const MINUTE = 60 * 1000

/** A post is read this long after the first of many notices. */
const DEBOUNCE = MINUTE

/** Where only the account is named, more posts are read for it. */
const ACCOUNT_DEBOUNCE = 15 * MINUTE

/** A delivery that fails this often is given up. */
const ATTEMPTS = 10

/**
 * Works off deliveries. Everything is in the database: what a process leaves
 * behind is taken by the next, and doing it twice does no harm.
 */
export default class WebhookWorker {
  private readonly knex_: Knex
  private readonly clock_: Clock
  private readonly logger_: Logger
  private readonly options_: ResolvedSocialOptions
  private readonly registry_: PlatformRegistry

  constructor(dependencies: Dependencies) {
    this.knex_ = dependencies[ContainerRegistrationKeys.PG_CONNECTION]
    this.clock_ = dependencies[CLOCK]
    this.logger_ = dependencies.logger
    this.options_ = dependencies.socialOptions
    this.registry_ = dependencies.platformRegistry
  }

  /** Takes deliveries until nobody else has left any. Returns how many. */
  async workDue(): Promise<number> {
    for (let worked = 0; ;) {
      const batch = await this.take_()
      if (batch.length === 0) {
        return worked
      }
      await this.workAll_(batch)
      worked += batch.length
    }
  }

  private async take_(): Promise<Delivery[]> {
    const now = this.clock_()
    const until = after(now, this.options_.lease_seconds * 1000)
    return withPatience(() =>
      takeDeliveries(this.knex_, { now, until, limit: BATCH })
    )
  }

  /** One that cannot be worked off must not hold up the others. */
  private async workAll_(batch: readonly Delivery[]): Promise<void> {
    try {
      await this.work_(batch)
    } catch (error) {
      if (isPassing(error)) {
        throw error
      }
      for (const delivery of batch) {
        await this.workAlone_(delivery)
      }
    }
  }

  private async workAlone_(delivery: Delivery): Promise<void> {
    try {
      await this.work_([delivery])
    } catch (thrown) {
      if (isPassing(thrown)) {
        throw thrown
      }
      const now = this.clock_()
      const { id, platform, attempts } = delivery
      // The database's words can hold the values; the log has them.
      const error =
        "It could not be worked off; the store's log has the reason."
      this.logger_.error(
        `Social webhooks: delivery ${id} of ${platform} failed (attempt ${attempts}): ${(thrown as Error).message}`
      )
      if (attempts >= ATTEMPTS) {
        await settleDeliveries(this.knex_, [id], now, error)
        return
      }
      const until = after(now, 2 ** attempts * MINUTE)
      await postponeDelivery(this.knex_, id, { until, error, now })
    }
  }

  private async work_(batch: readonly Delivery[]): Promise<void> {
    const { comments, posts, stories } = coalesce(batch)
    const located = comments.filter(
      ({ platform_post_id, comment_id }) => platform_post_id ?? comment_id
    )
    const unlocated = comments.filter(
      ({ platform_post_id, comment_id }) => !platform_post_id && !comment_id
    )
    await withPatience(() =>
      this.knex_.transaction(async (trx) => {
        const now = this.clock_()
        const soon = after(now, DEBOUNCE)
        await applyCommentNotices(trx, located, { now, soon })
        await readYoungPosts(trx, unlocated, {
          now,
          soon: after(now, ACCOUNT_DEBOUNCE),
        })
        await applyPostNotices(trx, posts, { now, soon })
        await applyStoryNotices(
          trx,
          stories,
          (platform) => this.registry_.find(platform)?.profile ?? null,
          now
        )
        const ids = batch.map(({ id }) => id)
        await settleDeliveries(trx, ids, now)
      })
    )
  }
}

const after = (time: Date, ms: number) => new Date(time.getTime() + ms)
