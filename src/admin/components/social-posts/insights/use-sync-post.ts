import { toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useSyncPostInsights } from "../../../hooks/api/post-insights"
import { useServerText } from "../../../hooks/use-server-text"
import type { PanelPost } from "./use-panel-post"

/** Syncs a post and says what came of it. */
export function useSyncPost({ id, last_synced_at }: PanelPost) {
  const { t } = useTranslation("social")
  const text = useServerText()
  const { mutate, data, error, isPending, submittedAt } = useSyncPostInsights({
    onSuccess: ({ skipped, insights }) => {
      if (skipped) {
        return
      }
      if (insights.sync_status === "partial") {
        toast.warning(t("toasts.syncedInPart"), {
          description: text((insights.sync_errors ?? []).join(" ")),
        })
      } else {
        toast.success(t("toasts.synced"))
      }
    },
    onError: ({ message }) =>
      toast.error(t("toasts.syncFailed"), {
        description: text(message),
      }),
  })
  // Read by someone else since: what this click was told is no longer true.
  const isOver =
    last_synced_at !== null && Date.parse(last_synced_at) > submittedAt
  return {
    isSyncing: isPending,
    /** What the last click was told went wrong. */
    failure: isOver || isPending ? null : (error?.message ?? null),
    /** Nothing was read because the numbers are fresh. */
    isFresh: !isPending && !error && data?.skipped === "fresh",
    sync: ({ force = false } = {}) => mutate({ id, force }),
  }
}

export type SyncPost = ReturnType<typeof useSyncPost>
