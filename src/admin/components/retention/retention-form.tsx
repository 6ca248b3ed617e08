import {
  Form,
  KeyboundForm,
  RouteDrawer,
  useRouteModal,
} from "@medusajs/dashboard/components"
import { Alert, Button, Input, toast } from "@medusajs/ui"
import { useForm } from "react-hook-form"
import { useTranslation } from "react-i18next"
import { useUpdateSocialRetention } from "../../hooks/api/social-retention"
import { useServerText } from "../../hooks/use-server-text"
import type { SocialRetentionSettings } from "../../types/http"
import {
  canBeEndless,
  fieldOf,
  isAllowedDays,
  type RetentionValues,
  SETTINGS,
  toChanges,
  toValues,
} from "./retention-values"

interface RetentionFormProps {
  settings: SocialRetentionSettings
}

/** How many days the store keeps what. */
export const RetentionForm = ({ settings }: RetentionFormProps) => {
  const { t } = useTranslation("social")
  const text = useServerText()
  const { handleSuccess } = useRouteModal()
  const form = useForm<RetentionValues>({ defaultValues: toValues(settings) })
  const { errors } = form.formState
  const { mutate, isPending } = useUpdateSocialRetention({
    onSuccess: () => {
      toast.success(t("retention.settings.saved"))
      handleSuccess()
    },
    onError: ({ message }) =>
      form.setError(
        fieldOf(message) ?? "root",
        { type: "server", message: text(message) },
        { shouldFocus: true }
      ),
  })
  const submit = form.handleSubmit((values) => {
    const changes = toChanges(values, settings)
    if (Object.keys(changes).length === 0) {
      handleSuccess()
    } else if (!isPending) {
      mutate(changes)
    }
  })
  const refusal = (errors.root as { message?: string } | undefined)?.message
  return (
    <RouteDrawer.Form form={form}>
      <KeyboundForm
        // The browser's own hints are in its own language and look.
        noValidate
        onSubmit={submit}
        className="flex flex-1 flex-col overflow-hidden"
      >
        <RouteDrawer.Body className="flex flex-1 flex-col gap-y-6 overflow-y-auto">
          {refusal && (
            <Alert role="alert" variant="error">
              {refusal}
            </Alert>
          )}
          {SETTINGS.map((name) => (
            <Form.Field
              key={name}
              control={form.control}
              name={name}
              rules={{
                validate: (typed) =>
                  isAllowedDays(name, typed) ||
                  t(
                    canBeEndless(name)
                      ? "retention.settings.allowedOrNone"
                      : "retention.settings.allowed"
                  ),
              }}
              render={({ field }) => (
                <Form.Item>
                  <Form.Label optional={canBeEndless(name)}>
                    {t(`retention.settings.fields.${name}`)}
                  </Form.Label>
                  <Form.Control>
                    <Input
                      {...field}
                      type="number"
                      inputMode="numeric"
                      min={1}
                    />
                  </Form.Control>
                  <Form.Hint>{t(`retention.settings.hints.${name}`)}</Form.Hint>
                  <Form.ErrorMessage />
                </Form.Item>
              )}
            />
          ))}
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
