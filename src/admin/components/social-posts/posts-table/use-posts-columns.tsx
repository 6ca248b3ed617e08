import { createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import type { SocialPost } from "../../../types/http"
import { FromNow, Freshness } from "../../common/time"
import { PostMenu } from "./post-menu"
import { PostState } from "./post-state"
import { PostSummary } from "./post-summary"
import { useMetricColumns } from "./use-metric-columns"
import { useSelectColumn } from "./use-select-column"

const helper = createDataTableColumnHelper<SocialPost>()

/** All columns of the list; `sortedBy` is what the posts are sorted by. */
export function usePostsColumns(sortedBy: string) {
  const { t } = useTranslation("social")
  const select = useSelectColumn()
  const metrics = useMetricColumns(sortedBy)
  return useMemo(() => {
    const byTime = {
      enableSorting: true,
      sortAscLabel: t("posts.sorting.oldest"),
      sortDescLabel: t("posts.sorting.newest"),
      truncateTooltip: false,
    }
    return [
      select,
      helper.accessor("caption", {
        header: t("posts.fields.post"),
        enableSorting: true,
        sortLabel: t("fields.caption"),
        sortAscLabel: t("posts.sorting.aToZ"),
        sortDescLabel: t("posts.sorting.zToA"),
        truncateTooltip: false,
        cell: ({ row }) => <PostSummary post={row.original} />,
      }),
      helper.accessor("status", {
        header: t("fields.status"),
        enableSorting: true,
        sortLabel: t("fields.status"),
        sortAscLabel: t("posts.sorting.aToZ"),
        sortDescLabel: t("posts.sorting.zToA"),
        truncateTooltip: false,
        minSize: 110,
        cell: ({ row }) => <PostState post={row.original} />,
      }),
      helper.accessor("posted_at", {
        ...byTime,
        header: t("fields.postedAt"),
        sortLabel: t("fields.postedAt"),
        minSize: 95,
        cell: ({ getValue }) => <Posted at={getValue()} />,
      }),
      ...metrics,
      helper.accessor("last_synced_at", {
        ...byTime,
        header: t("fields.lastSync"),
        sortLabel: t("fields.lastSync"),
        minSize: 130,
        cell: ({ row }) => <Freshness post={row.original} />,
      }),
      helper.display({
        id: "action",
        header: () => <span className="sr-only">{t("actions.more")}</span>,
        cell: ({ row }) => <PostMenu post={row.original} />,
      }),
    ]
  }, [t, select, metrics])
}

/** What is not out yet has no time. */
const Posted = ({ at }: { at: string | null }) => {
  const { t } = useTranslation("social")
  return at ? (
    <FromNow time={at} />
  ) : (
    <span className="text-ui-fg-subtle">{t("unknown")}</span>
  )
}
