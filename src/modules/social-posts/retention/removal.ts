import type { Knex } from "../sql/database"
import type { RetentionScope } from "./scope"

/** What a batch did. */
export interface RemovedBatch {
  removed: number
  /** Where the next batch begins; `null` when there is none. */
  next: string | null
}

/** One kind of data that rules remove, in batches that may be repeated. */
export interface Removal {
  /** Its name in the report. */
  kind: string
  /** What of a scope makes it remove anything; without these it always may. */
  by?: readonly (keyof RetentionScope)[]
  /** How much would go. */
  count: (knex: Knex, scope: RetentionScope) => Promise<number>
  /** Removes a batch in the given transaction, from `after` on (`""` first). */
  remove: (
    trx: Knex,
    scope: RetentionScope,
    after: string
  ) => Promise<RemovedBatch>
}
