import {
  KeyboundForm,
  RouteDrawer,
  useRouteModal,
} from "@medusajs/dashboard/components"
import { Alert, Button, toast } from "@medusajs/ui"
import { useForm } from "react-hook-form"
import { useTranslation } from "react-i18next"
import { useUpdateSocialAccount } from "../../../hooks/api/social-accounts"
import { useServerText } from "../../../hooks/use-server-text"
import { accountName } from "../../../lib/account-name"
import type { SocialAccount } from "../../../types/http"
import { ScheduleField } from "./schedule-field"
import { type SyncSettingsValues, toBody, toValues } from "./schedules"
import { SwitchField } from "./switch-field"

interface SyncSettingsFormProps {
  account: SocialAccount
}

/** What of an account is read, how often, and whether at all. */
export const SyncSettingsForm = ({ account }: SyncSettingsFormProps) => {
  const { t } = useTranslation("social")
  const text = useServerText()
  const { handleSuccess } = useRouteModal()
  const form = useForm<SyncSettingsValues>({ defaultValues: toValues(account) })
  const { errors } = form.formState
  const { mutate, isPending } = useUpdateSocialAccount(account.id, {
    onSuccess: ({ social_account }) => {
      toast.success(
        t("syncSettings.saved", { account: accountName(social_account) })
      )
      handleSuccess()
    },
    onError: ({ message }) =>
      form.setError(
        /sync_schedule/.test(message) ? "cron" : "root",
        { type: "server", message: text(message) },
        { shouldFocus: true }
      ),
  })
  const submit = form.handleSubmit((values) => {
    if (!values.sync_numbers && !values.sync_comments) {
      form.setError("root", { message: t("syncSettings.atLeastOne") })
      return
    }
    if (!isPending) {
      mutate(toBody(values, account))
    }
  })
  const canPause = account.status === "active" || account.status === "paused"
  return (
    <RouteDrawer.Form form={form}>
      <KeyboundForm
        onSubmit={submit}
        className="flex flex-1 flex-col overflow-hidden"
      >
        <RouteDrawer.Body className="flex flex-1 flex-col gap-y-6 overflow-y-auto">
          {errors.root?.message && (
            <Alert role="alert" variant="error">
              {errors.root.message}
            </Alert>
          )}
          <SwitchField
            control={form.control}
            name="sync_numbers"
            text="numbers"
          />
          <SwitchField
            control={form.control}
            name="sync_comments"
            text="comments"
          />
          <ScheduleField form={form} />
          {canPause && (
            <SwitchField control={form.control} name="is_paused" text="pause" />
          )}
        </RouteDrawer.Body>
        <RouteDrawer.Footer>
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
