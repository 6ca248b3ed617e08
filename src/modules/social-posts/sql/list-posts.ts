import { MedusaError } from "@medusajs/framework/utils"
import { PRODUCT_LINK_TABLE } from "../utils/product-link"
import type { Knex } from "./database"
import { SNAPSHOT_NUMBERS } from "./write-readings"

/** Metrics a list can be sorted by; each has an index over `insights`. */
export const SORTABLE_METRICS: readonly string[] = SNAPSHOT_NUMBERS

/** Columns a list can be sorted by. */
export const SORTABLE_COLUMNS = [
  "posted_at",
  "created_at",
  "updated_at",
  "last_synced_at",
  "next_sync_at",
  "platform",
  "status",
  "caption",
] as const

/** Which posts are meant; each part narrows the choice. */
export interface PostFilters {
  q?: string
  ids?: string[]
  platform?: string[]
  account_id?: string[]
  status?: string[]
  sync_status?: string[]
  media_product_type?: string[]
  media_type?: string[]
  /** What kind of post it is to a person, e.g. `REELS` or `PHOTO`. */
  type?: string[]
  /** Linked to any of these products. */
  product_id?: string[]
  /** Whether the last sync, the post or its account needs a person. */
  has_problems?: boolean
  /** Of these publications. */
  group_id?: string[]
  /** Whether the platform still shows it: stories end. */
  alive?: boolean
  posted_after?: string
  posted_before?: string
}

export interface PostListQuery extends PostFilters {
  /** A metric or a column, with `-` in front for descending. */
  order: string
  limit: number
  offset: number
}

export interface PostListing {
  ids: string[]
  count: number
}

/** The expression of the metric indexes; texts and arrays of old stores are no numbers. */
const metricExpression = (metric: string) =>
  `(CASE WHEN jsonb_typeof(insights -> '${metric}') = 'number' THEN (insights ->> '${metric}')::double precision END)`

/**
 * What kind of post it is to a person: its product type, or what it carries
 * where that only says that it is a post. Platforms write both large or small.
 */
const TYPE = `upper(
  CASE WHEN upper(coalesce(media_product_type, 'POST'))
    IN ('POST', 'SHARE', 'UGCPOST')
  THEN coalesce(media_type, media_product_type, 'POST')
  ELSE media_product_type END
)`

/** Linked to one of some products; one index scan, however many posts there are. */
const SHOWS_PRODUCT = `id IN (
  SELECT social_post_id FROM ${PRODUCT_LINK_TABLE}
  WHERE product_id = ANY(?) AND deleted_at IS NULL
)`

/** Stories that were stored without their end live a day. */
const HAS_ENDED = `coalesce(
  coalesce(expires_at, CASE WHEN upper(media_product_type) = 'STORY'
    THEN posted_at + interval '24 hours' END) <= now(),
  false
)`

/** Condition over `social_post`: a person should look at the post or its account. */
export const HAS_PROBLEMS = `(
  coalesce(sync_status IN ('partial', 'failed'), false)
  OR status IN ('failed', 'unavailable')
  OR account_id IN (
    SELECT id FROM social_account
    WHERE status IN ('needs_reconnect', 'disconnected')
  )
)`

/** A query over the posts that filters leave. */
export function filterPosts(knex: Knex, query: PostFilters) {
  const builder = knex("social_post").whereNull("deleted_at")
  const lists = {
    id: query.ids,
    platform: query.platform,
    account_id: query.account_id,
    status: query.status,
    sync_status: query.sync_status,
    media_product_type: query.media_product_type,
    media_type: query.media_type,
    group_id: query.group_id,
  }
  for (const [column, values] of Object.entries(lists)) {
    if (values) {
      builder.whereIn(column, values)
    }
  }
  if (query.q) {
    const pattern = `%${query.q.replace(/[\\%_]/g, "\\$&")}%`
    builder.where((either) =>
      either
        .whereILike("caption", pattern)
        .orWhereILike("platform_post_id", pattern)
    )
  }
  if (query.type) {
    const types = query.type.map((type) => type.toUpperCase())
    builder.whereRaw(`${TYPE} = ANY(?)`, [types])
  }
  if (query.product_id) {
    builder.whereRaw(SHOWS_PRODUCT, [query.product_id])
  }
  if (query.has_problems !== undefined) {
    builder.whereRaw(query.has_problems ? HAS_PROBLEMS : `NOT ${HAS_PROBLEMS}`)
  }
  if (query.alive !== undefined) {
    builder.whereRaw(query.alive ? `NOT ${HAS_ENDED}` : HAS_ENDED)
  }
  if (query.posted_after) {
    builder.where("posted_at", ">=", query.posted_after)
  }
  if (query.posted_before) {
    builder.where("posted_at", "<", query.posted_before)
  }
  return builder
}

/** Ids of a page of posts, and how many there are in all. */
export async function listPostIds(
  knex: Knex,
  query: PostListQuery
): Promise<PostListing> {
  const filtered = () => filterPosts(knex, query)
  const descending = query.order.startsWith("-")
  const expression = orderExpression(query.order.replace(/^-/, ""))
  const [rows, [counted]] = await Promise.all([
    filtered()
      .select("id")
      .orderByRaw(`${expression} ${descending ? "DESC" : "ASC"} NULLS LAST, id`)
      .limit(query.limit)
      .offset(query.offset),
    filtered().count<{ count: string }[]>("id as count"),
  ])
  return {
    ids: rows.map(({ id }: { id: string }) => id),
    count: Number(counted?.count),
  }
}

/** The order goes into the statement as text, so only known names may pass. */
function orderExpression(name: string): string {
  if (SORTABLE_METRICS.includes(name)) {
    return metricExpression(name)
  }
  if ((SORTABLE_COLUMNS as readonly string[]).includes(name)) {
    return name
  }
  throw new MedusaError(
    MedusaError.Types.INVALID_DATA,
    `order "${name}" is not allowed. Allowed: ${[...SORTABLE_METRICS, ...SORTABLE_COLUMNS].join(", ")}; with "-" in front for descending.`
  )
}
