import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { OldConnections } from "../migration/connections"
import {
  findSource,
  type MigrationSource,
  type SourceQuestion,
} from "../migration/find-source"
import { learnAccounts } from "../migration/learn-accounts"
import { type OldPlatform, readOldPlatform } from "../migration/old-account"
import { type OldRow, readOldRow } from "../migration/old-row"
import { type PlanContext, planRow, type RowPlan } from "../migration/plan-row"
import {
  emptyReport,
  type MigratedAccount,
  type MigrationReport,
  noteProblem,
  noteRow,
} from "../migration/report"
import { isRefused, type Knex, withPatience } from "../sql/database"
import {
  completePosts,
  findExisting,
  insertPosts,
  type PlacedPost,
} from "../sql/migrate-posts"
import { countRows, pathOf, readRows } from "../sql/old-store"
import { CLOCK, type Clock } from "../types/options"
import type AccountMigration from "./account-migration"
import type PlatformRegistry from "./platform-registry"
import type RetentionService from "./retention-service"

export interface MigrationRequest extends SourceQuestion {
  /** Only the report; nothing is written and no platform asked. */
  dry_run: boolean
  /** External ids by `<old id>:<network>`, old id, or network. */
  accounts?: Record<string, string>
  onProgress?: (rows: { read: number; total: number }) => void
  /** Ends it after the batch that is being written. */
  signal?: AbortSignal
}

interface Dependencies {
  [ContainerRegistrationKeys.PG_CONNECTION]: Knex
  [CLOCK]: Clock
  accountMigration: AccountMigration
  platformRegistry: PlatformRegistry
  retentionService: RetentionService
}

/** A row's posts with their accounts; they are written together or not at all. */
interface PlacedRow {
  row: string
  posts: PlacedPost[]
}

/** What a run keeps in mind. */
interface Run {
  source: MigrationSource
  /** Names the source in ids. */
  name: string
  connections: OldConnections
  report: MigrationReport
  /** By the connection's key. */
  accounts: Map<string, MigratedAccount>
  /** The row of each post, to recognise the same post in another row. */
  rows: Map<string, string>
}

/** Rows that are read and written at a time. */
const BATCH = 500

/**
 * Takes over the posts that another module of this store kept. May be
 * interrupted and run again: what is written stays, what is missing is added.
 */
export default class MigrationService {
  private readonly knex_: Knex
  private readonly clock_: Clock
  private readonly accounts_: AccountMigration
  private readonly registry_: PlatformRegistry
  private readonly retention_: RetentionService

  constructor(dependencies: Dependencies) {
    this.knex_ = dependencies[ContainerRegistrationKeys.PG_CONNECTION]
    this.clock_ = dependencies[CLOCK]
    this.accounts_ = dependencies.accountMigration
    this.registry_ = dependencies.platformRegistry
    this.retention_ = dependencies.retentionService
  }

  /**
   * Reads all rows of an old store and, unless it is a dry run, writes their
   * posts. The report tells of every row.
   * @throws MedusaError 400 when there is no such table, or none of posts
   */
  async migrate(request: MigrationRequest): Promise<MigrationReport> {
    const source = await findSource(this.knex_, request)
    const run = await this.begin_(source, request)
    const { report } = run
    const context = await this.contextOf_(run)
    for await (const texts of readRows(this.knex_, source.posts, BATCH)) {
      if (request.signal?.aborted) {
        report.interrupted = true
        break
      }
      const rows = texts.map((text) => readOldRow(text, source.columns))
      const placed = await this.place_(run, rows, context)
      await this.write_(report, placed)
      request.onProgress?.({ read: report.rows.read, total: report.rows.total })
    }
    report.accounts = [...run.accounts.values()]
    return report
  }

  private async begin_(
    source: MigrationSource,
    { accounts = {}, dry_run }: MigrationRequest
  ): Promise<Run> {
    const { posts, columns, platforms, platform_columns } = source
    const used = Object.values(columns)
    const connections = new OldConnections(
      await this.readPlatforms_(source),
      accounts,
      await this.accounts_.list()
    )
    await learnAccounts(this.knex_, source, connections, BATCH)
    return {
      source,
      name: posts.name,
      connections,
      report: emptyReport(
        {
          table: pathOf(posts),
          platforms_table: platforms && pathOf(platforms),
          columns,
          platform_columns,
          ignored_columns: posts.columns.filter((name) => !used.includes(name)),
        },
        await countRows(this.knex_, posts),
        dry_run
      ),
      accounts: new Map(),
      rows: new Map(),
    }
  }

  private async readPlatforms_({
    platforms,
    platform_columns,
  }: MigrationSource): Promise<Map<string, OldPlatform>> {
    const found = new Map<string, OldPlatform>()
    if (platforms) {
      const names = this.registry_
        .list()
        .map(({ profile }) => profile.identifier)
      for await (const rows of readRows(this.knex_, platforms, BATCH)) {
        for (const row of rows) {
          const platform = readOldPlatform(row, platform_columns, names)
          found.set(platform.id, platform)
        }
      }
    }
    return found
  }

  private async contextOf_({ name, connections }: Run): Promise<PlanContext> {
    const rules = await this.retention_.rules()
    return {
      source: name,
      platforms: inOrder(this.registry_.list()),
      networksOfPlatform: (id) => connections.networksOf(id),
      externalIdOf: (id, network) => connections.get(id, network).external_id,
      rulesOf: (platform) => rules.filter((rule) => rule.platform === platform),
      now: this.clock_(),
    }
  }

  /** Plans rows and gives their posts the accounts they belong to. */
  private async place_(
    run: Run,
    rows: readonly OldRow[],
    context: PlanContext
  ): Promise<PlacedRow[]> {
    const placed: PlacedRow[] = []
    for (const row of rows) {
      const plan = withoutDoubles(run, row, planRow(row, context))
      noteRow(run.report, row, plan)
      const posts: PlacedPost[] = []
      for (const post of plan.posts) {
        const account = await this.accountOf_(run, row, post.platform)
        account.posts++
        // Only a dry run meets accounts that are not there.
        posts.push({ ...post, account_id: account.account_id ?? "" })
      }
      placed.push({ row: row.id, posts })
    }
    return placed
  }

  private async accountOf_(
    { name, connections, accounts, report }: Run,
    row: OldRow,
    network: string
  ): Promise<MigratedAccount> {
    const connection = connections.get(row.platform_id, network)
    const known = accounts.get(connection.key)
    if (known) {
      return known
    }
    const account = report.dry_run
      ? await this.accounts_.preview(name, connection)
      : await this.accounts_.place(name, connection)
    accounts.set(connection.key, account)
    return account
  }

  /** Writes rows; when the database refuses one, the others are written. */
  private async write_(
    report: MigrationReport,
    rows: PlacedRow[]
  ): Promise<void> {
    try {
      const done = await withPatience(() =>
        this.store_(
          rows.flatMap(({ posts }) => posts),
          report.dry_run
        )
      )
      report.posts.created += done.created
      report.posts.matched += done.matched
      report.posts.completed += done.completed
      report.posts.unchanged += done.unchanged
    } catch (error) {
      if (!isRefused(error)) {
        throw error
      }
      const [first] = rows
      if (first && rows.length === 1) {
        report.rows.usable--
        report.rows.unusable++
        noteProblem(report, {
          row: first.row,
          code: "not_stored",
          message: `The database did not take it (error ${error.code}).`,
        })
        return
      }
      const middle = Math.ceil(rows.length / 2)
      await this.write_(report, rows.slice(0, middle))
      await this.write_(report, rows.slice(middle))
    }
  }

  private async store_(posts: readonly PlacedPost[], dryRun: boolean) {
    return this.knex_.transaction(async (trx) => {
      const { written, others } = await findExisting(trx, posts)
      const fresh = posts.filter(
        ({ id }) => !written.has(id) && !others.has(id)
      )
      const matched = posts.flatMap((planned) => {
        const id = others.get(planned.id)
        return id && !written.has(planned.id) ? [{ id, planned }] : []
      })
      let completed = 0
      if (!dryRun) {
        const now = this.clock_()
        await insertPosts(trx, fresh, now)
        completed = (await completePosts(trx, matched, now)).length
      }
      return {
        created: fresh.length,
        matched: matched.length,
        completed,
        unchanged: written.size,
      }
    })
  }
}

/** The order in which a row's ids are looked for. */
const ORDER = ["instagram", "facebook", "twitter", "linkedin"]

function inOrder<T extends { profile: { identifier: string } }>(
  platforms: readonly T[]
): T[] {
  const place = ({ profile }: T) =>
    (ORDER.indexOf(profile.identifier) + ORDER.length + 1) % (ORDER.length + 1)
  return [...platforms].sort((one, other) => place(one) - place(other))
}

/** A post that an earlier row stands for is left to that row. */
function withoutDoubles(
  { connections, rows }: Run,
  row: OldRow,
  plan: RowPlan
): RowPlan {
  let first: string | null = null
  const posts = plan.posts.filter(({ platform, platform_post_id }) => {
    if (!platform_post_id) {
      return true
    }
    const { key } = connections.get(row.platform_id, platform)
    const post = `${key} ${platform_post_id}`
    const earlier = rows.get(post)
    first = earlier ?? first
    rows.set(post, earlier ?? row.id)
    return earlier === undefined
  })
  return posts.length > 0 || !first
    ? { ...plan, posts }
    : {
        ...plan,
        posts,
        problem: {
          code: "duplicate",
          message: `The row ${String(first)} stands for the same post.`,
        },
      }
}
