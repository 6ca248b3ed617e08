import {
  KeyboundForm,
  RouteDrawer,
  useRouteModal,
} from "@medusajs/dashboard/components"
import { Button, toast } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useForm } from "react-hook-form"
import { useTranslation } from "react-i18next"
import { useUpdateSocialAccount } from "../../../hooks/api/social-accounts"
import { useServerText } from "../../../hooks/use-server-text"
import { accountName } from "../../../lib/account-name"
import type { SocialAccount } from "../../../types/http"
import { TokenField } from "../token-field"
import { TokenHelp } from "../token-help"
import { useSocialPlatform } from "../use-social-platform"
import { StatusReason } from "./status-reason"

interface TokenFormProps {
  account: SocialAccount
  /** Leads to the platform's consent page, where it has one. */
  instead?: ReactNode
}

/** Gives an account a new token, which is checked with the platform first. */
export const TokenForm = ({ account, instead }: TokenFormProps) => {
  const { t } = useTranslation("social")
  const text = useServerText()
  const { handleSuccess } = useRouteModal()
  const platform = useSocialPlatform(account.platform)
  const form = useForm({ defaultValues: { access_token: "" } })
  const { mutate, isPending } = useUpdateSocialAccount(account.id, {
    onSuccess: ({ social_account }) => {
      toast.success(
        t("accounts.reconnected", { account: accountName(social_account) })
      )
      handleSuccess()
    },
    onError: ({ message }) =>
      form.setError(
        "access_token",
        { type: "server", message: text(message) },
        { shouldFocus: true }
      ),
  })
  const submit = form.handleSubmit(({ access_token }) => {
    if (!isPending) {
      mutate({ access_token: access_token.trim() })
    }
  })
  return (
    <RouteDrawer.Form form={form}>
      <KeyboundForm
        onSubmit={submit}
        className="flex flex-1 flex-col overflow-hidden"
      >
        <RouteDrawer.Body className="flex flex-1 flex-col gap-y-6 overflow-y-auto">
          <StatusReason account={account} />
          <TokenField control={form.control} name="access_token" />
          {platform && (
            <TokenHelp platform={platform} settings={account.settings} />
          )}
        </RouteDrawer.Body>
        <RouteDrawer.Footer className="flex-wrap gap-y-2">
          {instead}
          <RouteDrawer.Close asChild>
            <Button size="small" variant="secondary">
              {t("actions.cancel")}
            </Button>
          </RouteDrawer.Close>
          <Button size="small" type="submit" isLoading={isPending}>
            {t("actions.save")}
          </Button>
        </RouteDrawer.Footer>
      </KeyboundForm>
    </RouteDrawer.Form>
  )
}
