import { Form } from "@medusajs/dashboard/components"
import { Input, Switch } from "@medusajs/ui"
import type { UseFormReturn } from "react-hook-form"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../../hooks/use-format"
import {
  type BulkSyncValues,
  isAllowedLimit,
  LARGEST,
} from "./bulk-sync-values"
import { ScopeField } from "./scope-field"

interface BulkSyncFieldsProps {
  form: UseFormReturn<BulkSyncValues>
}

export const BulkSyncFields = ({ form }: BulkSyncFieldsProps) => {
  const { t } = useTranslation("social")
  const format = useFormat()
  const most = format.number(LARGEST)
  return (
    <>
      <ScopeField form={form} />
      <Form.Field
        control={form.control}
        name="limit"
        rules={{
          validate: (typed) =>
            isAllowedLimit(typed) || t("posts.sync.limitAllowed", { most }),
        }}
        render={({ field }) => (
          <Form.Item>
            <Form.Label>{t("posts.sync.limit")}</Form.Label>
            <Form.Control>
              <Input
                {...field}
                type="number"
                inputMode="numeric"
                min={1}
                max={LARGEST}
              />
            </Form.Control>
            <Form.Hint>{t("posts.sync.limitHint", { most })}</Form.Hint>
            <Form.ErrorMessage />
          </Form.Item>
        )}
      />
      <Form.Field
        control={form.control}
        name="force"
        render={({ field: { value, onChange, ...field } }) => (
          <Form.Item>
            <div className="flex items-start justify-between gap-x-4">
              <div className="flex flex-col gap-y-1">
                <Form.Label>{t("posts.sync.force")}</Form.Label>
                <Form.Hint>{t("posts.sync.forceHint")}</Form.Hint>
              </div>
              <Form.Control>
                <Switch
                  {...field}
                  checked={value}
                  onCheckedChange={onChange}
                  className="shrink-0"
                />
              </Form.Control>
            </div>
            <Form.ErrorMessage />
          </Form.Item>
        )}
      />
    </>
  )
}
