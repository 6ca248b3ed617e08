import { createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import type { SocialPost } from "../../../types/http"
import { Audience } from "./audience"
import { Hidden } from "./hidden-columns"
import { ListMetric } from "./list-metric"

const helper = createDataTableColumnHelper<SocialPost>()

const ALWAYS = ["likes", "comments", "shares"]
/** Can be sorted by; each has a column only while the posts are. */
const WHEN_SORTED = [
  "saves",
  "quotes",
  "views",
  "impressions",
  "clicks",
  "video_views",
  "engagement",
]

/** The numbers of the list; `sortedBy` is what the posts are sorted by. */
export function useMetricColumns(sortedBy: string) {
  const { t } = useTranslation("social")
  return useMemo(() => {
    const sortable = {
      enableSorting: true,
      sortAscLabel: t("posts.sorting.lowest"),
      sortDescLabel: t("posts.sorting.highest"),
      align: "right" as const,
      truncateTooltip: false,
    }
    const column = (metric: string, header = t(`metrics.${metric}`)) =>
      helper.accessor(({ insights }) => insights?.[metric], {
        id: metric,
        ...sortable,
        header,
        sortLabel: t(`metrics.${metric}`),
        cell: ({ row }) => <ListMetric post={row.original} metric={metric} />,
      })
    const hidden = (metric: string) =>
      helper.accessor(({ insights }) => insights?.[metric], {
        id: metric,
        ...sortable,
        header: () => <Hidden />,
        size: 0,
        sortLabel: t(`metrics.${metric}`),
        cell: () => <Hidden />,
      })
    return [
      ...ALWAYS.map((metric) => column(metric)),
      ...WHEN_SORTED.map((metric) =>
        metric === sortedBy ? column(metric) : hidden(metric)
      ),
      helper.accessor(({ insights }) => insights?.reach, {
        id: "reach",
        ...sortable,
        header: t("posts.fields.audience"),
        sortLabel: t("metrics.reach"),
        cell: ({ row }) => <Audience post={row.original} />,
      }),
      column("engagement_rate", t("posts.fields.rate")),
    ]
  }, [t, sortedBy])
}
