import { useRouteModal } from "@medusajs/dashboard/components"
import { toast } from "@medusajs/ui"
import { useForm } from "react-hook-form"
import { useTranslation } from "react-i18next"
import { useSyncPostInsights } from "../../../hooks/api/post-insights"
import { useCreateSocialPost } from "../../../hooks/api/social-posts"
import { useFormat } from "../../../hooks/use-format"
import { withLocalTimes } from "../../../lib/local-times"
import { type CreateValues, fieldOf, toBody } from "./create-values"

/**
 * The form's state and its sending. What the server refuses stands beside the
 * field it is about, and everything typed stays.
 */
export function useCreatePost(accountId: string) {
  const { t } = useTranslation("social")
  const format = useFormat()
  const { handleSuccess } = useRouteModal()
  const form = useForm<CreateValues>({
    defaultValues: {
      account_id: accountId,
      status: "posted",
      platform_post_id: "",
      caption: "",
    },
  })
  // The post's page shows what a sync brings; this says how it went.
  const sync = useSyncPostInsights({
    onSuccess: ({ insights }) =>
      insights.sync_status === "partial"
        ? toast.warning(t("toasts.syncedInPart"), {
            description: (insights.sync_errors ?? []).join(" "),
          })
        : toast.success(t("toasts.synced")),
    onError: ({ message }) =>
      toast.error(t("toasts.syncFailed"), {
        description: withLocalTimes(message, format.dateTime),
      }),
  })
  const create = useCreateSocialPost({
    onError: ({ message }) =>
      form.setError(
        fieldOf(message) ?? "root",
        { type: "server", message },
        { shouldFocus: true }
      ),
  })
  const save = ({ andSync = false } = {}) =>
    form.handleSubmit((values) => {
      if (create.isPending) {
        return
      }
      create.mutate(toBody(values), {
        onSuccess: ({ social_post: { id } }) => {
          toast.success(t("posts.create.done"))
          if (andSync) {
            sync.mutate(id)
          }
          handleSuccess(`/social/posts/${id}`)
        },
      })
    })
  return { form, save, isPending: create.isPending }
}
