import { Form } from "@medusajs/dashboard/components"
import { Switch } from "@medusajs/ui"
import type { Control } from "react-hook-form"
import { useTranslation } from "react-i18next"
import type { SyncSettingsValues } from "./schedules"

interface SwitchFieldProps {
  control: Control<SyncSettingsValues>
  name: "sync_numbers" | "sync_comments" | "is_paused"
  /** Which of the texts is its own. */
  text: "numbers" | "comments" | "pause"
}

/** Something that is on or off, with what that means. */
export const SwitchField = ({ control, name, text }: SwitchFieldProps) => {
  const { t } = useTranslation("social")
  return (
    <Form.Field
      control={control}
      name={name}
      render={({ field: { value, onChange, ...field } }) => (
        <Form.Item>
          <div className="flex items-start justify-between gap-x-4">
            <div className="flex flex-col gap-y-1">
              <Form.Label>{t(`syncSettings.${text}.label`)}</Form.Label>
              <Form.Hint>{t(`syncSettings.${text}.hint`)}</Form.Hint>
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
  )
}
