import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  type AbstractSocialPlatform,
  type AccountInsightsPage,
  type AccountInsightsRequest,
  ACCOUNT_METRICS,
  addDays,
  dayOf,
  daysBetween,
  type MetricVerdicts,
  type PlatformCall,
  PlatformError,
} from "../../../platform-kit"
import { planReading, type ReadingPlan } from "../record/plan-reading"
import { explainedDay, prepareDay, ToldDays } from "../record/prepare-days"
import { NOT_ASKED, type RangeEnd, rangeEnd } from "../record/range-end"
import {
  loadRecordState,
  type ReadingLease,
  type RecordState,
  writeReadingPage,
} from "../sql/account-readings"
import type { DayWrite } from "../sql/account-days"
import { type Knex, withPatience } from "../sql/database"
import type { SyncAccount } from "../sql/load-claimed"
import { CLOCK, type Clock } from "../types/options"
import type PlatformCalls from "./platform-calls"

interface Dependencies {
  [ContainerRegistrationKeys.PG_CONNECTION]: Knex
  [CLOCK]: Clock
  platformCalls: PlatformCalls
}

/** A process that is silent this long has lost an account that it reads. */
export const READING_LEASE_MS = 10 * 60 * 1000

/** The audience of an account changes slowly and costs calls of its own. */
const AUDIENCE_DAYS = 7

export interface AccountToRead {
  account: SyncAccount
  platform: AbstractSocialPlatform
  lease: ReadingLease
  depth: PlatformCall["depth"]
}

/** What a reading taught us, besides the days that it wrote. */
export interface Readout {
  /** Closed days that were told. */
  days: number
  calls: number
  errors: PlatformError[]
  /** Anything at all came. */
  read: boolean
  /** As of now; `null` when not told. */
  followers: number | null
}

/** A reading under way. */
interface Reading {
  target: AccountToRead
  verdicts: MetricVerdicts
  told: ToldDays
  readout: Readout
}

/**
 * Reads the days of one account that are missing and writes them as they come:
 * a process that dies loses nothing of what it has read. Every day that was to
 * be read has a row in the end, with its numbers or with the reason.
 */
export default class AccountReader {
  private readonly knex_: Knex
  private readonly clock_: Clock
  private readonly calls_: PlatformCalls

  constructor(dependencies: Dependencies) {
    this.knex_ = dependencies[ContainerRegistrationKeys.PG_CONNECTION]
    this.clock_ = dependencies[CLOCK]
    this.calls_ = dependencies.platformCalls
  }

  /**
   * @param obstacle why the account may not be asked now
   * @throws LeaseLostError when somebody else has the account by now
   */
  async read(
    target: AccountToRead,
    obstacle: PlatformError | null
  ): Promise<Readout> {
    const { lease, platform } = target
    const today = dayOf(this.clock_())
    const history = platform.profile.account_history_days ?? 1
    const state = await withPatience(() =>
      loadRecordState(this.knex_, lease.account_id, addDays(today, -history))
    )
    const plan = planReading(state, today, history)
    const lost = plan.lost.map((day) =>
      explainedDay(day, ACCOUNT_METRICS, "window_closed")
    )
    const readout: Readout = {
      days: 0,
      calls: 0,
      errors: [],
      read: false,
      followers: null,
    }
    if (obstacle) {
      const unread = state.last_day ? daysOf(plan) : []
      const days = unread.map((day) =>
        explainedDay(day, ACCOUNT_METRICS, "not_read")
      )
      await this.write_(target, [...lost, ...days], null)
      return { ...readout, errors: [obstacle] }
    }
    await this.write_(target, lost, null)
    return this.ask_(target, plan, state, today, readout)
  }

  private async ask_(
    target: AccountToRead,
    plan: ReadingPlan,
    state: RecordState,
    today: string,
    readout: Readout
  ): Promise<Readout> {
    const { platform } = target
    const { identifier } = platform.profile
    const known = await withPatience(() =>
      this.calls_.refresh(this.knex_, [identifier], this.clock_())
    )
    const verdicts = known.get(identifier) as MetricVerdicts
    const yesterday = addDays(today, -1)
    const ranges = plan.ranges.length
      ? plan.ranges
      : [{ from: yesterday, to: yesterday }]
    const told = new ToldDays()
    const reading = { target, verdicts, told, readout }
    let audience = isAudienceDue(state, today)
    let stopped = false
    for (const range of ranges) {
      const end: RangeEnd = stopped
        ? NOT_ASKED
        : await this.askRange_(reading, { ...range, today, audience })
      stopped = end.stopped
      audience = false
      const days = daysBetween(range.from, range.to)
      await this.write_(target, told.missing(days, end.reason), verdicts)
    }
    return readout
  }

  /** Asks for one range; what the platform throws is a problem like others. */
  private async askRange_(
    reading: Reading,
    request: AccountInsightsRequest
  ): Promise<RangeEnd> {
    const problems: PlatformError[] = []
    let broken: PlatformError | null = null
    try {
      for await (const page of this.pages_(reading, request)) {
        problems.push(...page.problems.map(({ error }) => error))
        await this.take_(reading, page, request.today)
      }
    } catch (thrown) {
      if (!PlatformError.is(thrown)) {
        throw thrown
      }
      broken = thrown
    }
    const errors = broken ? [...problems, broken] : problems
    reading.readout.errors.push(...errors)
    return rangeEnd(problems, broken)
  }

  private async *pages_(
    { target: { account, platform, depth }, verdicts, readout }: Reading,
    request: AccountInsightsRequest
  ): AsyncGenerator<AccountInsightsPage> {
    const call = await this.calls_.open(account, verdicts, {
      depth,
      onCall: () => readout.calls++,
    })
    yield* platform.fetchAccountInsights(call, request)
  }

  /** Writes a page at once, so that nothing of it is lost. */
  private async take_(
    { target, verdicts, told, readout }: Reading,
    page: AccountInsightsPage,
    today: string
  ): Promise<void> {
    told.add(page.days)
    readout.read = true
    readout.days += page.days.filter(({ day }) => day < today).length
    readout.followers ??=
      page.days.find(({ day }) => day === today)?.metrics.followers ?? null
    await this.write_(target, this.toWrites_(page, today), verdicts)
  }

  private toWrites_(page: AccountInsightsPage, today: string): DayWrite[] {
    const now = this.clock_()
    const writes = page.days.map((day) => prepareDay(day, now))
    const { audience } = page
    if (!audience) {
      return writes
    }
    const own = writes.find(({ day }) => day === today)
    if (own) {
      own.audience = audience
      return writes
    }
    return [...writes, { ...explainedDay(today, [], "not_read"), audience }]
  }

  private async write_(
    { lease, platform }: AccountToRead,
    days: readonly DayWrite[],
    verdicts: MetricVerdicts | null
  ): Promise<void> {
    const learned = {
      days,
      verdicts: verdicts?.takeLearned() ?? [],
      budgets: this.calls_.budgetOf(platform.profile.identifier).takeChanges(),
    }
    const now = this.clock_()
    const until = new Date(now.getTime() + READING_LEASE_MS)
    await withPatience(() =>
      writeReadingPage(this.knex_, lease, learned, now, until)
    )
  }
}

const daysOf = ({ ranges }: ReadingPlan) =>
  ranges.flatMap(({ from, to }) => daysBetween(from, to))

function isAudienceDue({ audience_day }: RecordState, today: string): boolean {
  return !audience_day || audience_day <= addDays(today, -AUDIENCE_DAYS)
}
