import { toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useSyncPostInsights } from "../../../hooks/api/post-insights"
import { useUpdateSocialPost } from "../../../hooks/api/social-posts"
import { useFormat } from "../../../hooks/use-format"
import type { SocialPost } from "../../../types/http"
import { withLocalTimes } from "../../../lib/local-times"
import { statusBack } from "./status-back"

/** What can be done with a post at once; each tells how it went. */
export function useRowActions(post: SocialPost) {
  const { t } = useTranslation("social")
  const format = useFormat()
  const { id } = post
  const isArchived = post.status === "archived"
  const local = (sentence: string) => withLocalTimes(sentence, format.dateTime)

  const sync = useSyncPostInsights({
    onSuccess: ({ skipped, insights }) => {
      if (skipped) {
        const label = t("actions.syncAnyway")
        toast.info(t("toasts.fresh"), {
          action: {
            label,
            altText: label,
            onClick: () => sync.mutate({ id, force: true }),
          },
        })
      } else if (insights.sync_status === "partial") {
        toast.warning(t("toasts.syncedInPart"), {
          description: local((insights.sync_errors ?? []).join(" ")),
        })
      } else {
        toast.success(t("toasts.synced"))
      }
    },
    onError: ({ message }) =>
      toast.error(t("toasts.syncFailed"), { description: local(message) }),
  })
  const update = useUpdateSocialPost(id, {
    onSuccess: () =>
      toast.success(t(isArchived ? "post.unarchived" : "post.archived")),
    onError: ({ message }) =>
      toast.error(t("toasts.failed"), { description: message }),
  })

  return {
    isSyncing: sync.isPending,
    isArchiving: update.isPending,
    sync: () => sync.mutate(id),
    toggleArchived: () =>
      update.mutate({ status: isArchived ? statusBack(post) : "archived" }),
  }
}
