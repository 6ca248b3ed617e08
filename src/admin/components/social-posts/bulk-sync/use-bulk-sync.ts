import { toast } from "@medusajs/ui"
import { useQueryClient } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import {
  type SyncAllInput,
  useStartBulkSync,
} from "../../../hooks/api/post-insights"
import { socialPostKeys } from "../../../lib/query-keys"
import { socialSyncRunQuery } from "../../../hooks/api/social-sync-runs"
import { useRunInAddress } from "./use-run-in-address"

interface BulkSyncOptions {
  /** Instead of a toast. */
  onRefused?: (message: string) => void
}

/** Starts a bulk sync; the page then shows how it goes. */
export function useBulkSync({ onRefused }: BulkSyncOptions = {}) {
  const { t } = useTranslation("social")
  const queryClient = useQueryClient()
  const { show } = useRunInAddress()
  const { mutate, isPending } = useStartBulkSync({
    onSuccess: ({ run }) => {
      queryClient.setQueryData(socialSyncRunQuery(run.id).queryKey, {
        social_sync_run: run,
      })
      if (run.status !== "running") {
        // Over before anybody could watch it.
        void queryClient.invalidateQueries({ queryKey: socialPostKeys.all })
      }
      show(run.id)
    },
    onError: ({ message }) =>
      onRefused
        ? onRefused(message)
        : toast.error(t("toasts.syncFailed"), { description: message }),
  })
  return {
    isPending,
    start: (input: SyncAllInput, onStarted?: () => void) =>
      mutate(input, { onSuccess: onStarted }),
  }
}
