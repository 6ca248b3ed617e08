import { useQueryParams } from "@medusajs/dashboard/hooks"
import { readFilter } from "../../../lib/read-filter"

/** The table's state in the address as the list's parameters. */
export function useAccountTableQuery(pageSize: number) {
  const { q, offset, order, platform, status, needs_attention } =
    useQueryParams([
      "q",
      "offset",
      "order",
      "platform",
      "status",
      "needs_attention",
    ])
  return {
    q,
    limit: pageSize,
    offset: offset ? Number(offset) : 0,
    order: order ?? "display_name",
    platform: readFilter(platform),
    status: readFilter(status),
    needs_attention: readFilter(needs_attention),
  }
}
