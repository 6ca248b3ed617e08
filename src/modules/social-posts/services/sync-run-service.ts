import { randomUUID } from "node:crypto"
import type { Logger } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  claimPosts,
  type ClaimLimits,
  listScope,
  listUnreadable,
} from "../sql/claim-posts"
import { isPassing, type Knex, withPatience } from "../sql/database"
import { loadClaimed } from "../sql/load-claimed"
import {
  addToRun,
  findRun,
  finishRun,
  holdRun,
  insertRun,
  type RunRow,
  takeOverRun,
} from "../sql/runs"
import { RunLostError } from "../sql/write-batch"
import { CLOCK, type Clock, type ResolvedSocialOptions } from "../types/options"
import type {
  PostOutcome,
  StartedRun,
  SyncScope,
  SyncTrigger,
} from "../types/sync"
import { skipProblems, toSkipped } from "../insights/to-skipped"
import type PlatformRegistry from "./platform-registry"
import type SyncPageService from "./sync-page-service"
import { textOf } from "../../../platform-kit"

interface Dependencies {
  [ContainerRegistrationKeys.PG_CONNECTION]: Knex
  [CLOCK]: Clock
  logger: Logger
  socialOptions: ResolvedSocialOptions
  platformRegistry: PlatformRegistry
  syncPageService: SyncPageService
}

/** Posts that are claimed and read at a time by a run without a limit. */
const PAGE = 500

const ENDED_EARLY =
  "The run ended early because of an unexpected error; the store's log has the details. Posts that were not read are read by a later run."

/**
 * Starts, works, resumes and ends runs. All state is in the database: a
 * process that dies leaves a run whose lease expires, and another takes over.
 */
export default class SyncRunService {
  private readonly knex_: Knex
  private readonly clock_: Clock
  private readonly logger_: Logger
  private readonly options_: ResolvedSocialOptions
  private readonly registry_: PlatformRegistry
  private readonly pages_: SyncPageService

  constructor(dependencies: Dependencies) {
    this.knex_ = dependencies[ContainerRegistrationKeys.PG_CONNECTION]
    this.clock_ = dependencies[CLOCK]
    this.logger_ = dependencies.logger
    this.options_ = dependencies.socialOptions
    this.registry_ = dependencies.platformRegistry
    this.pages_ = dependencies.syncPageService
  }

  /**
   * Creates a run and claims its posts, in one transaction. Returns `null`
   * when there is nothing to read and nobody to tell (due and daily runs, a
   * single post that cannot be read).
   */
  async start(
    trigger: SyncTrigger,
    scope: SyncScope
  ): Promise<StartedRun | null> {
    const bounded = scope.post_ids !== undefined || scope.limit !== undefined
    const limits = this.limits_(scope.limit ?? scope.post_ids?.length ?? PAGE)
    const scoped = bounded ? await listScope(this.knex_, scope, limits) : []
    const unreadable = scope.post_ids
      ? await listUnreadable(this.knex_, scope.post_ids, limits.platforms)
      : []
    const readable = scoped.filter(({ obstacle }) => obstacle === null)
    const claimScope = bounded
      ? { ...scope, post_ids: readable.map(({ id }) => id) }
      : scope
    const worker = randomUUID()
    const started = await this.knex_.transaction(async (trx) => {
      const run = { trigger, scope, worker, now: limits.now }
      const lease_until = this.leaseUntil_()
      const run_id = await insertRun(trx, { ...run, lease_until })
      const claimed = new Set(await claimPosts(trx, run_id, claimScope, limits))
      if (claimed.size === 0 && (!bounded || scope.depth === "single")) {
        await trx.rollback()
        return null
      }
      const left = scoped
        .filter(({ id }) => !claimed.has(id))
        .concat(unreadable)
      const outcomes = left.map((post) => toSkipped(post, limits.now))
      await addToRun(trx, run_id, {
        total: claimed.size + left.length,
        skipped: left.length,
        problems: skipProblems(left, limits.now),
      })
      return { run_id, worker, outcomes, claimed: claimed.size }
    })
    // A transaction that was rolled back gives nothing.
    return started ?? null
  }

  /**
   * Reads all posts of a run and ends it. `collect` gathers every post's
   * outcome, for callers that wait and whose run is limited. A run that is in
   * other hands by now is left alone.
   *
   * @throws what ended the run early: a database that stays away (then another
   *   process goes on with it) or an error of ours
   */
  async work(
    runId: string,
    worker: string,
    { collect = false }: { collect?: boolean } = {}
  ): Promise<PostOutcome[]> {
    const outcomes: PostOutcome[] = []
    const stopHeartbeat = this.startHeartbeat_(runId, worker)
    try {
      await withPatience(() => this.hold_(this.knex_, runId, worker))
      const run = await withPatience(() => findRun(this.knex_, runId))
      if (!run) {
        return outcomes
      }
      for await (const outcome of this.readPosts_(run, worker)) {
        if (collect) {
          outcomes.push(outcome)
        }
      }
      await this.finish_(runId, worker, null)
    } catch (error) {
      if (!(error instanceof RunLostError)) {
        if (!isPassing(error)) {
          // Taken over, it would only fail the same way again, for ever.
          await this.finish_(runId, worker, ENDED_EARLY)
        }
        throw error
      }
      this.logger_.warn(`Social sync: ${error.message}`)
    } finally {
      stopHeartbeat()
    }
    return outcomes
  }

  /** Finishes runs whose process went silent. Returns their ids. */
  async resumeAbandoned(): Promise<string[]> {
    const ids: string[] = []
    for (;;) {
      const worker = randomUUID()
      const id = await takeOverRun(
        this.knex_,
        worker,
        this.clock_(),
        this.leaseUntil_(),
        ids
      )
      if (!id) {
        return ids
      }
      ids.push(id)
      this.logger_.info(`Social sync: going on with interrupted run ${id}.`)
      await this.work(id, worker).catch((error) =>
        this.logger_.error(`Social sync: run ${id} failed.`, error)
      )
    }
  }

  /** How long a reading counts as fresh. */
  freshnessMs(): number {
    return this.options_.freshness_minutes * 60 * 1000
  }

  private async *readPosts_(
    run: RunRow,
    worker: string
  ): AsyncGenerator<PostOutcome> {
    const unbounded =
      run.scope.post_ids === undefined && run.scope.limit === undefined
    for (;;) {
      const posts = await withPatience(() =>
        loadClaimed(this.knex_, run.id, this.platforms_(), PAGE)
      )
      if (posts.length === 0) {
        if (unbounded && (await this.claimMore_(run, worker))) {
          continue
        }
        return
      }
      let done = 0
      for await (const outcome of this.pages_.sync({
        run_id: run.id,
        worker,
        posts,
        depth: run.scope.depth ?? "bulk",
        lease_until: () => this.leaseUntil_(),
      })) {
        done++
        yield outcome
      }
      if (done === 0) {
        // Their accounts have gone meanwhile; the end of the run lets them go.
        return
      }
    }
  }

  private async claimMore_(run: RunRow, worker: string): Promise<boolean> {
    return withPatience(() =>
      this.knex_.transaction(async (trx) => {
        await this.hold_(trx, run.id, worker)
        const limits = this.limits_(PAGE)
        const claimed = await claimPosts(trx, run.id, run.scope, limits)
        await addToRun(trx, run.id, { total: claimed.length, skipped: 0 })
        return claimed.length > 0
      })
    )
  }

  private async finish_(
    runId: string,
    worker: string,
    failure: string | null
  ): Promise<void> {
    await withPatience(() =>
      this.knex_.transaction((trx) =>
        finishRun(trx, runId, worker, this.clock_(), failure)
      )
    )
  }

  /** @throws RunLostError when the run has ended or another worker has it */
  private async hold_(knex: Knex, runId: string, worker: string) {
    if (!(await holdRun(knex, runId, worker, this.leaseUntil_()))) {
      throw new RunLostError(`Run ${runId} was taken over or has ended.`)
    }
  }

  private limits_(limit: number): ClaimLimits {
    const now = this.clock_()
    return {
      now,
      limit,
      fresh_after: new Date(now.getTime() - this.freshnessMs()),
      platforms: this.platforms_(),
      batch_sizes: Object.fromEntries(
        this.registry_.list().map(({ profile }) => [
          profile.identifier,
          {
            posts: profile.batch_sizes.insights,
            by_product: profile.batch_sizes.by_product ?? false,
          },
        ])
      ),
    }
  }

  private platforms_(): string[] {
    return this.registry_.list().map(({ profile }) => profile.identifier)
  }

  private leaseUntil_(): Date {
    return new Date(
      this.clock_().getTime() + this.options_.lease_seconds * 1000
    )
  }

  /** A slow platform must not look like a dead process. */
  private startHeartbeat_(runId: string, worker: string): () => void {
    const beat = async () => {
      try {
        await holdRun(this.knex_, runId, worker, this.leaseUntil_())
      } catch (error) {
        const reason = textOf(error)
        this.logger_.warn(`Social sync: lease not prolonged (${reason}).`)
      }
    }
    const every = (this.options_.lease_seconds * 1000) / 3
    const timer = setInterval(beat, every)
    timer.unref()
    return () => clearInterval(timer)
  }
}
