import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  type AbstractSocialPlatform,
  groupBy,
  inParallel,
  type MetricVerdicts,
  parks,
  PlatformError,
  stopsAccount,
} from "../../../platform-kit"
import { isRefused, type Knex, withPatience } from "../sql/database"
import {
  type ClaimedPost,
  loadAccounts,
  loadNewestComments,
  type SyncAccount,
} from "../sql/load-claimed"
import type { AccountOutcome } from "../sql/account-states"
import { type BatchWrite, preparePost, writeBatch } from "../sql/write-batch"
import { accountObstacle } from "../insights/account-obstacle"
import { LONGEST_LIMIT } from "../insights/next-sync-at"
import type { ResolvedSocialOptions } from "../types/options"
import type { PostOutcome } from "../types/sync"
import type PlatformCalls from "./platform-calls"
import type PlatformRegistry from "./platform-registry"
import type PostInsightsService from "./post-insights-service"
import { failedReadout, type PostReadout } from "./post-insights-service"

interface Dependencies {
  [ContainerRegistrationKeys.PG_CONNECTION]: Knex
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
  newestComments: Map<string, Date>
  verdicts: Map<string, MetricVerdicts>
  /** Errors that concern a whole platform, e.g. a retired API version. */
  stopped: Map<string, PlatformError>
}

/** A limit without a time of its own is asked again after this long. */
const DEFAULT_PARK_MS = 15 * 60 * 1000

/** Reads and writes one page of posts, a few accounts at the same time. */
export default class SyncPageService {
  private readonly knex_: Knex
  private readonly options_: ResolvedSocialOptions
  private readonly registry_: PlatformRegistry
  private readonly calls_: PlatformCalls
  private readonly insights_: PostInsightsService

  constructor(dependencies: Dependencies) {
    this.knex_ = dependencies[ContainerRegistrationKeys.PG_CONNECTION]
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
    const postIds = posts.map(({ id }) => id)
    const [accounts, newestComments, verdicts] = await Promise.all([
      loadAccounts(this.knex_, accountIds),
      loadNewestComments(this.knex_, postIds),
      this.calls_.refresh(this.knex_, platforms, new Date()),
    ])
    return { page, accounts, newestComments, verdicts, stopped: new Map() }
  }

  private async syncAccount_(
    context: PageContext,
    accountId: string,
    posts: ClaimedPost[]
  ): Promise<PostOutcome[]> {
    const account = context.accounts.get(accountId)
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
        context.stopped.get(identifier) ?? accountObstacle(account, new Date())
      if (obstacle) {
        throw obstacle
      }
      const verdicts = context.verdicts.get(identifier) as MetricVerdicts
      const call = this.calls_.open(account, verdicts, {
        depth: context.page.depth,
        onCall: () => {
          calls[identifier] = (calls[identifier] ?? 0) + 1
        },
      })
      const { newestComments } = context
      yield* this.insights_.read(platform, call, posts, newestComments)
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
    const now = new Date()
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
    const store = async (part: PostReadout[], more: Learned) => {
      const posts = part.map((readout) =>
        preparePost(readout, platform.profile, now)
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

type Learned = Pick<BatchWrite, "verdicts" | "budgets" | "calls">

/**
 * Stores a batch. When the database refuses a value in it, the batch is halved
 * until the culprit stands alone, which then fails: a strange answer costs its
 * own post, not the run.
 */
async function storeApart(
  readouts: PostReadout[],
  learned: Learned,
  store: (part: PostReadout[], learned: Learned) => Promise<PostOutcome[]>
): Promise<PostOutcome[]> {
  try {
    return await store(readouts, learned)
  } catch (error) {
    if (!isRefused(error)) {
      throw error
    }
    // Learned again by the next batch; they may be what was refused.
    const calls = { verdicts: [], budgets: [], calls: learned.calls }
    const [first] = readouts
    if (first && readouts.length === 1) {
      return store([failedReadout(first.post, notStored(error))], calls)
    }
    const middle = Math.ceil(readouts.length / 2)
    const stored = await storeApart(readouts.slice(0, middle), calls, store)
    const rest = { ...calls, calls: {} }
    return [
      ...stored,
      ...(await storeApart(readouts.slice(middle), rest, store)),
    ]
  }
}

function notStored(error: { code: string }): PlatformError {
  return new PlatformError({
    kind: "invalid",
    scope: "post",
    code: "not_stored",
    message: `What the platform answered could not be stored (database error ${error.code}).`,
    cause: error,
  })
}

/** What the problems of a batch say about the account as a whole. */
function accountOutcome(
  account: SyncAccount,
  readouts: readonly PostReadout[],
  now: Date
): AccountOutcome {
  const errors = readouts
    .flatMap(({ problems }) => problems)
    .map(({ error }) => error)
  const nothingRead = readouts.every(({ reading }) => reading === null)
  // An account that was paused or dead before has not taught us anything.
  const reconnect =
    account.status !== "active" ? undefined : deadToken(errors, nothingRead)
  const limit = errors.find(parks)
  const until = limit ? parkedUntil(limit.retry_at, now) : null
  return {
    account_id: account.id,
    platform: account.platform,
    synced: !nothingRead,
    reconnect: reconnect?.message ?? null,
    sealed_token: account.sealed_token,
    parked_until: until,
    app_parked_until: limit?.scope === "app" ? until : null,
  }
}

function deadToken(
  errors: readonly PlatformError[],
  nothingRead: boolean
): PlatformError | undefined {
  return (
    errors.find((error) => error.kind === "auth" && stopsAccount(error)) ??
    (nothingRead
      ? errors.find(
          (error) => error.kind === "permission" && error.scope === "account"
        )
      : undefined)
  )
}

/** A reset time far away is a mistake, not a limit. */
function parkedUntil(retryAt: Date | null, now: Date): Date {
  const asked = retryAt?.getTime() ?? now.getTime() + DEFAULT_PARK_MS
  return new Date(Math.min(asked, now.getTime() + LONGEST_LIMIT))
}
