import type { Logger } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { PlatformError } from "../../../platform-kit"
import { accountObstacle } from "../insights/account-obstacle"
import { outcomeOf } from "../insights/account-outcome"
import { nextReadingAt, RETRY_MS } from "../record/next-reading-at"
import {
  claimDueReading,
  claimReading,
  finishReading,
  LeaseLostError,
  type ReadingLease,
} from "../sql/account-readings"
import { writeAccountOutcome } from "../sql/account-states"
import { isPassing, type Knex, withPatience } from "../sql/database"
import { loadAccounts, type SyncAccount } from "../sql/load-claimed"
import { CLOCK, type Clock, type ResolvedSocialOptions } from "../types/options"
import type { AccountReading, AccountReadingReport } from "../types/record"
import {
  type default as AccountReader,
  type AccountToRead,
  READING_LEASE_MS,
  type Readout,
} from "./account-reader"
import type PlatformRegistry from "./platform-registry"

interface Dependencies {
  [ContainerRegistrationKeys.PG_CONNECTION]: Knex
  [CLOCK]: Clock
  logger: Logger
  socialOptions: ResolvedSocialOptions
  platformRegistry: PlatformRegistry
  accountReader: AccountReader
}

/**
 * Decides which accounts are read, by one process each, and what became of it:
 * when the next reading is due and whether the account is still connected.
 */
export default class AccountReadings {
  private readonly knex_: Knex
  private readonly clock_: Clock
  private readonly logger_: Logger
  private readonly options_: ResolvedSocialOptions
  private readonly registry_: PlatformRegistry
  private readonly reader_: AccountReader

  constructor(dependencies: Dependencies) {
    this.knex_ = dependencies[ContainerRegistrationKeys.PG_CONNECTION]
    this.clock_ = dependencies[CLOCK]
    this.logger_ = dependencies.logger
    this.options_ = dependencies.socialOptions
    this.registry_ = dependencies.platformRegistry
    this.reader_ = dependencies.accountReader
  }

  /**
   * Reads every account whose time has come, a few at the same time. One that
   * fails keeps nobody else from being read. Several processes may do it.
   */
  async readDue(): Promise<AccountReadingReport> {
    const report: AccountReadingReport = { read: [], failed: [] }
    const platforms = this.platforms_()
    const work = async () => {
      for (;;) {
        const now = this.clock_()
        const until = leaseUntil(now)
        const lease = await withPatience(() =>
          claimDueReading(this.knex_, platforms, now, until)
        )
        if (!lease) {
          return
        }
        const { status } = await this.try_(lease)
        if (status !== "skipped") {
          const list = status === "failed" ? report.failed : report.read
          list.push(lease.account_id)
        }
      }
    }
    const { parallel_accounts } = this.options_
    await Promise.all(Array.from({ length: parallel_accounts }, work))
    return report
  }

  /**
   * Reads one account now, because somebody asks for it, unless it was read a
   * moment ago. Trouble with the platform is an answer, no error.
   */
  async readNow(
    accountId: string,
    { force = false }: { force?: boolean } = {}
  ): Promise<AccountReading> {
    const now = this.clock_()
    const freshness = this.options_.freshness_minutes * 60 * 1000
    const fresh_after = force ? null : new Date(now.getTime() - freshness)
    const account = await this.account_(accountId)
    const lease =
      account && this.platforms_().includes(account.platform)
        ? await withPatience(() =>
            claimReading(this.knex_, accountId, {
              now,
              until: leaseUntil(now),
              fresh_after,
            })
          )
        : null
    return lease ? this.read_(lease, "single") : skipped(accountId)
  }

  private async try_(lease: ReadingLease): Promise<AccountReading> {
    try {
      return await this.read_(lease, "bulk")
    } catch (thrown) {
      this.logger_.error(
        `Social accounts: the numbers of account ${lease.account_id} were not read.`,
        thrown instanceof Error ? thrown : new Error(String(thrown))
      )
      // Without a database it is due again when the lease is over.
      if (!isPassing(thrown)) {
        await this.giveUp_(lease)
      }
      return { ...skipped(lease.account_id), status: "failed" }
    }
  }

  /** An error of ours may come again and again: it is not tried all the time. */
  private async giveUp_(lease: ReadingLease): Promise<void> {
    const now = this.clock_()
    const end = {
      next_at: new Date(now.getTime() + RETRY_MS),
      read: false,
      followers: null,
      error:
        "The numbers could not be stored; the store's log says why. They are tried again in an hour.",
    }
    await withPatience(() => finishReading(this.knex_, lease, end, now))
  }

  private async read_(
    lease: ReadingLease,
    depth: AccountToRead["depth"]
  ): Promise<AccountReading> {
    const account = await this.account_(lease.account_id)
    const platform = this.registry_.find(account?.platform ?? "")
    if (!account || !platform) {
      return skipped(lease.account_id)
    }
    const obstacle =
      accountObstacle(account, this.clock_()) ?? switchedOff(account)
    try {
      const target = { account, platform, lease, depth }
      const readout = await this.reader_.read(target, obstacle)
      await this.finish_(account, lease, readout, obstacle !== null)
      return toReading(lease.account_id, readout)
    } catch (thrown) {
      if (thrown instanceof LeaseLostError) {
        this.logger_.warn(`Social accounts: ${thrown.message}`)
        return skipped(lease.account_id)
      }
      throw thrown
    }
  }

  private async finish_(
    account: SyncAccount,
    lease: ReadingLease,
    { errors, read, followers }: Readout,
    hindered: boolean
  ): Promise<void> {
    const now = this.clock_()
    const end = {
      next_at: nextReadingAt(account.id, errors, now),
      read,
      followers,
      error: errors[0]?.message ?? null,
    }
    // A permission that is missing here says nothing about the posts.
    const outcome = outcomeOf(account, hindered ? [] : errors, false, now)
    await withPatience(() =>
      this.knex_.transaction(async (trx) => {
        await finishReading(trx, lease, end, now)
        await writeAccountOutcome(trx, { ...outcome, synced: false }, now)
      })
    )
  }

  private async account_(id: string): Promise<SyncAccount | undefined> {
    return (await withPatience(() => loadAccounts(this.knex_, [id]))).get(id)
  }

  private platforms_(): string[] {
    return this.registry_
      .list()
      .filter(({ profile }) => profile.abilities.account_insights)
      .map(({ profile }) => profile.identifier)
  }
}

const leaseUntil = (now: Date) => new Date(now.getTime() + READING_LEASE_MS)

const skipped = (account_id: string): AccountReading => ({
  account_id,
  status: "skipped",
  days: 0,
  calls: 0,
  error: null,
})

function toReading(
  account_id: string,
  { days, calls, errors, read }: Readout
): AccountReading {
  const error = errors[0]?.message ?? null
  const status = !read ? "failed" : error ? "partial" : "success"
  return { account_id, status, days, calls, error }
}

/** The merchant does not want numbers of this account. */
function switchedOff({ sync_numbers }: SyncAccount): PlatformError | null {
  return sync_numbers
    ? null
    : new PlatformError({
        kind: "invalid",
        scope: "account",
        code: "numbers_off",
        message:
          "Numbers are switched off for this account. Switch them on in its settings.",
      })
}
