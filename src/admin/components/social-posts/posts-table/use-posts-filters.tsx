import { createDataTableFilterHelper, type DataTableFilter } from "@medusajs/ui"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import type {
  SocialPost,
  SocialPostStatus,
  SocialSyncStatus,
} from "../../../types/http"
import { useAccountOptions } from "../../common/use-account-options"
import { usePlatformOptions } from "../../common/use-platform-options"
import { POST_TYPE_NAMES } from "./post-types"
import { usePostedFilter } from "./use-posted-filter"
import { useProductFilter } from "./use-product-filter"

const helper = createDataTableFilterHelper<
  SocialPost & {
    account_id: string
    alive: string
    has_problems: string
    type: string
  }
>()

const STATUSES: SocialPostStatus[] = [
  "posted",
  "scheduled",
  "draft",
  "failed",
  "unavailable",
  "archived",
]
const SYNC_STATUSES: SocialSyncStatus[] = ["success", "partial", "failed"]

export function usePostsFilters(): DataTableFilter[] {
  const { t } = useTranslation("social")
  const platforms = usePlatformOptions()
  const accounts = useAccountOptions()
  const posted = usePostedFilter()
  const product = useProductFilter()
  return useMemo(
    () => [
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
      helper.accessor("has_problems", {
        type: "radio",
        label: t("posts.filters.problems"),
        options: [
          { value: "true", label: t("posts.filters.withProblems") },
          { value: "false", label: t("posts.filters.withoutProblems") },
        ],
      }),
      helper.accessor("status", {
        type: "multiselect",
        label: t("fields.status"),
        options: STATUSES.map((status) => ({
          value: status,
          label: t(`postStatus.${status}`),
        })),
      }),
      helper.accessor("sync_status", {
        type: "multiselect",
        label: t("fields.lastSync"),
        options: SYNC_STATUSES.map((status) => ({
          value: status,
          label: t(`syncStatus.${status}`),
        })),
      }),
      helper.accessor("type", {
        type: "multiselect",
        label: t("fields.type"),
        options: POST_TYPE_NAMES.map((type) => ({
          value: type,
          label: t(`postTypes.${type}`),
        })),
      }),
      helper.accessor("alive", {
        type: "radio",
        label: t("stories.filter"),
        options: [{ value: "true", label: t("stories.filterAlive") }],
      }),
      product,
      ...posted,
    ],
    [accounts, platforms, product, posted, t]
  )
}
