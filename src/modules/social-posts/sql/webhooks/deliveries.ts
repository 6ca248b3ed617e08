import { generateEntityId } from "@medusajs/framework/utils"
import type { WebhookNotice } from "../../../../platform-kit"
import type { Delivery } from "../../webhooks/coalesce"
import { type Knex, toJsonb } from "../database"

export interface NewDelivery {
  platform: string
  digest: string
  notices: readonly WebhookNotice[]
}

/** What became of a delivery. */
export interface StoredDelivery {
  /** `false` when it had come before. */
  stored: boolean
  /** Others wait already: whoever works them off will find it. */
  waiting: boolean
}

/** Keeps a delivery, once however often it comes. One statement. */
export async function insertDelivery(
  knex: Knex,
  { platform, digest, notices }: NewDelivery,
  now: Date
): Promise<StoredDelivery> {
  const { rows } = await knex.raw(
    `WITH stored AS (
       INSERT INTO social_webhook_delivery
         (id, platform, digest, notices, received_at, created_at, updated_at)
       VALUES (:id, :platform, :digest, CAST(:notices AS jsonb), :now, :now, :now)
       ON CONFLICT (platform, digest) WHERE deleted_at IS NULL DO NOTHING
       RETURNING id
     )
     SELECT EXISTS (SELECT FROM stored) AS stored, EXISTS (
       SELECT FROM social_webhook_delivery
       WHERE worked_at IS NULL AND deleted_at IS NULL AND lease_until IS NULL
     ) AS waiting`,
    {
      id: generateEntityId(undefined, "shook"),
      platform,
      digest,
      notices: toJsonb(notices),
      now,
    }
  )
  return rows[0]
}

/**
 * Takes the oldest deliveries that nobody works on, for a time: a process that
 * dies leaves them to the next.
 */
export async function takeDeliveries(
  knex: Knex,
  { now, until, limit }: { now: Date; until: Date; limit: number }
): Promise<Delivery[]> {
  const { rows } = await knex.raw(
    `UPDATE social_webhook_delivery d
     SET lease_until = :until, attempts = d.attempts + 1, updated_at = :now
     WHERE d.id IN (
       SELECT id FROM social_webhook_delivery
       WHERE worked_at IS NULL AND deleted_at IS NULL
         AND (lease_until IS NULL OR lease_until <= :now)
       ORDER BY received_at, id LIMIT :limit
       FOR UPDATE SKIP LOCKED
     )
     RETURNING d.id, d.platform, d.notices, d.received_at, d.attempts`,
    { now, until, limit }
  )
  return (rows as Delivery[]).sort(
    (one, other) => one.received_at.getTime() - other.received_at.getTime()
  )
}

/** Notes that deliveries are worked off; `error` when that was given up. */
export async function settleDeliveries(
  trx: Knex,
  ids: readonly string[],
  now: Date,
  error: string | null = null
): Promise<void> {
  await trx("social_webhook_delivery")
    .whereIn("id", [...ids])
    .update({ worked_at: now, lease_until: null, error, updated_at: now })
}

/** Leaves a delivery for later. */
export async function postponeDelivery(
  knex: Knex,
  id: string,
  { until, error, now }: { until: Date; error: string; now: Date }
): Promise<void> {
  await knex("social_webhook_delivery")
    .where({ id })
    .update({ lease_until: until, error, updated_at: now })
}
