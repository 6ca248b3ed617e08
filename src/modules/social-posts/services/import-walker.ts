import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  type AbstractSocialPlatform,
  type MetricVerdicts,
  type PlatformCall,
  PlatformError,
} from "../../../platform-kit"
import { addProblem } from "../imports/add-problem"
import { EndlessList } from "../imports/endless-list"
import { judgeFailure } from "../imports/judge-failure"
import { platformNotConfigured } from "../imports/refusals"
import { accountObstacle } from "../insights/account-obstacle"
import { accountOutcome } from "../insights/account-outcome"
import { writeAccountOutcome } from "../sql/account-states"
import { writeBudgets } from "../sql/budgets"
import { type Knex, withPatience } from "../sql/database"
import { holdImport, parkImport, writeProgress } from "../sql/imports"
import { loadAccounts } from "../sql/load-claimed"
import { writeVerdicts } from "../sql/verdicts"
import { wantedNumbers } from "../sql/wanted-numbers"
import type { FinishedImport, ImportRow } from "../types/imports"
import { CLOCK, type Clock, type ResolvedSocialOptions } from "../types/options"
import type ImportEnding from "./import-ending"
import type ImportPageService from "./import-page-service"
import {
  type ImportContext,
  ImportLostError,
  type ImportPage,
} from "./import-page-service"
import type PlatformCalls from "./platform-calls"
import type PlatformRegistry from "./platform-registry"

interface Dependencies {
  [ContainerRegistrationKeys.PG_CONNECTION]: Knex
  [CLOCK]: Clock
  socialOptions: ResolvedSocialOptions
  platformRegistry: PlatformRegistry
  platformCalls: PlatformCalls
  importEnding: ImportEnding
  importPageService: ImportPageService
}

const ENDED_EARLY =
  "The import ended early because of an unexpected error; the store's log has the details. What was found until then is stored."

/** A walk with its tally of calls. */
interface Walk {
  row: ImportRow
  context: ImportContext
  verdicts: MetricVerdicts
  tally: { calls: number }
}

/** Walks an account's list page by page, and decides what trouble means. */
export default class ImportWalker {
  private readonly knex_: Knex
  private readonly clock_: Clock
  private readonly options_: ResolvedSocialOptions
  private readonly registry_: PlatformRegistry
  private readonly calls_: PlatformCalls
  private readonly ending_: ImportEnding
  private readonly pages_: ImportPageService

  constructor(dependencies: Dependencies) {
    this.knex_ = dependencies[ContainerRegistrationKeys.PG_CONNECTION]
    this.clock_ = dependencies[CLOCK]
    this.options_ = dependencies.socialOptions
    this.registry_ = dependencies.platformRegistry
    this.calls_ = dependencies.platformCalls
    this.ending_ = dependencies.importEnding
    this.pages_ = dependencies.importPageService
  }

  leaseUntil(): Date {
    const lease = this.options_.lease_seconds * 1000
    return new Date(this.clock_().getTime() + lease)
  }

  /**
   * Walks on from where the last page ended. `null` when the walk rests.
   * @throws ImportLostError
   */
  async walk(importId: string, worker: string): Promise<FinishedImport | null> {
    for (;;) {
      const walk = await withPatience(() => this.open_(importId, worker))
      try {
        return await this.pagesOf_(walk)
      } catch (thrown) {
        if (!PlatformError.is(thrown)) {
          throw thrown
        }
        const settled = await this.settle_(walk, thrown)
        if (settled !== "restart") {
          return settled
        }
      }
    }
  }

  /** Ends a walk after an error of ours. */
  async giveUp(importId: string, worker: string): Promise<void> {
    await withPatience(() =>
      this.knex_.transaction(async (trx) => {
        const row = await holdImport(trx, importId, worker, this.leaseUntil())
        if (row) {
          await this.cut_(trx, row, "unexpected", ENDED_EARLY, 0)
        }
      })
    )
  }

  private async open_(importId: string, worker: string): Promise<Walk> {
    const row = await holdImport(
      this.knex_,
      importId,
      worker,
      this.leaseUntil()
    )
    const account = row
      ? (await loadAccounts(this.knex_, [row.account_id])).get(row.account_id)
      : undefined
    if (!row || !account) {
      throw new ImportLostError(
        `Import ${importId} was taken over or has ended.`
      )
    }
    const platform =
      this.registry_.find(row.platform) ?? platformNotConfigured(row.platform)
    const { identifier } = platform.profile
    const known = await this.calls_.refresh(
      this.knex_,
      [identifier],
      this.clock_()
    )
    const verdicts = known.get(identifier) as MetricVerdicts
    const tally = { calls: 0 }
    const context: ImportContext = {
      import_id: importId,
      worker,
      account,
      platform,
      lease_until: () => this.leaseUntil(),
      learned: () => {
        const { calls } = tally
        tally.calls = 0
        return {
          calls,
          verdicts: verdicts.takeLearned(),
          budgets: this.calls_.budgetOf(identifier).takeChanges(),
        }
      },
    }
    return { row, context, verdicts, tally }
  }

  private async pagesOf_(walk: Walk): Promise<FinishedImport> {
    const { context, row, tally, verdicts } = walk
    const { account, platform } = context
    const obstacle = accountObstacle(account, this.clock_())
    if (obstacle) {
      throw obstacle
    }
    const call = await this.calls_.open(account, verdicts, {
      depth: "bulk",
      onCall: () => tally.calls++,
    })
    const endless = new EndlessList(row)
    for await (const page of this.listed_(row, platform, call, account)) {
      const { taken, finished } = await this.pages_.write(context, page)
      if (finished) {
        return finished
      }
      const end = endless.judge(
        { listed: page.posts.length, taken },
        platform.profile.label
      )
      if (end) {
        throw end
      }
    }
    // The platform has told all there is.
    const end = await this.pages_.write(context, {
      posts: [],
      next_cursor: null,
    })
    return end.finished as FinishedImport
  }

  private async *listed_(
    row: ImportRow,
    platform: AbstractSocialPlatform,
    call: PlatformCall,
    { sync_numbers }: ImportContext["account"]
  ): AsyncGenerator<ImportPage> {
    if (row.kind === "stories") {
      yield { posts: await platform.listStories(call), next_cursor: null }
      return
    }
    yield* platform.listPosts(call, {
      since: row.since,
      cursor: row.cursor,
      whoseNumbers: async (ids) =>
        sync_numbers
          ? wantedNumbers(this.knex_, row.account_id, ids, this.clock_())
          : new Set<string>(),
    })
  }

  private async settle_(
    { context }: Walk,
    error: PlatformError
  ): Promise<FinishedImport | "restart" | null> {
    const { import_id, worker, account } = context
    const learned = context.learned()
    return withPatience(() =>
      this.knex_.transaction(async (trx) => {
        const now = this.clock_()
        const row = await holdImport(trx, import_id, worker, this.leaseUntil())
        if (!row) {
          throw new ImportLostError(`Import ${import_id} was taken over.`)
        }
        await writeVerdicts(trx, learned.verdicts, now)
        await writeBudgets(trx, learned.budgets, now)
        // Who may not list may still read; a sync finds out what is dead.
        const teaches = error.kind !== "permission"
        const finding = {
          reading: null,
          comments: null,
          problems: teaches ? [{ part: "Post" as const, error }] : [],
        }
        await writeAccountOutcome(
          trx,
          accountOutcome(account, [finding], now),
          now
        )
        const fate = judgeFailure(error, row, now)
        if (fate.then === "fail") {
          return this.cut_(trx, row, error.code, error.message, learned.calls)
        }
        const cursor = fate.then === "restart" ? null : row.cursor
        const { code, message } = error
        const told = { code, message, page: row.pages }
        await this.note_(trx, { ...row, cursor }, told, learned.calls)
        if (fate.then === "park") {
          await parkImport(trx, import_id, fate.until)
          return null
        }
        return "restart"
      })
    )
  }

  private async cut_(
    trx: Knex,
    row: ImportRow,
    code: string,
    message: string,
    calls: number
  ): Promise<FinishedImport> {
    const problems = await this.note_(trx, row, { code, message }, calls)
    return this.ending_.cut(trx, { ...row, problems }, code, this.clock_())
  }

  /** Adds a problem and calls to a walk, and leaves its place as `row` has it. */
  private async note_(
    trx: Knex,
    row: ImportRow,
    problem: ImportRow["problems"][number],
    calls: number
  ): Promise<ImportRow["problems"]> {
    const { cursor, pages, found, created, updated, oldest_posted_at } = row
    const problems = addProblem(row.problems, problem)
    const counts = { cursor, pages, found, created, updated, oldest_posted_at }
    await writeProgress(
      trx,
      row.id,
      { ...counts, calls: row.calls + calls, problems },
      this.clock_()
    )
    return problems
  }
}
