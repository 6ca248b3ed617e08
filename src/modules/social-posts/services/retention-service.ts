import { isDeepStrictEqual } from "node:util"
import type { Logger } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { Removal } from "../retention/removal"
import {
  type AppliedRule,
  rulesFor,
  type RuledPlatform,
} from "../retention/rules"
import { type RetentionScope, scopeOf } from "../retention/scope"
import {
  checkSettings,
  defaultSettings,
  type RetentionSettings,
} from "../retention/settings"
import { isPassing, type Knex, withPatience } from "../sql/database"
import { authorRemoval, commentRemoval } from "../sql/retention/comments"
import { contentRemoval, numberRemoval } from "../sql/retention/posts"
import {
  accountDayRemoval,
  bookRemovals,
  snapshotRemoval,
} from "../sql/retention/rows"
import {
  beginRun,
  endRun,
  listRuns,
  type RemovedCounts,
  type RetentionRun,
  type RetentionTrigger,
} from "../sql/retention/runs"
import {
  loadKnownRules,
  loadSettings,
  storeKnownRules,
  storeSettings,
} from "../sql/retention/settings"
import { CLOCK, type Clock, type ResolvedSocialOptions } from "../types/options"
import type HistoryService from "./history-service"
import type PlatformRegistry from "./platform-registry"
import { textOf } from "../../../platform-kit"

interface Dependencies {
  [ContainerRegistrationKeys.PG_CONNECTION]: Knex
  [CLOCK]: Clock
  logger: Logger
  socialOptions: ResolvedSocialOptions
  platformRegistry: PlatformRegistry
  historyService: HistoryService
}

export interface PruneRequest {
  trigger: RetentionTrigger
  /** Counts what would go, and removes nothing. */
  dry_run?: boolean
}

/** In this order: what goes whole is not also counted for its parts. */
const REMOVALS: readonly Removal[] = [
  commentRemoval,
  authorRemoval,
  contentRemoval,
  numberRemoval,
  snapshotRemoval,
  accountDayRemoval,
]

/** Name of what belongs to no platform in the report. */
const STORE = "store"
const DAY_MS = 24 * 60 * 60 * 1000
/** How long a delivery that was worked off is kept, to know it again. */
const DELIVERIES_DAYS = 7
/** Old readings that are removed at once. */
const THINNED = 5000

/**
 * Keeps nothing for longer than the platforms and the store allow. Each batch
 * is a transaction of its own that may be repeated, so a run that was cut short
 * is simply made again, beside syncs and beside another run.
 */
export default class RetentionService {
  private readonly knex_: Knex
  private readonly clock_: Clock
  private readonly logger_: Logger
  private readonly options_: ResolvedSocialOptions
  private readonly registry_: PlatformRegistry
  private readonly history_: HistoryService

  constructor(dependencies: Dependencies) {
    this.knex_ = dependencies[ContainerRegistrationKeys.PG_CONNECTION]
    this.clock_ = dependencies[CLOCK]
    this.logger_ = dependencies.logger
    this.options_ = dependencies.socialOptions
    this.registry_ = dependencies.platformRegistry
    this.history_ = dependencies.historyService
  }

  /** What the store set, completed by what holds without it. */
  async settings(): Promise<RetentionSettings> {
    return { ...defaultSettings(this.options_), ...(await this.given_()) }
  }

  /**
   * Changes some settings of the store.
   * @throws MedusaError 400 naming the settings that do not fit together
   */
  async changeSettings(
    changes: Partial<RetentionSettings>
  ): Promise<RetentionSettings> {
    const settings = checkSettings({ ...(await this.settings()), ...changes })
    await withPatience(() => storeSettings(this.knex_, changes, this.clock_()))
    return settings
  }

  private async given_(): Promise<Partial<RetentionSettings>> {
    return withPatience(() => loadSettings(this.knex_))
  }

  /** The rules that are applied, platform by platform. */
  async rules(): Promise<AppliedRule[]> {
    const settings = await this.settings()
    return (await this.platforms_()).flatMap((one) => rulesFor(one, settings))
  }

  /**
   * Every platform that is or was configured: what came from one that was
   * taken out of the configuration may still be here.
   */
  private async platforms_(remember = false): Promise<RuledPlatform[]> {
    const known = await withPatience(() => loadKnownRules(this.knex_))
    const all = { ...known, ...this.configured_() }
    if (remember && !isDeepStrictEqual(all, known)) {
      // For the time when one of them is configured no longer.
      await withPatience(() => storeKnownRules(this.knex_, all, this.clock_()))
    }
    return Object.values(all).sort((one, other) =>
      one.identifier < other.identifier ? -1 : 1
    )
  }

  private configured_(): Record<string, RuledPlatform> {
    return Object.fromEntries(
      this.registry_.list().map(({ profile }) => {
        const { identifier, label, retention, insights_block } = profile
        const rules = [...retention]
        return [
          identifier,
          { identifier, label, retention: rules, insights_block },
        ]
      })
    )
  }

  /** What was removed lately, newest first. */
  async lastRuns(limit: number): Promise<RetentionRun[]> {
    return listRuns(this.knex_, limit)
  }

  /** Applies the rules, and keeps a report of what was removed. */
  async prune({
    trigger,
    dry_run = false,
  }: PruneRequest): Promise<RetentionRun> {
    const started_at = this.clock_()
    const run = await withPatience(() =>
      beginRun(this.knex_, { trigger, dry_run, started_at })
    )
    const failures: string[] = []
    try {
      await this.apply_(run, failures)
    } catch (error) {
      failures.push(textOf(error))
    }
    if (failures.length > 0) {
      run.error = failures.join("\n")
      this.logger_.error(
        `Social retention: run ${run.id} could not remove everything; what is left is tried again with the next one. ${run.error}`
      )
    }
    run.finished_at = this.clock_()
    await withPatience(() => endRun(this.knex_, run))
    return run
  }

  /**
   * Applies one rule after the other. What one cannot remove is noted, and keeps
   * none of the others from being applied.
   */
  private async apply_(run: RetentionRun, failures: string[]): Promise<void> {
    const { started_at: now, dry_run } = run
    const attempt = async (
      platform: string,
      kind: string,
      work: () => Promise<number>
    ) => {
      try {
        note(run.removed, platform, kind, await work())
      } catch (error) {
        if (isPassing(error)) {
          // Without a database each of them would only wait for it.
          throw error
        }
        failures.push(`${kind} of ${platform}: ${textOf(error)}`)
      }
    }
    const settings = await this.settings()
    for (const platform of await this.platforms_(!dry_run)) {
      const scope = scopeOf(platform, rulesFor(platform, settings), now)
      for (const removal of REMOVALS.filter(({ by }) => isRuled(scope, by))) {
        await attempt(platform.identifier, removal.kind, () =>
          this.remove_(removal, scope, dry_run)
        )
      }
    }
    const ago = (days: number) => new Date(now.getTime() - days * DAY_MS)
    const books = bookRemovals({
      deliveries_before: ago(DELIVERIES_DAYS),
      runs_before: settings.runs_days === null ? null : ago(settings.runs_days),
    })
    const scope = scopeOf({ identifier: STORE, insights_block: null }, [], now)
    for (const removal of books) {
      await attempt(STORE, removal.kind, () =>
        this.remove_(removal, scope, dry_run)
      )
    }
    await attempt(STORE, "readings", () => this.thin_(settings, dry_run))
  }

  private async remove_(
    removal: Removal,
    scope: RetentionScope,
    dryRun: boolean
  ): Promise<number> {
    if (dryRun) {
      return withPatience(() => removal.count(this.knex_, scope))
    }
    let removed = 0
    let after: string | null = ""
    while (after !== null) {
      const from: string = after
      const batch = await withPatience(() =>
        this.knex_.transaction((trx) => removal.remove(trx, scope, from))
      )
      removed += batch.removed
      after = batch.next
    }
    return removed
  }

  /** Old readings thin out: the history grows slower than time passes. */
  private async thin_(
    { posts_all_days, posts_daily_days }: RetentionSettings,
    dryRun: boolean
  ): Promise<number> {
    const ages = { all_days: posts_all_days, daily_days: posts_daily_days }
    let removed = 0
    for (;;) {
      const thinned = await this.history_.thin(THINNED, dryRun, ages)
      removed += thinned
      if (dryRun || thinned < THINNED) {
        return removed
      }
    }
  }
}

/** Most platforms have no rule for most kinds of data. */
const isRuled = (scope: RetentionScope, by: Removal["by"]): boolean =>
  by === undefined || by.some((part) => Boolean(scope[part]))

/** What did not happen is left out of the report. */
function note(
  removed: RemovedCounts,
  platform: string,
  kind: string,
  count: number
): void {
  if (count > 0) {
    removed[platform] = { ...removed[platform], [kind]: count }
  }
}
