import { randomUUID } from "node:crypto"
import type { Logger } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { isDouble, isPassing, type Knex, withPatience } from "../sql/database"
import {
  claimDueAccount,
  findImportAccount,
  type ImportAccount,
  lockImportAccount,
  planNextImport,
} from "../sql/import-accounts"
import {
  findRunningImport,
  holdImport,
  insertImport,
  takeOverImport,
} from "../sql/imports"
import {
  accountNotActive,
  cannotList,
  importRuns,
  platformNotConfigured,
  unknownAccount,
} from "../imports/refusals"
import { sinceOfNewWalk } from "../imports/plan-walk"
import type {
  FinishedImport,
  ImportKind,
  ImportRequest,
  StartedImport,
} from "../types/imports"
import { CLOCK, type Clock, type ResolvedSocialOptions } from "../types/options"
import { ImportLostError } from "./import-page-service"
import type ImportWalker from "./import-walker"
import type PlatformRegistry from "./platform-registry"
import { textOf } from "../../../platform-kit"

interface Dependencies {
  [ContainerRegistrationKeys.PG_CONNECTION]: Knex
  [CLOCK]: Clock
  logger: Logger
  socialOptions: ResolvedSocialOptions
  platformRegistry: PlatformRegistry
  importWalker: ImportWalker
}

const DAY = 24 * 60 * 60 * 1000

/** How far back somebody's walk goes who never has one by itself. */
const USUAL_DAYS = 365

/**
 * Brings an account's posts into the store, also those that were not published
 * from here. All state is in the database: a process that dies leaves a walk
 * whose lease expires, and another goes on where the last page ended.
 */
export default class ImportService {
  private readonly knex_: Knex
  private readonly clock_: Clock
  private readonly logger_: Logger
  private readonly options_: ResolvedSocialOptions
  private readonly registry_: PlatformRegistry
  private readonly walker_: ImportWalker

  constructor(dependencies: Dependencies) {
    this.knex_ = dependencies[ContainerRegistrationKeys.PG_CONNECTION]
    this.clock_ = dependencies[CLOCK]
    this.logger_ = dependencies.logger
    this.options_ = dependencies.socialOptions
    this.registry_ = dependencies.platformRegistry
    this.walker_ = dependencies.importWalker
  }

  /**
   * Starts to import an account's posts; `work` does it.
   * @throws MedusaError 404 for an unknown account; 400 when an import of it is
   *   running (naming it), when it is not active, or cannot be listed
   */
  async start(
    accountId: string,
    request: ImportRequest
  ): Promise<StartedImport> {
    const account = await findImportAccount(this.knex_, accountId)
    if (!account) {
      throw unknownAccount(accountId)
    }
    if (account.status !== "active") {
      throw accountNotActive(account.status_reason)
    }
    const { profile } =
      this.registry_.find(account.platform) ??
      platformNotConfigured(account.platform)
    const { abilities, label } = profile
    const ability = request.kind === "stories" ? "stories" : "list_posts"
    if (!abilities[ability]) {
      throw cannotList(label, ability)
    }
    try {
      return await withPatience(() =>
        this.knex_.transaction(async (trx) => {
          // The job and a person may begin a walk at the same time.
          await lockImportAccount(trx, accountId)
          const running = await findRunningImport(trx, accountId)
          if (running && request.kind !== "stories") {
            throw importRuns(running)
          }
          return this.insert_(trx, account, request)
        })
      )
    } catch (error) {
      throw isDouble(error) ? importRuns(null) : error
    }
  }

  /**
   * Walks an import to its end. `null` when it rests until a limit of the
   * platform is over, or is in other hands by now.
   * @throws what ended it early: a database that stays away (then another
   *   process goes on with it) or an error of ours
   */
  async work(importId: string, worker: string): Promise<FinishedImport | null> {
    const stopHeartbeat = this.startHeartbeat_(importId, worker)
    try {
      return await this.walker_.walk(importId, worker)
    } catch (error) {
      if (error instanceof ImportLostError) {
        this.logger_.warn(`Social import: ${error.message}`)
        return null
      }
      if (!isPassing(error)) {
        // Taken over, it would only fail the same way again, for ever.
        await this.giveUp_(importId, worker)
      }
      throw error
    } finally {
      stopHeartbeat()
    }
  }

  /**
   * Goes on with imports whose process went silent, and with those whose limit
   * is over. Gives those that ended.
   */
  async resumeAbandoned(): Promise<FinishedImport[]> {
    const tried: string[] = []
    const finished: FinishedImport[] = []
    for (;;) {
      const worker = randomUUID()
      const id = await takeOverImport(
        this.knex_,
        worker,
        this.clock_(),
        this.walker_.leaseUntil(),
        tried
      )
      if (!id) {
        return finished
      }
      tried.push(id)
      finished.push(...(await this.workOn_({ id, worker })))
    }
  }

  /**
   * Imports what is due: all posts of accounts that were just connected, new
   * posts and stories of the others. Several processes may do it at the same
   * time: each account goes to one. Gives the imports that ended.
   */
  async runDue(): Promise<FinishedImport[]> {
    if (this.options_.import_days === 0) {
      return []
    }
    const finished: FinishedImport[] = []
    // Stories end, and their lists are short; posts wait for them.
    for (const stories of [true, false]) {
      const lane = async (first: StartedImport | null) => {
        let claimed = first
        while (claimed) {
          finished.push(...(await this.workOn_(claimed)))
          claimed = await this.claimDue_(stories)
        }
      }
      // Mostly nothing is due, and then the database is asked once.
      const first = await this.claimDue_(stories)
      const others = Array.from(
        { length: first ? this.options_.parallel_accounts - 1 : 0 },
        async () => lane(await this.claimDue_(stories))
      )
      await Promise.all([lane(first), ...others])
    }
    return finished
  }

  /** What went wrong first is what is told. */
  private async giveUp_(importId: string, worker: string): Promise<void> {
    try {
      await this.walker_.giveUp(importId, worker)
    } catch (error) {
      const reason = textOf(error)
      this.logger_.error(
        `Social import: import ${importId} could not be ended (${reason}).`
      )
    }
  }

  private async workOn_({
    id,
    worker,
  }: StartedImport): Promise<FinishedImport[]> {
    try {
      const finished = await this.work(id, worker)
      return finished ? [finished] : []
    } catch (error) {
      this.logger_.error(`Social import: import ${id} failed.`, error as Error)
      return []
    }
  }

  /**
   * Begins the walk of an account that is due and stores it, so that no other
   * takes it. When nobody works on it, it is taken over after the lease.
   */
  private async claimDue_(stories: boolean): Promise<StartedImport | null> {
    const ability = stories ? "stories" : "list_posts"
    const platforms = this.registry_
      .list()
      .filter(({ profile }) => profile.abilities[ability])
      .map(({ profile }) => profile.identifier)
    if (platforms.length === 0) {
      return null
    }
    return withPatience(() =>
      this.knex_.transaction(async (trx) => {
        const now = this.clock_()
        const account = await claimDueAccount(trx, { stories, platforms, now })
        if (!account) {
          return null
        }
        const kind = stories ? "stories" : kindOf(account)
        const trigger = kind === "full" ? "connect" : "scheduled"
        // A walk that dies for ever must not keep the account due for ever.
        const later = new Date(now.getTime() + DAY)
        await planNextImport(trx, account.id, kind, later)
        return this.insert_(trx, account, { trigger, kind })
      })
    )
  }

  private async insert_(
    knex: Knex,
    account: ImportAccount,
    { trigger, kind = kindOf(account), since, limit }: ImportRequest
  ): Promise<StartedImport> {
    const now = this.clock_()
    const worker = randomUUID()
    const isFull = kind === "full"
    const id = await insertImport(knex, {
      account_id: account.id,
      platform: account.platform,
      trigger,
      kind,
      since: isFull
        ? since === undefined
          ? this.usualSince_(now)
          : since && earlier(since, now)
        : kind === "new"
          ? sinceOfNewWalk(account.newest_listed_at, account.imported_since)
          : null,
      limit:
        limit !== undefined
          ? limit
          : isFull
            ? this.options_.import_limit
            : null,
      worker,
      lease_until: this.walker_.leaseUntil(),
      now,
    })
    return { id, worker }
  }

  private usualSince_(now: Date): Date {
    const days = this.options_.import_days || USUAL_DAYS
    return new Date(now.getTime() - days * DAY)
  }

  /** A slow platform must not look like a dead process. */
  private startHeartbeat_(importId: string, worker: string): () => void {
    const beat = async () => {
      try {
        const until = this.walker_.leaseUntil()
        await holdImport(this.knex_, importId, worker, until)
      } catch (error) {
        const reason = textOf(error)
        this.logger_.warn(`Social import: lease not prolonged (${reason}).`)
      }
    }
    const every = (this.options_.lease_seconds * 1000) / 3
    const timer = setInterval(beat, every)
    timer.unref()
    return () => clearInterval(timer)
  }
}

/** From a time to come on nothing would ever be new. */
const earlier = (one: Date, other: Date) => (one < other ? one : other)

/** Until a first walk has ended, everything is to be found. */
const kindOf = ({ imported_since }: ImportAccount): ImportKind =>
  imported_since === null ? "full" : "new"
