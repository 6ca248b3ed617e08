import {
  ContainerRegistrationKeys,
  MedusaError,
} from "@medusajs/framework/utils"
import { ACCOUNT_DAY_COLUMNS } from "../exports/account-day-columns"
import type { Column } from "../exports/column"
import { COMMENT_COLUMNS } from "../exports/comment-columns"
import { POST_COLUMNS } from "../exports/post-columns"
import { TIMELINE_COLUMNS, type TimelineRow } from "../exports/timeline-columns"
import {
  type RulesOf,
  withoutExpired,
  withoutExpiredText,
} from "../exports/without-expired"
import { type ExportFormat, writeTable } from "../exports/write-table"
import type { AppliedRule } from "../retention/rules"
import { type Knex, withPatience } from "../sql/database"
import {
  type ExportRange,
  type PagedReading,
  type PageKey,
  pageOfAccountDays,
  pageOfComments,
  pageOfPosts,
  pageOfTimelines,
} from "../sql/export-tables"
import type { PostFilters } from "../sql/list-posts"
import { CLOCK, type Clock } from "../types/options"
import type RetentionService from "./retention-service"

/** What can be exported. */
export const EXPORT_KINDS = [
  "posts",
  "comments",
  "timelines",
  "account-days",
] as const

export type ExportKind = (typeof EXPORT_KINDS)[number]

export interface ExportRequest extends ExportRange {
  kind: ExportKind
  format: ExportFormat
  /** Of these posts, as in the list; of account days only platform and account. */
  filters: PostFilters
}

interface Dependencies {
  [ContainerRegistrationKeys.PG_CONNECTION]: Knex
  [CLOCK]: Clock
  retentionService: RetentionService
}

/** Rows that are held at a time. */
const PAGE = 1000

/**
 * Writes what is kept as a table, page by page: each page is a statement of
 * its own, so that a slow reader holds neither a connection nor a transaction.
 */
export default class ExportService {
  private readonly knex_: Knex
  private readonly clock_: Clock
  private readonly retention_: RetentionService

  constructor(dependencies: Dependencies) {
    this.knex_ = dependencies[ContainerRegistrationKeys.PG_CONNECTION]
    this.clock_ = dependencies[CLOCK]
    this.retention_ = dependencies.retentionService
  }

  /**
   * A table as text, piece by piece. An error ends it in the middle: whoever
   * passes it on must not end it as if it were whole.
   * @throws MedusaError 400 naming the kinds there are
   */
  stream(request: ExportRequest): AsyncGenerator<string> {
    const { kind, filters, from, until } = request
    const range = { from, until }
    switch (kind) {
      case "posts":
        return this.write_(request, POST_COLUMNS, async (page) => {
          const rows = await pageOfPosts(this.knex_, filters, range, page)
          const rules = await this.rules_()
          const now = this.clock_()
          return rows.map((row) => withoutExpiredText(row, rules, now))
        })
      case "comments":
        return this.write_(request, COMMENT_COLUMNS, async (page) => {
          const rows = await pageOfComments(this.knex_, filters, range, page)
          const rules = await this.rules_()
          const now = this.clock_()
          return rows.map((row) => withoutExpired(row, rules, now))
        })
      case "timelines":
        return this.write_<TimelineRow, PagedReading>(
          request,
          TIMELINE_COLUMNS,
          (page) => pageOfTimelines(this.knex_, filters, range, page)
        )
      case "account-days":
        return this.write_(request, ACCOUNT_DAY_COLUMNS, (page) =>
          pageOfAccountDays(this.knex_, filters, range, page)
        )
      default:
        throw new MedusaError(
          MedusaError.Types.INVALID_DATA,
          `"${String(kind)}" cannot be exported. Exports: ${EXPORT_KINDS.join(", ")}.`
        )
    }
  }

  private write_<Row, Key extends Row>(
    { format }: ExportRequest,
    columns: readonly Column<Row>[],
    load: (page: { after: PageKey<Key>; size: number }) => Promise<Key[]>
  ): AsyncGenerator<string> {
    return writeTable(format, columns, pagesOf(load))
  }

  /** The platforms' rules, and the store's own. */
  private async rules_(): Promise<RulesOf> {
    const rules = new Map<string, AppliedRule[]>()
    for (const rule of await this.retention_.rules()) {
      rules.set(rule.platform, [...(rules.get(rule.platform) ?? []), rule])
    }
    return rules
  }
}

/** All pages, one after the other; the next is asked for when it is wanted. */
async function* pagesOf<Row>(
  load: (page: { after: PageKey<Row>; size: number }) => Promise<Row[]>
): AsyncGenerator<Row[]> {
  let after: PageKey<Row> = null
  for (;;) {
    const rows: Row[] = await withPatience(() => load({ after, size: PAGE }))
    if (rows.length > 0) {
      yield rows
    }
    after = rows.at(-1) ?? null
    if (rows.length < PAGE) {
      return
    }
  }
}
