import { toast } from "@medusajs/ui"
import { useQueryClient } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import {
  type SyncAllInput,
  useStartBulkSync,
} from "../../../hooks/api/post-insights"
import { useServerText } from "../../../hooks/use-server-text"
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
  const text = useServerText()
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
    },
    onError: ({ message }) =>
      onRefused
        ? onRefused(message)
        : toast.error(t("toasts.syncFailed"), { description: text(message) }),
  })
  return {
    isPending,
    start: (input: SyncAllInput, onStarted?: () => void) =>
      mutate(input, {
        // Not called any more once the page is left: it is the page's address.
        onSuccess: ({ run }) => {
          show(run.id)
          onStarted?.()
        },
      }),
  }
}
