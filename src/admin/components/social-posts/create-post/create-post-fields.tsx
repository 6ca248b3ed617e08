import { Form } from "@medusajs/dashboard/components"
import { Select, Textarea } from "@medusajs/ui"
import type { UseFormReturn } from "react-hook-form"
import { useTranslation } from "react-i18next"
import type { SocialAccount } from "../../../types/http"
import { AccountField } from "./account-field"
import { type CreateValues, STATUSES } from "./create-values"
import { PlatformIdField } from "./platform-id-field"

interface CreatePostFieldsProps {
  form: UseFormReturn<CreateValues>
  accounts: SocialAccount[]
}

export const CreatePostFields = ({ form, accounts }: CreatePostFieldsProps) => {
  const { t } = useTranslation("social")
  const chosen = form.watch("account_id")
  const platform = accounts.find(({ id }) => id === chosen)?.platform
  return (
    <>
      <div className="grid gap-x-4 gap-y-8 md:grid-cols-2">
        <AccountField form={form} accounts={accounts} />
        <StatusField form={form} />
      </div>
      <PlatformIdField form={form} platform={platform} />
      <Form.Field
        control={form.control}
        name="caption"
        render={({ field }) => (
          <Form.Item>
            <Form.Label optional>{t("fields.caption")}</Form.Label>
            <Form.Control>
              <Textarea {...field} rows={5} />
            </Form.Control>
            <Form.Hint>{t("posts.create.captionHint")}</Form.Hint>
            <Form.ErrorMessage />
          </Form.Item>
        )}
      />
    </>
  )
}

const StatusField = ({ form }: Pick<CreatePostFieldsProps, "form">) => {
  const { t } = useTranslation("social")
  return (
    <Form.Field
      control={form.control}
      name="status"
      render={({ field: { onChange, ref, ...field } }) => (
        <Form.Item>
          <Form.Label>{t("fields.status")}</Form.Label>
          <Select
            {...field}
            onValueChange={(status) => {
              onChange(status)
              // Only a posted post needs its id.
              form.clearErrors("platform_post_id")
            }}
          >
            <Form.Control>
              <Select.Trigger ref={ref}>
                <Select.Value />
              </Select.Trigger>
            </Form.Control>
            <Select.Content>
              {STATUSES.map((status) => (
                <Select.Item key={status} value={status}>
                  {t(`postStatus.${status}`)}
                </Select.Item>
              ))}
            </Select.Content>
          </Select>
          <Form.ErrorMessage />
        </Form.Item>
      )}
    />
  )
}
