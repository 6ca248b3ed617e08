import { useQueryParams } from "@medusajs/dashboard/hooks"
import { dayAfter } from "../../../lib/day-after"
import { readFilter } from "../../../lib/read-filter"

interface TimeFilter {
  $gte?: string
  $lte?: string
}

/** The table's state in the address as the log's parameters. */
export function useSyncRunTableQuery(pageSize: number) {
  const { offset, order, status, trigger, platform, started_at } =
    useQueryParams([
      "offset",
      "order",
      "status",
      "trigger",
      "platform",
      "started_at",
    ])
  const started = readFilter<TimeFilter>(started_at)
  const { $gte, $lte } = typeof started === "object" ? started : {}
  return {
    limit: pageSize,
    offset: offset ? Number(offset) : 0,
    order: order ?? "-started_at",
    status: readFilter(status),
    trigger: readFilter(trigger),
    platform: readFilter(platform),
    started_after: $gte,
    started_before: dayAfter($lte),
  }
}
