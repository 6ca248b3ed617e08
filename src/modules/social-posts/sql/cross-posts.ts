import { generateEntityId } from "@medusajs/framework/utils"
import type { Publication } from "../imports/pair-cross-posts"
import { type Knex, toJsonb } from "./database"

/** Another account of the store, as far as it can show the same publications. */
export interface OtherAccount {
  id: string
  platform: string
  external_id: string
  settings: Record<string, unknown> | null
}

export async function listAccountsOf(
  knex: Knex,
  platforms: readonly string[]
): Promise<OtherAccount[]> {
  const { rows } = await knex.raw(
    `SELECT id, platform, external_id, settings FROM social_account
     WHERE platform = ANY(:platforms) AND deleted_at IS NULL ORDER BY id`,
    { platforms }
  )
  return rows
}

/** Posts with a caption of an account from a time on; stories have none. */
export async function listPublications(
  knex: Knex,
  accountId: string,
  from: Date
): Promise<Publication[]> {
  const { rows } = await knex.raw(
    `SELECT id, caption, posted_at, group_id FROM social_post
     WHERE account_id = :accountId AND posted_at >= :from AND caption <> ''
       AND status IN ('posted', 'archived', 'unavailable')
       AND expires_at IS NULL AND deleted_at IS NULL
     ORDER BY posted_at, id`,
    { accountId, from }
  )
  return rows
}

/** Ties the posts of each pair together; a group that is there stays. */
export async function groupPublications(
  trx: Knex,
  pairs: readonly [Publication, Publication][],
  now: Date
): Promise<void> {
  if (pairs.length === 0) {
    return
  }
  const rows = pairs.flatMap(([one, other]) => {
    const group_id =
      one.group_id ?? other.group_id ?? generateEntityId(undefined, "sgrp")
    return [one, other].map(({ id }) => ({ id, group_id }))
  })
  await trx.raw(
    `UPDATE social_post p SET group_id = w.group_id, updated_at = :now
     FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS w(id text, group_id text)
     WHERE p.id = w.id AND p.group_id IS NULL`,
    { rows: toJsonb(rows), now }
  )
}
