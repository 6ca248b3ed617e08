import type { ImportKind, ImportRow } from "../types/imports"
import type { Knex } from "./database"

/** What a walk has to know of its account before it begins. */
export interface ImportAccount {
  id: string
  platform: string
  status: string
  status_reason: string | null
  imported_since: Date | null
  /** Time of the newest post that was seen in a list, with all before it. */
  newest_listed_at: Date | null
}

const COLUMNS = `a.id, a.platform, a.status, a.status_reason, a.imported_since, (
  SELECT max(p.posted_at) FROM social_post p
  WHERE p.account_id = a.id AND p.deleted_at IS NULL
    AND p.listed_at IS NOT NULL AND p.listed_by IS NOT NULL
    AND p.expires_at IS NULL
) AS newest_listed_at`

export async function findImportAccount(
  knex: Knex,
  accountId: string
): Promise<ImportAccount | null> {
  const { rows } = await knex.raw(
    `SELECT ${COLUMNS} FROM social_account a
     WHERE a.id = :accountId AND a.deleted_at IS NULL`,
    { accountId }
  )
  return rows[0] ?? null
}

/** Makes others who would begin a walk of the account wait, or look elsewhere. */
export async function lockImportAccount(
  trx: Knex,
  accountId: string
): Promise<void> {
  await trx("social_account").where({ id: accountId }).forUpdate().first("id")
}

export interface DueImports {
  /** Whether posts or stories are looked for. */
  stories: boolean
  /** Platforms that can tell. */
  platforms: readonly string[]
  now: Date
}

/**
 * An account whose list is to be walked now, locked until the walk is stored:
 * each goes to one process only. `null` when nothing is due.
 */
export async function claimDueAccount(
  trx: Knex,
  { stories, platforms, now }: DueImports
): Promise<ImportAccount | null> {
  const due = stories
    ? "(a.next_stories_at IS NULL OR a.next_stories_at <= :now)"
    : "a.next_import_at <= :now"
  const { rows } = await trx.raw(
    `SELECT ${COLUMNS} FROM social_account a
     WHERE a.deleted_at IS NULL AND a.status = 'active'
       AND (a.parked_until IS NULL OR a.parked_until <= :now)
       AND a.platform = ANY(:platforms) AND ${due}
       AND NOT EXISTS (
         SELECT 1 FROM social_import i
         WHERE i.account_id = a.id AND i.status = 'running'
           AND i.deleted_at IS NULL AND (i.kind = 'stories') = :stories
       )
     ORDER BY a.next_import_at, a.id LIMIT 1 FOR UPDATE OF a SKIP LOCKED`,
    { platforms, now, stories }
  )
  return rows[0] ?? null
}

const COLUMN_OF = (kind: ImportKind) =>
  kind === "stories" ? "next_stories_at" : "next_import_at"

/** When an account's list is walked again by itself; `null` is never. */
export async function planNextImport(
  trx: Knex,
  accountId: string,
  kind: ImportKind,
  next: Date | null
): Promise<void> {
  await trx("social_account")
    .where({ id: accountId })
    .update({ [COLUMN_OF(kind)]: next })
}

/** Notes how far back an account's posts are here now. */
export async function noteImported(
  trx: Knex,
  walk: Pick<ImportRow, "account_id" | "kind">,
  importedSince: Date | null,
  now: Date
): Promise<void> {
  if (walk.kind === "stories") {
    return
  }
  await trx.raw(
    `UPDATE social_account SET last_imported_at = :now,
       imported_since = least(imported_since, :importedSince),
       updated_at = :now
     WHERE id = :accountId`,
    { accountId: walk.account_id, importedSince, now }
  )
}
