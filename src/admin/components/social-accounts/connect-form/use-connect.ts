import { useRouteModal } from "@medusajs/dashboard/components"
import { toast } from "@medusajs/ui"
import { useForm } from "react-hook-form"
import { useTranslation } from "react-i18next"
import { useConnectSocialAccount } from "../../../hooks/api/social-accounts"
import { useServerText } from "../../../hooks/use-server-text"
import { accountName } from "../../../lib/account-name"
import { fieldOfError } from "../error-field"
import { type ConnectValues, NO_VALUES } from "./connect-values"

/**
 * The state of the form and the sending of a pasted token. What the server refuses is shown beside
 * the field it is about, and everything typed stays.
 */
export function useConnect(chosen: Partial<ConnectValues>) {
  const { t } = useTranslation("social")
  const text = useServerText()
  const { handleSuccess } = useRouteModal()
  const form = useForm<ConnectValues>({
    defaultValues: { ...NO_VALUES, ...chosen },
  })
  const { mutate, isPending } = useConnectSocialAccount({
    onSuccess: ({ social_account }) => {
      toast.success(
        t("accounts.connected", { account: accountName(social_account) })
      )
      handleSuccess(`/social/accounts/${social_account.id}`)
    },
    onError: ({ message }) => {
      form.setError(
        fieldOfError(message) ?? "root",
        { type: "server", message: text(message) },
        { shouldFocus: true }
      )
    },
  })
  const submit = form.handleSubmit((values) => {
    if (isPending) {
      return
    }
    mutate({
      platform: values.platform,
      external_id: values.external_id.trim(),
      access_token: values.access_token.trim(),
      settings: values.settings,
    })
  })
  return { form, submit, isPending }
}
