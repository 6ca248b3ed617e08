import { createDataTableFilterHelper } from "@medusajs/ui"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import { useSocialPlatforms } from "../../../hooks/api/social-platforms"
import type { SocialSyncRun } from "../../../types/http"
import { useStartedFilter } from "./use-started-filter"

const helper = createDataTableFilterHelper<
  SocialSyncRun & { platform: string }
>()

const STATUSES: SocialSyncRun["status"][] = [
  "running",
  "success",
  "partial",
  "failed",
]

const TRIGGERS: SocialSyncRun["trigger"][] = [
  "manual",
  "bulk",
  "due",
  "daily",
  "published",
  "import",
  "webhook",
  "command",
]

export function useSyncRunTableFilters() {
  const { t } = useTranslation("social")
  const { social_platforms } = useSocialPlatforms()
  const started = useStartedFilter()
  return useMemo(
    () => [
      helper.accessor("status", {
        type: "multiselect",
        label: t("fields.status"),
        options: STATUSES.map((status) => ({
          value: status,
          label: t(`runStatus.${status}`),
        })),
      }),
      helper.accessor("trigger", {
        type: "multiselect",
        label: t("runs.fields.trigger"),
        options: TRIGGERS.map((trigger) => ({
          value: trigger,
          label: t(`runs.trigger.${trigger}`),
        })),
      }),
      helper.accessor("platform", {
        type: "multiselect",
        label: t("fields.platform"),
        options: (social_platforms ?? []).map(({ id, label }) => ({
          value: id,
          label,
        })),
      }),
      started,
    ],
    [social_platforms, started, t]
  )
}
