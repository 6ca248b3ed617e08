import { createDataTableFilterHelper } from "@medusajs/ui"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../../hooks/use-format"
import type { SocialSyncRun } from "../../../types/http"

const helper = createDataTableFilterHelper<SocialSyncRun>()

/** The dashboard's own words for spans of days. */
const SPANS = [
  { days: 0, label: "filters.date.today" },
  { days: 7, label: "filters.date.lastSevenDays" },
  { days: 30, label: "filters.date.lastThirtyDays" },
  { days: 90, label: "filters.date.lastNinetyDays" },
]

function daysAgo(days: number): string {
  const date = new Date()
  date.setHours(0, 0, 0, 0)
  date.setDate(date.getDate() - days)
  return date.toISOString()
}

/** When a run began: one of a few spans, or from one day to another. */
export function useStartedFilter() {
  const { t } = useTranslation("social")
  const { t: core } = useTranslation("translation")
  const format = useFormat()
  return useMemo(
    () =>
      helper.accessor("started_at", {
        type: "date",
        label: t("runs.fields.started"),
        format: "date",
        formatDateValue: format.date,
        rangeOptionLabel: core("filters.date.custom"),
        rangeOptionStartLabel: core("filters.date.starting"),
        rangeOptionEndLabel: core("filters.date.ending"),
        options: SPANS.map(({ days, label }) => ({
          label: core(label),
          value: { $gte: daysAgo(days) },
        })),
      }),
    [t, core, format]
  )
}
