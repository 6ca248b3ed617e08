import { createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import type { SocialInboxComment } from "../../types/http"
import { FromNow } from "../common/time"
import { InboxActions } from "./inbox-actions"
import { InboxComment } from "./inbox-comment"
import { InboxPost } from "./inbox-post"

const helper = createDataTableColumnHelper<SocialInboxComment>()

export function useInboxColumns() {
  const { t } = useTranslation("social")
  return useMemo(
    () => [
      helper.accessor("text", {
        header: t("comments.fields.comment"),
        truncateTooltip: false,
        minSize: 280,
        cell: ({ row }) => <InboxComment comment={row.original} />,
      }),
      helper.accessor("commented_at", {
        header: t("comments.fields.time"),
        enableSorting: true,
        sortLabel: t("comments.fields.time"),
        sortAscLabel: t("posts.sorting.oldest"),
        sortDescLabel: t("posts.sorting.newest"),
        truncateTooltip: false,
        minSize: 110,
        cell: ({ getValue }) => <FromNow time={getValue()} />,
      }),
      helper.accessor("post", {
        header: t("comments.fields.post"),
        truncateTooltip: false,
        minSize: 180,
        cell: ({ getValue }) => <InboxPost post={getValue()} />,
      }),
      helper.display({
        id: "action",
        header: () => <span className="sr-only">{t("actions.more")}</span>,
        cell: ({ row }) => <InboxActions comment={row.original} />,
      }),
    ],
    [t]
  )
}
