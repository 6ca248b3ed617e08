import { createDataTableFilterHelper, type DataTableFilter } from "@medusajs/ui"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import type { SocialInboxComment } from "../../types/http"
import { useAccountOptions } from "../common/use-account-options"
import { usePlatformOptions } from "../common/use-platform-options"

const helper = createDataTableFilterHelper<
  Omit<SocialInboxComment, "hidden" | "unanswered"> & {
    platform: string
    account_id: string
    unanswered: string
    hidden: string
  }
>()

export function useInboxFilters(): DataTableFilter[] {
  const { t } = useTranslation("social")
  const platforms = usePlatformOptions()
  const accounts = useAccountOptions()
  return useMemo(
    () => [
      helper.accessor("unanswered", {
        type: "radio",
        label: t("comments.filters.answer"),
        options: [{ value: "true", label: t("comments.show.unanswered") }],
      }),
      helper.accessor("platform", {
        type: "multiselect",
        label: t("fields.platform"),
        options: platforms,
      }),
      helper.accessor("account_id", {
        type: "multiselect",
        label: t("fields.account"),
        options: accounts,
      }),
      helper.accessor("hidden", {
        type: "radio",
        label: t("comments.filters.visibility"),
        options: [
          { value: "true", label: t("comments.show.hidden") },
          { value: "false", label: t("comments.filters.visible") },
        ],
      }),
    ],
    [platforms, accounts, t]
  )
}
