import { Checkbox, createDataTableColumnHelper, Text } from "@medusajs/ui"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import { accountName } from "../../../lib/account-name"
import type { SocialPost } from "../../../types/http"
import { FromNow, Freshness } from "../../common/time"
import { usePostTitle } from "../post-details/use-post-title"
import { PostMenu } from "./post-menu"
import { PostState } from "./post-state"
import { PostSummary } from "./post-summary"
import { useMetricColumns } from "./use-metric-columns"

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
        minSize: 240,
        cell: ({ row }) => <PostSummary post={row.original} />,
      }),
      helper.accessor("account", {
        header: t("fields.account"),
        minSize: 130,
        cell: ({ getValue }) => accountName(getValue()),
      }),
      helper.accessor("media_product_type", {
        header: t("fields.type"),
        minSize: 90,
        cell: ({ row }) => <PostType post={row.original} />,
      }),
      helper.accessor("status", {
        header: t("fields.status"),
        enableSorting: true,
        sortLabel: t("fields.status"),
        sortAscLabel: t("posts.sorting.aToZ"),
        sortDescLabel: t("posts.sorting.zToA"),
        truncateTooltip: false,
        minSize: 130,
        cell: ({ row }) => <PostState post={row.original} />,
      }),
      helper.accessor("posted_at", {
        ...byTime,
        header: t("fields.postedAt"),
        sortLabel: t("fields.postedAt"),
        minSize: 110,
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

/** The table's own boxes have no names. */
function useSelectColumn() {
  const { t } = useTranslation("social")
  const titleOf = usePostTitle()
  return useMemo(
    () =>
      helper.select({
        header: ({ table }) => (
          <Checkbox
            aria-label={t("posts.selection.page")}
            checked={
              table.getIsSomePageRowsSelected()
                ? "indeterminate"
                : table.getIsAllPageRowsSelected()
            }
            onCheckedChange={(checked) =>
              table.toggleAllPageRowsSelected(checked === true)
            }
          />
        ),
        cell: ({ row }) => (
          <Checkbox
            aria-label={t("posts.selection.post", {
              title: titleOf(row.original),
            })}
            checked={row.getIsSelected()}
            // A click on the box is none on the row behind it.
            onClick={(event) => event.stopPropagation()}
            onCheckedChange={(checked) => row.toggleSelected(checked === true)}
          />
        ),
      }),
    [t, titleOf]
  )
}

const PostType = ({ post }: { post: SocialPost }) => {
  const { t } = useTranslation("social")
  const type = post.media_product_type ?? post.media_type
  return (
    <Text as="span" size="small" leading="compact">
      {type
        ? t(`postTypes.${type.toUpperCase()}`, { defaultValue: type })
        : t("unknown")}
    </Text>
  )
}

/** What is not out yet has no time. */
const Posted = ({ at }: { at: string | null }) => {
  const { t } = useTranslation("social")
  return at ? (
    <FromNow time={at} />
  ) : (
    <span className="text-ui-fg-muted">{t("unknown")}</span>
  )
}
