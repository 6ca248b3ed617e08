import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  type AbstractSocialPlatform,
  groupBy,
  inParallel,
  type MetricVerdicts,
  PlatformError,
} from "../../../platform-kit"
import { type Knex, withPatience } from "../sql/database"
import {
  type ClaimedPost,
  loadAccounts,
  type SyncAccount,
} from "../sql/load-claimed"
import { loadStoredComments } from "../sql/stored-comments"
import { type Learned, storeApart } from "../sql/store-apart"
import { preparePost, writeBatch } from "../sql/write-batch"
import { accountObstacle } from "../insights/account-obstacle"
import { accountOutcome } from "../insights/account-outcome"
import { failedReadout, type PostReadout } from "../insights/post-readout"
import { CLOCK, type Clock, type ResolvedSocialOptions } from "../types/options"
import type { PostOutcome } from "../types/sync"
import { nextRun } from "../utils/sync-schedule"
import type PlatformCalls from "./platform-calls"
import type PlatformRegistry from "./platform-registry"
import type PostInsightsService from "./post-insights-service"

interface Dependencies {
  [ContainerRegistrationKeys.PG_CONNECTION]: Knex
  [CLOCK]: Clock
  socialOptions: ResolvedSocialOptions
  platformRegistry: PlatformRegistry
  platformCalls: PlatformCalls
  postInsightsService: PostInsightsService
}

/** A page of claimed posts of a run. */
export interface SyncPage {
  run_id: string
  worker: string
  posts: ClaimedPost[]
  depth: "single" | "bulk"
  lease_until: () => Date
}

/** What all accounts of a page share. */
interface PageContext {
  page: SyncPage
  accounts: Map<string, SyncAccount>
  verdicts: Map<string, MetricVerdicts>
  /** When the accounts were read. */
  loaded_at: number
  /** Errors that concern a whole platform, e.g. a retired API version. */
  stopped: Map<string, PlatformError>
}

/** Accounts that were read so long ago are read again before they are opened. */
const STALE_MS = 5000

/** Reads and writes one page of posts, a few accounts at the same time. */
export default class SyncPageService {
  private readonly knex_: Knex
  private readonly clock_: Clock
  private readonly options_: ResolvedSocialOptions
  private readonly registry_: PlatformRegistry
  private readonly calls_: PlatformCalls
  private readonly insights_: PostInsightsService

  constructor(dependencies: Dependencies) {
    this.knex_ = dependencies[ContainerRegistrationKeys.PG_CONNECTION]
    this.clock_ = dependencies[CLOCK]
    this.options_ = dependencies.socialOptions
    this.registry_ = dependencies.platformRegistry
    this.calls_ = dependencies.platformCalls
    this.insights_ = dependencies.postInsightsService
  }

  async *sync(page: SyncPage): AsyncGenerator<PostOutcome> {
    const context = await withPatience(() => this.contextOf_(page))
    const groups = groupBy(page.posts, ({ account_id }) => account_id)
    const outcomes = inParallel(
      [...groups],
      this.options_.parallel_accounts,
      ([accountId, posts]) => this.syncAccount_(context, accountId, posts)
    )
    for await (const group of outcomes) {
      yield* group
    }
  }

  private async contextOf_(page: SyncPage): Promise<PageContext> {
    const { posts } = page
    const platforms = [...new Set(posts.map(({ platform }) => platform))]
    const accountIds = [...new Set(posts.map((post) => post.account_id))]
    const [accounts, verdicts] = await Promise.all([
      loadAccounts(this.knex_, accountIds),
      this.calls_.refresh(this.knex_, platforms, this.clock_()),
    ])
    const loaded_at = Date.now()
    const stopped = new Map<string, PlatformError>()
    return { page, accounts, verdicts, loaded_at, stopped }
  }

  private async syncAccount_(
    context: PageContext,
    accountId: string,
    posts: ClaimedPost[]
  ): Promise<PostOutcome[]> {
    const account = await this.accountOf_(context, accountId)
    const platform = this.registry_.find(account?.platform ?? "")
    if (!account || !platform) {
      return []
    }
    const calls: Record<string, number> = {}
    const outcomes: PostOutcome[] = []
    const readouts = this.readouts_(context, account, platform, posts, calls)
    for await (const chunk of readouts) {
      outcomes.push(
        ...(await this.write_(context, account, platform, chunk, calls))
      )
    }
    return outcomes
  }

  /** Somebody may have paused or removed it while others were read. */
  private async accountOf_(
    { accounts, loaded_at }: PageContext,
    id: string
  ): Promise<SyncAccount | undefined> {
    if (Date.now() - loaded_at < STALE_MS) {
      return accounts.get(id)
    }
    return (await withPatience(() => loadAccounts(this.knex_, [id]))).get(id)
  }

  private async *readouts_(
    context: PageContext,
    account: SyncAccount,
    platform: AbstractSocialPlatform,
    posts: ClaimedPost[],
    calls: Record<string, number>
  ): AsyncGenerator<PostReadout[]> {
    const { identifier } = platform.profile
    try {
      const obstacle =
        context.stopped.get(identifier) ??
        accountObstacle(account, this.clock_())
      if (obstacle) {
        throw obstacle
      }
      const verdicts = context.verdicts.get(identifier) as MetricVerdicts
      const call = await this.calls_.open(account, verdicts, {
        depth: context.page.depth,
        onCall: () => {
          calls[identifier] = (calls[identifier] ?? 0) + 1
        },
      })
      const storedComments = (ids: readonly string[]) =>
        withPatience(() => loadStoredComments(this.knex_, ids))
      yield* this.insights_.read(platform, call, posts, storedComments, account)
    } catch (thrown) {
      if (!PlatformError.is(thrown)) {
        throw thrown
      }
      yield posts.map((post) => failedReadout(post, thrown))
    }
  }

  private async write_(
    context: PageContext,
    account: SyncAccount,
    platform: AbstractSocialPlatform,
    readouts: PostReadout[],
    calls: Record<string, number>
  ): Promise<PostOutcome[]> {
    const { identifier } = platform.profile
    const now = this.clock_()
    const appWide = readouts
      .flatMap(({ problems }) => problems)
      .find(({ error }) => error.scope === "app")
    if (appWide) {
      context.stopped.set(identifier, appWide.error)
    }
    const learned: Learned = {
      verdicts: context.verdicts.get(identifier)?.takeLearned() ?? [],
      budgets: this.calls_.budgetOf(identifier).takeChanges(),
      calls: { ...calls },
    }
    Object.keys(calls).forEach((key) => delete calls[key])
    const { sync_schedule } = account
    const plan = { sync_schedule, next_run: nextRun(sync_schedule) }
    const store = async (part: PostReadout[], more: Learned) => {
      const posts = part.map((readout) =>
        preparePost(readout, platform.profile, plan, now)
      )
      const { run_id, worker, lease_until } = context.page
      const batch = {
        ...more,
        run_id,
        worker,
        posts,
        readouts: part,
        account: accountOutcome(account, part, now),
      }
      await withPatience(() =>
        writeBatch(this.knex_, { ...batch, lease_until: lease_until() }, now)
      )
      return posts.map(({ outcome }) => outcome)
    }
    return storeApart(readouts, learned, store)
  }
}
