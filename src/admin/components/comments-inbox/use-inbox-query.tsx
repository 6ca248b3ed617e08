import { useQueryParams } from "@medusajs/dashboard/hooks"
import { readFilter } from "../../lib/read-filter"

/** The table's state in the address as the inbox's parameters. */
export function useInboxQuery(pageSize: number) {
  const params = useQueryParams([
    "q",
    "offset",
    "order",
    "platform",
    "account_id",
    "unanswered",
    "hidden",
  ])
  return {
    q: params.q,
    limit: pageSize,
    offset: params.offset ? Number(params.offset) : 0,
    order: params.order ?? "-commented_at",
    platform: readFilter(params.platform),
    account_id: readFilter(params.account_id),
    unanswered: readFilter(params.unanswered),
    hidden: readFilter(params.hidden),
  }
}
