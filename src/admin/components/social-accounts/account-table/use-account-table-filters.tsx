import { createDataTableFilterHelper } from "@medusajs/ui"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import { useSocialPlatforms } from "../../../hooks/api/social-platforms"
import type { SocialAccount, SocialAccountStatus } from "../../../types/http"

const helper = createDataTableFilterHelper<SocialAccount>()

const STATUSES: SocialAccountStatus[] = [
  "active",
  "needs_reconnect",
  "paused",
  "disconnected",
]

export function useAccountTableFilters() {
  const { t } = useTranslation("social")
  const { social_platforms } = useSocialPlatforms()
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
      helper.accessor("status", {
        type: "multiselect",
        label: t("fields.status"),
        options: STATUSES.map((status) => ({
          value: status,
          label: t(`accountStatus.${status}`),
        })),
      }),
      helper.accessor("needs_attention", {
        type: "radio",
        label: t("accounts.attention.label"),
        options: [{ value: "true", label: t("accounts.attention.yes") }],
      }),
    ],
    [social_platforms, t]
  )
}
