import { createDataTableFilterHelper, type DataTableFilter } from "@medusajs/ui"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import { useSocialAccounts } from "../../../hooks/api/social-accounts"
import { useSocialPlatforms } from "../../../hooks/api/social-platforms"
import { accountName } from "../../../lib/account-name"
import { platformLook } from "../../../lib/platforms"
import { throwWithoutSession } from "../../../lib/queries"
import type {
  SocialAccount,
  SocialPost,
  SocialPostStatus,
  SocialSyncStatus,
} from "../../../types/http"
import { POST_TYPE_NAMES } from "./post-types"
import { usePostedFilter } from "./use-posted-filter"
import { useProductFilter } from "./use-product-filter"

const helper = createDataTableFilterHelper<
  SocialPost & { account_id: string; has_problems: string; type: string }
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

/** Far more than a store has; the names of all fit into one answer. */
const MOST_ACCOUNTS = 1000

/** Two accounts may have one name on two platforms. */
const nameOf = (account: SocialAccount) =>
  `${accountName(account)} (${platformLook(account.platform).label})`

export function usePostsFilters(): DataTableFilter[] {
  const { t } = useTranslation("social")
  const { social_platforms } = useSocialPlatforms()
  const { social_accounts } = useSocialAccounts(
    {
      fields: "id,platform,username,display_name",
      order: "display_name",
      limit: MOST_ACCOUNTS,
    },
    { throwOnError: throwWithoutSession }
  )
  const posted = usePostedFilter()
  const product = useProductFilter()
  return useMemo(
    () => [
      helper.accessor("platform", {
        type: "multiselect",
        label: t("fields.platform"),
        options: (social_platforms ?? []).map(({ id, label }) => ({
          value: id,
          label,
        })),
      }),
      helper.accessor("account_id", {
        type: "multiselect",
        label: t("fields.account"),
        options: (social_accounts ?? []).map((account) => ({
          value: account.id,
          label: nameOf(account),
        })),
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
      product,
      ...posted,
    ],
    [social_accounts, social_platforms, product, posted, t]
  )
}
