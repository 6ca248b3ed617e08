import type { Removal } from "../../retention/removal"
import type { RetentionScope } from "../../retention/scope"
import type { Knex } from "../database"

/** Rows that are deleted at once. */
const BATCH = 5000

/** Deletes up to a batch of what a query gives the ids of. */
async function deleteBatch(
  trx: Knex,
  table: string,
  query: string,
  bindings: Record<string, unknown>
): Promise<{ removed: number; next: string | null }> {
  const { rowCount } = await trx.raw(
    `DELETE FROM ${table} WHERE id IN (
       ${query} LIMIT ${BATCH} FOR UPDATE OF s SKIP LOCKED
     )`,
    bindings as Record<string, string>
  )
  return { removed: rowCount, next: rowCount === BATCH ? "more" : null }
}

/** Old rows (`s`) of a table, found by a query for their ids. */
const rowRemoval = (
  kind: string,
  table: string,
  query: string,
  by?: Removal["by"]
): Removal => ({
  kind,
  ...(by && { by }),
  count: async (knex, scope) => {
    const { rows } = await knex.raw(
      `SELECT CAST(count(*) AS int) AS count FROM (${query}) old`,
      { ...scope }
    )
    return rows[0].count
  },
  remove: (trx, scope) => deleteBatch(trx, table, query, { ...scope }),
})

/** Readings of posts; in their order, so that an index leads to the oldest. */
export const snapshotRemoval = rowRemoval(
  "snapshots",
  "social_post_snapshot",
  `SELECT s.id FROM social_post_snapshot s JOIN social_post p ON p.id = s.post_id
   WHERE p.platform = :platform
     AND s.captured_at <= CAST(:numbers_before AS timestamptz)
   ORDER BY s.captured_at`,
  ["numbers_before"]
)

/** Days of accounts. */
export const accountDayRemoval = rowRemoval(
  "account_days",
  "social_account_snapshot",
  `SELECT s.id FROM social_account_snapshot s
   JOIN social_account a ON a.id = s.account_id
   WHERE a.platform = :platform
     AND s.captured_at <= CAST(:numbers_before AS timestamptz)`,
  ["numbers_before"]
)

/** What no platform has a rule for: the plugin's own books. */
export interface BooksScope {
  /** Deliveries worked off by then go. */
  deliveries_before: Date
  /** Log entries that ended by then go; `null` keeps them. */
  runs_before: Date | null
}

const BOOKS: readonly { kind: string; table: string; query: string }[] = [
  {
    kind: "webhook_deliveries",
    table: "social_webhook_delivery",
    query: `SELECT s.id FROM social_webhook_delivery s
      WHERE s.worked_at <= CAST(:deliveries_before AS timestamptz)`,
  },
  ...["sync_run", "import", "retention_run"].map((name) => ({
    kind: `${name}s`,
    table: `social_${name}`,
    query: `SELECT s.id FROM social_${name} s
      WHERE s.finished_at <= CAST(:runs_before AS timestamptz)`,
  })),
]

/** The plugin's own books, as removals over their own scope. */
export const bookRemovals = ({ ...scope }: BooksScope): Removal[] =>
  BOOKS.map(({ kind, table, query }) => {
    const removal = rowRemoval(kind, table, query)
    const own = (given: RetentionScope) => ({ ...given, ...scope })
    return {
      kind,
      count: (knex, given) => removal.count(knex, own(given)),
      remove: (trx, given, after) => removal.remove(trx, own(given), after),
    }
  })
