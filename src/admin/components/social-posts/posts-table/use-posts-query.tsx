import { useQueryParams } from "@medusajs/dashboard/hooks"
import { dayAfter } from "../../../lib/day-after"
import { readFilter } from "../../../lib/read-filter"
import { storedTypes } from "./post-types"

/** Everything a row shows or can do, and nothing else. */
const FIELDS = [
  "id",
  "platform",
  "platform_post_id",
  "status",
  "caption",
  "media",
  "media_type",
  "media_product_type",
  "permalink",
  "posted_at",
  "expires_at",
  "insights",
  "sync_status",
  "sync_errors",
  "last_synced_at",
  "next_sync_at",
  "account.id",
  "account.platform",
  "account.username",
  "account.display_name",
  "account.status",
].join(",")

interface TimeFilter {
  $gte?: string
  $lte?: string
}

/** The table's state in the address as the list's parameters. */
export function usePostsQuery(pageSize: number) {
  const params = useQueryParams([
    "q",
    "offset",
    "order",
    "platform",
    "account_id",
    "status",
    "sync_status",
    "has_problems",
    "type",
    "alive",
    "product_id",
    "posted_at",
  ])
  const posted = readFilter<TimeFilter>(params.posted_at)
  const { $gte, $lte } = typeof posted === "object" ? posted : {}
  return {
    fields: FIELDS,
    q: params.q,
    limit: pageSize,
    offset: params.offset ? Number(params.offset) : 0,
    order: params.order ?? "-posted_at",
    platform: readFilter(params.platform),
    account_id: readFilter(params.account_id),
    status: readFilter(params.status),
    sync_status: readFilter(params.sync_status),
    has_problems: readFilter(params.has_problems),
    type: storedTypes(readFilter(params.type)),
    alive: readFilter(params.alive),
    product_id: readFilter(params.product_id),
    posted_after: $gte,
    posted_before: dayAfter($lte),
  }
}
