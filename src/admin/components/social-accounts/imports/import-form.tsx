import {
  KeyboundForm,
  RouteDrawer,
  useRouteModal,
} from "@medusajs/dashboard/components"
import { Alert, Button, toast } from "@medusajs/ui"
import { useForm } from "react-hook-form"
import { useTranslation } from "react-i18next"
import { useImportSocialAccount } from "../../../hooks/api/social-imports"
import { useServerText } from "../../../hooks/use-server-text"
import { accountName } from "../../../lib/account-name"
import type { SocialAccount } from "../../../types/http"
import { ImportFields } from "./import-fields"
import { type ImportValues, toBody, USUAL } from "./import-values"

/** Which of an account's posts are imported. */
export const ImportForm = ({ account }: { account: SocialAccount }) => {
  const { t } = useTranslation("social")
  const text = useServerText()
  const { handleSuccess } = useRouteModal()
  const form = useForm<ImportValues>({ defaultValues: USUAL })
  const { errors } = form.formState
  const { mutate, isPending } = useImportSocialAccount(account.id, {
    onSuccess: () => {
      toast.success(t("imports.started"), {
        description: t("imports.startedHint", {
          account: accountName(account),
        }),
      })
      handleSuccess()
    },
    onError: ({ message }) =>
      form.setError("root", { type: "server", message: text(message) }),
  })
  const submit = form.handleSubmit((values) => {
    if (!isPending) {
      mutate(toBody(values))
    }
  })
  return (
    <RouteDrawer.Form form={form}>
      <KeyboundForm
        // The browser's own hints are in its own language and look.
        noValidate
        onSubmit={submit}
        className="flex flex-1 flex-col overflow-hidden"
      >
        <RouteDrawer.Body className="flex flex-1 flex-col gap-y-6 overflow-y-auto">
          {errors.root?.message && (
            <Alert role="alert" variant="error">
              {errors.root.message}
            </Alert>
          )}
          <ImportFields form={form} platform={account.platform} />
        </RouteDrawer.Body>
        <RouteDrawer.Footer>
          <RouteDrawer.Close asChild>
            <Button size="small" variant="secondary">
              {t("actions.cancel")}
            </Button>
          </RouteDrawer.Close>
          <Button size="small" type="submit" isLoading={isPending}>
            {t("imports.start")}
          </Button>
        </RouteDrawer.Footer>
      </KeyboundForm>
    </RouteDrawer.Form>
  )
}
