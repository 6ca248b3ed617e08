import { MedusaError } from "@medusajs/framework/utils"
import type { Knex } from "./database"

/** A table of another module, in this store's database. */
export interface ForeignTable {
  schema: string
  name: string
  /** Names of its columns, in their order. */
  columns: string[]
  /** PostgreSQL's type of the column `id`. */
  id_type: string
}

/** Types that can be compared, so that pages can be turned by them. */
const ID_TYPES = ["text", "varchar", "uuid", "int2", "int4", "int8"]

/** A table by `name` or `schema.name`; `null` when there is none. */
export async function findTable(
  knex: Knex,
  path: string
): Promise<ForeignTable | null> {
  const [name = "", schema = null] = path.split(".").reverse()
  const { rows } = await knex.raw(
    `SELECT table_schema, column_name, udt_name FROM information_schema.columns
     WHERE table_name = :name AND table_schema = coalesce(:schema, current_schema())
     ORDER BY ordinal_position`,
    { name, schema }
  )
  const id = rows.find(
    ({ column_name }: { column_name: string }) => column_name === "id"
  )
  return rows.length === 0
    ? null
    : {
        schema: rows[0].table_schema,
        name,
        columns: rows.map(
          ({ column_name }: { column_name: string }) => column_name
        ),
        id_type: ID_TYPES.includes(id?.udt_name) ? id.udt_name : "",
      }
}

/** The table that a column's foreign key leads to; `null` without one. */
export async function findReferenced(
  knex: Knex,
  { schema, name }: ForeignTable,
  column: string
): Promise<string | null> {
  const { rows } = await knex.raw(
    `SELECT n.nspname || '.' || t.relname AS path
     FROM pg_constraint c
     JOIN pg_class s ON s.oid = c.conrelid AND s.relname = :name
     JOIN pg_namespace sn ON sn.oid = s.relnamespace AND sn.nspname = :schema
     JOIN pg_attribute a ON a.attrelid = s.oid AND a.attnum = c.conkey[1]
       AND a.attname = :column
     JOIN pg_class t ON t.oid = c.confrelid
     JOIN pg_namespace n ON n.oid = t.relnamespace
     WHERE c.contype = 'f' AND array_length(c.conkey, 1) = 1 LIMIT 1`,
    { schema, name, column }
  )
  return rows[0]?.path ?? null
}

/** Tables beside another one that have a column. */
export async function findTablesWith(
  knex: Knex,
  { schema }: ForeignTable,
  column: string
): Promise<string[]> {
  const { rows } = await knex.raw(
    `SELECT table_schema || '.' || table_name AS path
     FROM information_schema.columns
     WHERE table_schema = :schema AND column_name = :column
     ORDER BY table_name`,
    { schema, column }
  )
  return rows.map(({ path }: { path: string }) => path)
}

/** How many rows a table has. */
export async function countRows(
  knex: Knex,
  table: ForeignTable
): Promise<number> {
  const { rows } = await knex.raw(`SELECT count(*)::int AS count FROM ??`, [
    pathOf(table),
  ])
  return rows[0].count
}

/**
 * Rows of a table as JSON texts, page by page in the order of their ids. Texts,
 * because a parser of the driver's would round ids that are numbers.
 * @throws MedusaError 400 when pages cannot be turned by the id
 */
export async function* readRows(
  knex: Knex,
  table: ForeignTable,
  size: number
): AsyncGenerator<string[]> {
  if (!table.id_type) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `The table ${pathOf(table)} has no column "id" of a type that can be read in order (${ID_TYPES.join(", ")}).`
    )
  }
  let after: string | null = null
  for (;;) {
    const { rows }: { rows: { id: string; row: string }[] } = await knex.raw(
      `SELECT CAST(t.id AS text) AS id, CAST(row_to_json(t) AS text) AS row
       FROM :table: t
       WHERE CAST(:after AS text) IS NULL OR t.id > CAST(:after AS ${table.id_type})
       ORDER BY t.id LIMIT :size`,
      { table: pathOf(table), after, size }
    )
    if (rows.length > 0) {
      yield rows.map(({ row }) => row)
    }
    after = rows.at(-1)?.id ?? null
    if (rows.length < size) {
      return
    }
  }
}

/** `schema.name`, as identifiers are bound. */
export const pathOf = ({ schema, name }: ForeignTable) => `${schema}.${name}`
