import { MedusaError } from "@medusajs/framework/utils"
import type { Knex } from "../sql/database"
import {
  findReferenced,
  findTable,
  findTablesWith,
  type ForeignTable,
  pathOf,
} from "../sql/old-store"
import {
  type Columns,
  findColumns,
  PLATFORM_ROLES,
  type PlatformRole,
  POST_ROLES,
  type PostRole,
} from "./old-row"

/** Where the posts of an old store are, and its platforms. */
export interface MigrationSource {
  posts: ForeignTable
  columns: Columns<PostRole>
  platforms: ForeignTable | null
  platform_columns: Columns<PlatformRole>
}

export interface SourceQuestion {
  /** A table, `schema.table`, or what the caller called it. */
  from: string
  /** Tables of the module that was named. */
  tables?: readonly string[]
  /** Table of the platforms; found by itself when absent. */
  platforms?: string
  columns?: Columns<PostRole>
}

/** Only this plugin's own table has it. */
const OWN = "claim_run_id"

/**
 * Finds the tables of an old store and what their columns are.
 * @throws MedusaError 400 saying what is missing and how to name it
 */
export async function findSource(
  knex: Knex,
  question: SourceQuestion
): Promise<MigrationSource> {
  const posts = await findPostTable(knex, question)
  const columns = findColumns(POST_ROLES, posts.columns, question.columns)
  const wrong = Object.entries(question.columns ?? {}).find(
    ([, column]) => !posts.columns.includes(column)
  )
  if (wrong) {
    throw invalid(
      `The table ${pathOf(posts)} has no column "${wrong[1]}". Columns: ${posts.columns.join(", ")}.`
    )
  }
  const platforms = await findPlatformTable(knex, posts, columns, question)
  return {
    posts,
    columns,
    platforms,
    platform_columns: platforms
      ? findColumns(PLATFORM_ROLES, platforms.columns)
      : {},
  }
}

async function findPostTable(
  knex: Knex,
  { from, tables = [], columns = {} }: SourceQuestion
): Promise<ForeignTable> {
  let own = false
  let found: ForeignTable | null = null
  for (const path of [from, ...tables]) {
    const table = await findTable(knex, path)
    if (!table) {
      continue
    }
    own ||= table.columns.includes(OWN)
    found ??= table
    const roles = findColumns(POST_ROLES, table.columns, columns)
    if (!table.columns.includes(OWN) && roles.id && roles.insights) {
      return table
    }
  }
  if (own) {
    throw invalid(
      `"${from}" is this plugin's own table. Put the old table into a schema of its own first (docs/migrating.md) and name it, e.g. old_social.social_post.`
    )
  }
  throw invalid(
    found
      ? `The table ${pathOf(found)} is no table of posts: it needs "id" and one of ${POST_ROLES.insights.join(", ")}. Columns: ${found.columns.join(", ")}.`
      : `There is no table or module "${from}" in this store's database.`
  )
}

async function findPlatformTable(
  knex: Knex,
  posts: ForeignTable,
  { platform_id }: Columns<PostRole>,
  { platforms }: SourceQuestion
): Promise<ForeignTable | null> {
  if (platforms) {
    const table = await findTable(knex, platforms)
    if (!table) {
      throw invalid(
        `There is no table "${platforms}" in this store's database.`
      )
    }
    return table
  }
  const referenced =
    platform_id && (await findReferenced(knex, posts, platform_id))
  if (referenced) {
    return findTable(knex, referenced)
  }
  const [only, ...others] = await findTablesWith(knex, posts, "api_config")
  return only && others.length === 0 ? findTable(knex, only) : null
}

const invalid = (message: string) =>
  new MedusaError(MedusaError.Types.INVALID_DATA, message)
