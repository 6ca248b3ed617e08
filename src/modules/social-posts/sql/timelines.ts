import type { Period, Reading } from "../history/types"
import type { Knex } from "./database"
import { SNAPSHOT_NUMBERS } from "./write-readings"

const COLUMNS = ["captured_at", ...SNAPSHOT_NUMBERS, "other_metrics"]
const SELECT = `SELECT ${COLUMNS.join(", ")}, definition_version
  FROM social_post_snapshot
  WHERE post_id = :postId AND deleted_at IS NULL`

/**
 * What was known before a span began: two readings, because a counter that had
 * just jumped to 0 is told by the one before.
 */
const BEFORE = `(${SELECT} AND captured_at <= :from
  ORDER BY captured_at DESC LIMIT 2)`

type Row = Record<string, number | null> & {
  captured_at: Date
  definition_version: number
  other_metrics: Record<string, number | null> | null
}

/**
 * A post's readings in a span of time, oldest first, after the ones the span
 * starts from. Walks the index on post and time: its cost is the number of
 * readings, whatever the size of the table.
 */
export async function loadReadings(
  knex: Knex,
  postId: string,
  { from, to }: Period
): Promise<Reading[]> {
  const upTo = to ? "AND captured_at <= :to" : ""
  const within = from
    ? `${BEFORE} UNION ALL (${SELECT} AND captured_at > :from ${upTo})`
    : `${SELECT} ${upTo}`
  const { rows } = await knex.raw(`${within} ORDER BY captured_at`, {
    postId,
    ...(from && { from }),
    ...(to && { to }),
  })
  return rows.map(toReading)
}

function toReading({
  captured_at,
  definition_version,
  other_metrics,
  ...numbers
}: Row): Reading {
  const values = { ...numbers, ...other_metrics }
  return { at: captured_at, definition_version, values }
}

/** The platform of a post; `null` for an unknown post. */
export async function loadPlatformOfPost(
  knex: Knex,
  postId: string
): Promise<string | null> {
  const { rows } = await knex.raw(
    "SELECT platform FROM social_post WHERE id = :postId",
    { postId }
  )
  return rows[0]?.platform ?? null
}
