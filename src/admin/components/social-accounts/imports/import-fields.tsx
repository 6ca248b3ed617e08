import { Form } from "@medusajs/dashboard/components"
import { Input, RadioGroup, Text } from "@medusajs/ui"
import type { UseFormReturn } from "react-hook-form"
import { useTranslation } from "react-i18next"
import { platformLook } from "../../../lib/platforms"
import { type ImportValues, isAllowedLimit, REACHES } from "./import-values"

interface ImportFieldsProps {
  form: UseFormReturn<ImportValues>
  platform: string
}

export const ImportFields = ({ form, platform }: ImportFieldsProps) => {
  const { t } = useTranslation("social")
  return (
    <>
      <Form.Field
        control={form.control}
        name="reach"
        render={({ field: { onChange, ...field } }) => (
          <Form.Item>
            <Form.Label>{t("imports.reach.label")}</Form.Label>
            <Form.Control>
              <RadioGroup {...field} onValueChange={onChange}>
                {REACHES.map((reach) => (
                  <label
                    key={reach}
                    htmlFor={`reach-${reach}`}
                    className="txt-compact-small flex cursor-pointer items-center gap-x-2"
                  >
                    <RadioGroup.Item value={reach} id={`reach-${reach}`} />
                    {t(`imports.reach.${reach}`)}
                  </label>
                ))}
              </RadioGroup>
            </Form.Control>
            <Form.ErrorMessage />
          </Form.Item>
        )}
      />
      <Form.Field
        control={form.control}
        name="limit"
        rules={{
          validate: (typed) =>
            isAllowedLimit(typed) || t("imports.limitAllowed"),
        }}
        render={({ field }) => (
          <Form.Item>
            <Form.Label optional>{t("imports.limit")}</Form.Label>
            <Form.Control>
              <Input {...field} type="number" inputMode="numeric" min={1} />
            </Form.Control>
            <Form.Hint>{t("imports.limitHint")}</Form.Hint>
            <Form.ErrorMessage />
          </Form.Item>
        )}
      />
      <Text size="small" className="text-ui-fg-subtle text-pretty">
        {t("imports.note", { platform: platformLook(platform).label })}
      </Text>
    </>
  )
}
