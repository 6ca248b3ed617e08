import type { Sandbox } from "../../../platform-sandbox"
import type { Store } from "../../utils/store-module"
import type { Calls } from "./calls"
import {
  callsForAccount,
  callsForComments,
  callsForListed,
  callsForPosts,
  callsForWalk,
  type DuePost,
  newTally,
  type Tally,
} from "./minimum"
import { DAY, HOUR, type Platform } from "./scenery"
import type { Seen, Witness } from "./witness"

interface Account {
  id: string
  platform: Platform
  external_id: string
}

/** What the daily job reads: young posts that were not just read. */
const DAILY_DAYS = 90
const FRESH = HOUR
/** Lists are walked back this far beyond the newest known post. */
const OVERLAP = 2 * DAY

const IS_OPEN = `a.deleted_at IS NULL AND a.status = 'active'
  AND (a.parked_until IS NULL OR a.parked_until <= :now)`
const IS_READ = `p.deleted_at IS NULL AND p.status = 'posted'
  AND (p.expires_at IS NULL OR p.expires_at > :now) AND ${IS_OPEN}`

/** The store's jobs as plain calls, each with what it had to cost. */
export class Jobs {
  /** What was known of each day of each account. */
  private readonly days_ = new Map<string, string>()
  /** Removed by retention, by platform and kind. */
  readonly removed: Record<string, number> = {}
  readonly complaints: string[] = []
  /** Webhooks that were worked off. */
  deliveries = 0

  constructor(
    private readonly store_: Store,
    private readonly sandbox_: Sandbox,
    private readonly calls_: Calls,
    private readonly witness_: Witness,
    private readonly accounts_: readonly Account[]
  ) {}

  /** `keep-social-tokens`. Gives the accounts that a person has to look after. */
  async keepTokens(): Promise<string[]> {
    const { service } = this.store_
    await this.calls_.of("tokens", () => service.renewTokens())
    const notices = await service.claimAccountNotices()
    await service.confirmAccountNotices(notices)
    await service.forgetConnections()
    return notices.map(({ account_id }) => account_id)
  }

  /** `work-social-webhooks`. */
  async workWebhooks(): Promise<void> {
    const { webhooks } = this.store_.service
    this.deliveries += await this.calls_.of("webhooks", () =>
      webhooks.workDue()
    )
  }

  /** `import-social-posts`. */
  async importPosts(): Promise<void> {
    const { service, knex } = this.store_
    const now = this.now_()
    const { rows } = await knex.raw(
      `SELECT a.id, a.imported_since,
         coalesce(a.next_import_at <= :now, false) AS posts,
         a.platform IN ('instagram', 'facebook') AND
           (a.next_stories_at IS NULL OR a.next_stories_at <= :now) AS stories
       FROM social_account a WHERE ${IS_OPEN}`,
      { now }
    )
    const due = rows as {
      id: string
      imported_since: Date | null
      posts: boolean
      stories: boolean
    }[]
    const finished = await this.calls_.of("lists", async () => [
      ...(await service.imports.runDue()),
      ...(await service.imports.resumeAbandoned()),
    ])
    const least = newTally()
    for (const { id, imported_since, posts, stories } of due) {
      const account = this.accountOf_(id)
      if (posts) {
        const listed = this.listed_(account, imported_since)
        least[account.platform] += callsForWalk({ listed })
      }
      least[account.platform] += stories ? callsForWalk({ listed: 0 }) : 0
    }
    this.calls_.needed("lists", least)
    if (finished.length > 0) {
      const { read } = await this.look_()
      this.calls_.needed("lists", callsForListed(read))
    }
  }

  /** `sync-due-social-posts`. */
  async syncDue(): Promise<void> {
    await this.sync_("due", { due: true }, "p.next_sync_at <= :now")
    await this.calls_.of("posts", () =>
      this.store_.service.resumeAbandonedRuns()
    )
  }

  /** `sync-all-social-insights`. */
  async syncAll(): Promise<void> {
    const young = `p.posted_at > CAST(:now AS timestamptz) - interval '${DAILY_DAYS} days'
      AND (p.last_synced_at <= :fresh OR p.last_synced_at IS NULL
        OR p.sync_status = 'failed')`
    const scope = { max_age_days: DAILY_DAYS, without_schedule: true }
    await this.sync_("daily", scope, young)
  }

  /** `read-social-account-insights`. */
  async readAccounts(): Promise<void> {
    const { service, knex } = this.store_
    const now = this.now_()
    const { read } = await this.calls_.of("accounts", () =>
      service.accountRecord.readDue()
    )
    const today = now.toISOString().slice(0, 10)
    for (const id of read) {
      const { rows } = await knex.raw(
        `SELECT day, day = :today AND audience IS NOT NULL AS audience,
           md5(concat(to_jsonb(s) - 'captured_at' - 'updated_at')) AS content
         FROM social_account_snapshot s WHERE account_id = :id`,
        { id, today }
      )
      let days = 0
      for (const { day, content } of rows) {
        const key = `${id} ${day}`
        days += day < today && this.days_.get(key) !== content ? 1 : 0
        this.days_.set(key, content)
      }
      const { platform } = this.accountOf_(id)
      const audience = rows.some((row: { audience: boolean }) => row.audience)
      const least = callsForAccount({ platform, days, audience })
      this.calls_.needed("accounts", { [platform]: least })
    }
  }

  /** `apply-social-retention`. */
  async applyRetention(): Promise<void> {
    const { retention } = this.store_.service
    const run = await this.calls_.of("retention", () =>
      retention.prune({ trigger: "scheduled" })
    )
    if (run.error) {
      this.complaints.push(`retention failed: ${run.error}`)
    }
    for (const [platform, kinds] of Object.entries(run.removed)) {
      for (const [kind, count] of Object.entries(kinds)) {
        const name = `${platform} ${kind}`
        this.removed[name] = (this.removed[name] ?? 0) + Number(count)
      }
    }
  }

  private async sync_(
    trigger: "due" | "daily",
    scope: Record<string, unknown>,
    condition: string
  ): Promise<void> {
    const { service, knex } = this.store_
    const now = this.now_()
    const fresh = new Date(now.getTime() - FRESH)
    const { rows } = await knex.raw(
      `SELECT p.id, p.comments_due_at IS NOT NULL AS told,
         p.platform, p.account_id, p.media_product_type AS product,
         extract(epoch FROM CAST(:now AS timestamptz) - p.posted_at)::float8
           / 86400 AS age_days
       FROM social_post p JOIN social_account a ON a.id = p.account_id
       WHERE ${IS_READ} AND ${condition}`,
      { now, fresh }
    )
    const started = await this.calls_.of("posts", () =>
      service.startSyncRun(trigger, scope)
    )
    if (!started) {
      if (rows.length > 0) {
        this.complaints.push(
          `${now.toISOString()}: ${rows.length} posts were due (${trigger}) and nothing was read`
        )
      }
      return
    }
    this.calls_.needed("posts", callsForPosts(rows as DuePost[]))
    await this.calls_.of("posts", () =>
      service.workSyncRun(started.run_id, started.worker)
    )
    const told = (rows as { id: string; told: boolean }[]).filter(
      (row) => row.told
    )
    const { commented } = await this.look_(new Set(told.map(({ id }) => id)))
    this.calls_.needed("posts", callsForComments(commented))
  }

  private look_(told: ReadonlySet<string> = new Set()): Promise<Seen> {
    return this.calls_.of("checks", () => this.witness_.look(this.store_, told))
  }

  /** Posts of the world that a walk has to go through. */
  private listed_(
    { platform, external_id }: Account,
    importedSince: Date | null
  ): number {
    const now = this.now_().getTime()
    const oldest = now - (importedSince ? OVERLAP : 365 * DAY)
    return this.sandbox_.world.posts().filter((post) => {
      const posted = Date.parse(post.posted_at)
      return (
        post.platform === platform &&
        post.account_external_id === external_id &&
        posted >= oldest &&
        posted <= now
      )
    }).length
  }

  private accountOf_(id: string): Account {
    return this.accounts_.find((one) => one.id === id) as Account
  }

  private now_(): Date {
    return this.sandbox_.clock.now()
  }
}

export type { Account, Tally }
