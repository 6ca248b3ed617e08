import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  ACCOUNT_METRICS,
  type AccountAudience,
  addDays,
  dayOf,
} from "../../../platform-kit"
import {
  daySeries,
  gainsOf,
  peaksOf,
  spanBefore,
} from "../history/account-series"
import { loadAudience, loadDays, loadLatestValues } from "../sql/account-days"
import type { Knex } from "../sql/database"
import { CLOCK, type Clock } from "../types/options"
import type {
  AccountReading,
  AccountReadingReport,
  AccountTimeline,
  AccountTimelineQuery,
} from "../types/record"
import type AccountReadings from "./account-readings"

interface Dependencies {
  [ContainerRegistrationKeys.PG_CONNECTION]: Knex
  [CLOCK]: Clock
  accountReadings: AccountReadings
}

/** Length of a timeline that is asked for without its first day. */
const DEFAULT_DAYS = 30

/** The record of accounts themselves: a row for every day, and what it tells. */
export default class AccountRecordService {
  private readonly knex_: Knex
  private readonly clock_: Clock
  private readonly readings_: AccountReadings

  constructor(dependencies: Dependencies) {
    this.knex_ = dependencies[ContainerRegistrationKeys.PG_CONNECTION]
    this.clock_ = dependencies[CLOCK]
    this.readings_ = dependencies.accountReadings
  }

  /** Reads every account whose time has come; several processes may do it. */
  async readDue(): Promise<AccountReadingReport> {
    return this.readings_.readDue()
  }

  /** Reads one account now, unless it was read a moment ago (`force`). */
  async readNow(
    accountId: string,
    options: { force?: boolean } = {}
  ): Promise<AccountReading> {
    return this.readings_.readNow(accountId, options)
  }

  /**
   * An account day by day, and what the days add up to. Days to come are left
   * out.
   */
  async timeline(
    accountId: string,
    { compare = false, from, to }: AccountTimelineQuery = {}
  ): Promise<AccountTimeline> {
    const today = dayOf(this.clock_())
    const last = to && to < today ? to : today
    const span = { from: from ?? addDays(last, 1 - DEFAULT_DAYS), to: last }
    const before = spanBefore(span)
    const first = compare ? before.from : span.from
    const [rows, latest] = await Promise.all([
      loadDays(this.knex_, accountId, addDays(first, -1), span.to),
      loadLatestValues(this.knex_, accountId),
    ])
    return {
      days: daySeries(rows, span, today),
      latest: Object.fromEntries(
        ACCOUNT_METRICS.map((metric) => [metric, latest[metric] ?? null])
      ) as AccountTimeline["latest"],
      gains: gainsOf(rows, span, today),
      peak: peaksOf(rows, span),
      previous: compare
        ? { ...before, gains: gainsOf(rows, before, today) }
        : null,
    }
  }

  /** Who follows an account, as it was asked last; `null` when it never was. */
  async audience(
    accountId: string
  ): Promise<(AccountAudience & { day: string }) | null> {
    return loadAudience(this.knex_, accountId)
  }
}
