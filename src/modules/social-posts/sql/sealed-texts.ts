import type { Knex } from "./database"

/** A table with sealed texts. */
export interface SealedTable {
  name: string
  /** Column whose value the texts are bound to. */
  owner: string
  /** Columns that hold sealed texts. */
  texts: readonly string[]
}

export const SEALED_CREDENTIALS: SealedTable = {
  name: "social_credential",
  owner: "account_id",
  texts: ["access_token", "refresh_token", "source_token"],
}

/** Connections in the making; they live for minutes. */
export const SEALED_CONNECTIONS: SealedTable = {
  name: "social_connection",
  owner: "id",
  texts: ["code_verifier", "found"],
}

/** The sealed texts of a row, by column. */
export type SealedTexts = Record<string, string | null>

export interface SealedRow {
  id: string
  owner: string
  texts: SealedTexts
}

/** Id of the key in a sealed text, `v1:<key id>:…`. */
const keyOf = (column: string) => `split_part(${column}, ':', 2)`

const anyText = (table: SealedTable, condition: string) =>
  `(${table.texts
    .map((column) => `${column} IS NOT NULL AND ${keyOf(column)} ${condition}`)
    .join(" OR ")})`

/** Rows with a text that another key than this has sealed, in order of id. */
export async function listOutdated(
  knex: Knex,
  table: SealedTable,
  key: string,
  after: string,
  limit: number
): Promise<SealedRow[]> {
  const { rows } = await knex.raw(
    `SELECT id, ${table.owner} AS owner_id, ${table.texts.join(", ")}
     FROM ${table.name}
     WHERE id > :after AND ${anyText(table, "<> :key")}
     ORDER BY id LIMIT :limit`,
    { key, after, limit }
  )
  return rows.map((row: Record<string, string | null>) => ({
    id: row.id,
    owner: row.owner_id,
    texts: Object.fromEntries(
      table.texts.map((column) => [column, row[column] ?? null])
    ),
  }))
}

/** Replaces the texts of a row; `false` when they are not the same any more. */
export async function replaceTexts(
  knex: Knex,
  table: SealedTable,
  { id, texts }: SealedRow,
  resealed: SealedTexts
): Promise<boolean> {
  const query = knex(table.name).where({ id })
  for (const [column, text] of Object.entries(texts)) {
    void (text === null ? query.whereNull(column) : query.where(column, text))
  }
  return (await query.update(resealed)) > 0
}

/** How many rows there are, and which keys sealed them. */
export async function countByKey(
  knex: Knex,
  table: SealedTable,
  keys: readonly string[]
): Promise<{ total: number; others: number; other_keys: string[] }> {
  const { rows } = await knex.raw(
    `SELECT count(*)::int AS total,
       (count(*) FILTER (WHERE ${anyText(table, "<> ALL(:keys)")}))::int AS others,
       ARRAY(SELECT DISTINCT ${keyOf("one.sealed")}
         FROM ${table.name},
           unnest(ARRAY[${table.texts.join(", ")}]) AS one(sealed)
         WHERE sealed IS NOT NULL AND ${keyOf("one.sealed")} <> ALL(:keys)
         ORDER BY 1) AS other_keys
     FROM ${table.name}`,
    { keys }
  )
  return rows[0]
}
