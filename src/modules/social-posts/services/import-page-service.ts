import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type {
  AbstractSocialPlatform,
  BudgetState,
  ListedPost,
  MetricVerdict,
} from "../../../platform-kit"
import { addProblem } from "../imports/add-problem"
import { choosePosts, type ImportMatch } from "../imports/choose-posts"
import {
  distinct,
  hasOtherComments,
  lastTimeOf,
  notStored,
  toReadout,
} from "../imports/listed-readout"
import { toListedRow } from "../imports/listed-row"
import { matchPosts } from "../imports/match-posts"
import { endsWalk } from "../imports/plan-walk"
import { accountObstacle } from "../insights/account-obstacle"
import { accountOutcome } from "../insights/account-outcome"
import type { PostReadout } from "../insights/post-readout"
import { writeAccountOutcome } from "../sql/account-states"
import { writeBudgets } from "../sql/budgets"
import { isRefused, type Knex, withPatience } from "../sql/database"
import { lockCandidates } from "../sql/import-candidates"
import {
  insertImported,
  PostsCollidedError,
  touchListed,
} from "../sql/import-posts"
import { type HeldImport, holdImport, writeProgress } from "../sql/imports"
import type { SyncAccount } from "../sql/load-claimed"
import { writeVerdicts } from "../sql/verdicts"
import { preparePost } from "../sql/write-batch"
import { writePosts, writeSnapshots } from "../sql/write-readings"
import type { FinishedImport, ImportProblem, ImportRow } from "../types/imports"
import { CLOCK, type Clock } from "../types/options"
import { nextRun } from "../utils/sync-schedule"
import type ImportEnding from "./import-ending"

interface Dependencies {
  [ContainerRegistrationKeys.PG_CONNECTION]: Knex
  [CLOCK]: Clock
  importEnding: ImportEnding
}

/** Another worker has the walk, or it has ended; nothing may be written any more. */
export class ImportLostError extends Error {}

/** What a walk knows of itself beyond its row. */
export interface ImportContext {
  import_id: string
  worker: string
  account: SyncAccount
  platform: AbstractSocialPlatform
  lease_until: () => Date
  /** What was learned since the last write. */
  learned: () => {
    calls: number
    verdicts: MetricVerdict[]
    budgets: BudgetState[]
  }
}

/** A page of an account's list. */
export interface ImportPage {
  posts: ListedPost[]
  next_cursor: string | null
}

export interface WrittenPage {
  /** Posts it brought that the walk had not seen. */
  taken: number
  /** Set when the walk has reached its end with this page. */
  finished: FinishedImport | null
}

/** A part of a page, for one transaction. */
interface PagePart {
  posts: ListedPost[]
  /** The walk's place is behind the page then. */
  moves: boolean
  problems: ImportProblem[]
}

const MOST_COLLISIONS = 3

/**
 * Writes the pages of a walk: posts, numbers, place, counts and lease change
 * together, so that a process that dies leaves nothing half done or doubled.
 */
export default class ImportPageService {
  private readonly knex_: Knex
  private readonly clock_: Clock
  private readonly ending_: ImportEnding

  constructor(dependencies: Dependencies) {
    this.knex_ = dependencies[ContainerRegistrationKeys.PG_CONNECTION]
    this.clock_ = dependencies[CLOCK]
    this.ending_ = dependencies.importEnding
  }

  /**
   * Writes a page in one transaction, and the walk's end when it has come.
   * When the database refuses a value, the page is halved until the culprit
   * stands alone, which is then left out.
   * @throws ImportLostError
   * @throws PlatformError when the account is not active any more; nothing is
   *   written then
   */
  async write(context: ImportContext, page: ImportPage): Promise<WrittenPage> {
    const { posts } = page
    try {
      return await this.part_(context, page, {
        posts,
        moves: true,
        problems: [],
      })
    } catch (error) {
      if (!isRefused(error)) {
        throw error
      }
      const parts = await this.writeApart_(context, page, posts)
      const problems = parts.problems
      const end = await this.part_(context, page, {
        posts: [],
        moves: true,
        problems,
      })
      return { ...end, taken: parts.taken }
    }
  }

  private async writeApart_(
    context: ImportContext,
    page: ImportPage,
    posts: ListedPost[]
  ): Promise<{ taken: number; problems: ImportProblem[] }> {
    const middle = Math.ceil(posts.length / 2)
    let taken = 0
    const problems: ImportProblem[] = []
    for (const half of [posts.slice(0, middle), posts.slice(middle)]) {
      try {
        const part = { posts: half, moves: false, problems: [] }
        taken += (await this.part_(context, page, part)).taken
      } catch (error) {
        if (!isRefused(error)) {
          throw error
        }
        const rest =
          half.length > 1 ? await this.writeApart_(context, page, half) : null
        taken += rest?.taken ?? 0
        problems.push(...(rest?.problems ?? [notStored(half[0], error)]))
      }
    }
    return { taken, problems }
  }

  private async part_(
    context: ImportContext,
    page: ImportPage,
    part: PagePart
  ): Promise<WrittenPage> {
    // Taken by a write only: what ends the walk before one writes it itself.
    let taken: ReturnType<ImportContext["learned"]> | undefined
    const learned = () => (taken ??= context.learned())
    for (let attempt = 1; ; attempt++) {
      try {
        return await withPatience(() =>
          this.knex_.transaction((trx) =>
            this.inTransaction_(trx, { ...context, learned }, page, part)
          )
        )
      } catch (error) {
        if (
          !(error instanceof PostsCollidedError) ||
          attempt > MOST_COLLISIONS
        ) {
          throw error
        }
      }
    }
  }

  private async inTransaction_(
    trx: Knex,
    context: ImportContext,
    page: ImportPage,
    { posts, moves, problems }: PagePart
  ): Promise<WrittenPage> {
    const { import_id, worker, account, platform } = context
    const now = this.clock_()
    const walk = await holdImport(trx, import_id, worker, context.lease_until())
    if (!walk) {
      throw new ImportLostError(
        `Import ${import_id} was taken over or has ended.`
      )
    }
    this.refuseStopped_(account, walk, now)
    const listed = distinct(posts)
    const candidates =
      listed.length > 0
        ? await lockCandidates(trx, walk.account_id, listed, now)
        : []
    const matches = matchPosts(
      listed,
      candidates,
      platform,
      account.external_id
    )
    const { taken, late, full } = choosePosts(walk, matches)
    const readouts = await this.store_(trx, context, walk, taken, late, now)
    const { calls, verdicts, budgets } = context.learned()
    await writeVerdicts(trx, verdicts, now)
    await writeBudgets(trx, budgets, now)
    await writeAccountOutcome(trx, accountOutcome(account, readouts, now), now)
    const created = taken.filter(({ known }) => known === null).length
    const progress = {
      cursor: moves ? page.next_cursor : walk.cursor,
      pages: walk.pages + (moves ? 1 : 0),
      found: walk.found + taken.length,
      created: walk.created + created,
      updated: walk.updated + taken.length - created,
      calls: walk.calls + calls,
      oldest_posted_at: lastTimeOf(taken) ?? walk.oldest_posted_at,
      problems: problems.reduce(addProblem, walk.problems),
    }
    await writeProgress(trx, import_id, progress, now)
    const knownBefore = new Set(
      matches
        .filter(({ known }) => known && known.listed_by !== walk.id)
        .map((match) => match.listed.platform_post_id)
    )
    const { imported_since } = walk
    const ended =
      moves &&
      endsWalk(walk, {
        ...page,
        full,
        isOld: ({ platform_post_id, details }) =>
          knownBefore.has(platform_post_id) ||
          Boolean(
            imported_since &&
            details.posted_at &&
            details.posted_at < imported_since
          ),
      })
    const finished = ended
      ? await this.ending_.complete(trx, { ...walk, ...progress }, context, now)
      : null
    return { taken: taken.length, finished }
  }

  /** Somebody may have paused or removed the account while a page was read. */
  private refuseStopped_(
    account: SyncAccount,
    { account_status, account_status_reason }: HeldImport,
    now: Date
  ): void {
    // Also for who settles the walk: this account's token is not dead.
    account.status = account_status
    account.status_reason = account_status_reason
    const obstacle = accountObstacle(account, now)
    if (obstacle) {
      throw obstacle
    }
  }

  /** Gives what numbers were written. */
  private async store_(
    trx: Knex,
    { account, platform }: ImportContext,
    walk: ImportRow,
    taken: ImportMatch[],
    late: ImportMatch[],
    now: Date
  ): Promise<PostReadout[]> {
    const reads = ({ listed, known }: ImportMatch) =>
      account.sync_numbers &&
      listed.reading !== null &&
      !known?.busy &&
      known?.status !== "archived"
    const fresh = taken.filter(({ known }) => known === null)
    const ids = await insertImported(
      trx,
      walk,
      fresh.map((match) => ({
        ...toListedRow(match.listed),
        claimed: reads(match),
      })),
      now
    )
    const stored = [...taken, ...late].flatMap((match) => {
      const { known } = match
      return known ? { ...match, known } : []
    })
    const current = await touchListed(
      trx,
      walk,
      stored.map((match) => ({
        ...toListedRow(match.listed),
        id: match.known.id,
        claimed: reads(match),
        comments_changed: account.sync_comments && hasOtherComments(match),
      })),
      now
    )
    const readouts = [...taken, ...late].filter(reads).map((match) => {
      const { listed, known } = match
      const id = known?.id ?? (ids.get(listed.platform_post_id) as string)
      return toReadout(match, walk, id, current.get(id) ?? null)
    })
    const { sync_schedule } = account
    const plan = { sync_schedule, next_run: nextRun(sync_schedule) }
    const prepared = readouts.map((readout) =>
      preparePost(readout, platform.profile, plan, now)
    )
    const writes = prepared.map(({ write }) => write)
    const written = await writePosts(trx, walk.id, writes, now)
    const snapshots = prepared.flatMap(({ write, snapshot }) =>
      snapshot && written.has(write.id) ? snapshot : []
    )
    await writeSnapshots(trx, walk.id, snapshots, now)
    return readouts
  }
}
