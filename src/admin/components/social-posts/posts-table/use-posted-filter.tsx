import { useDataTableDateFilters } from "@medusajs/dashboard/hooks"
import type { DataTableFilter } from "@medusajs/ui"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../../hooks/use-format"

/** The dashboard's own filter for dates, about when posts came out. */
export function usePostedFilter(): DataTableFilter[] {
  const { t } = useTranslation("social")
  const format = useFormat()
  const [filter] = useDataTableDateFilters()
  return useMemo(
    () =>
      filter?.type === "date"
        ? [
            {
              ...filter,
              id: "posted_at",
              label: t("fields.postedAt"),
              formatDateValue: format.date,
            },
          ]
        : [],
    [filter, t, format]
  )
}
