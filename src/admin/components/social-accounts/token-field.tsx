import { Form } from "@medusajs/dashboard/components"
import type { Control, FieldPath, FieldValues } from "react-hook-form"
import { useTranslation } from "react-i18next"
import { TokenInput } from "./token-input"

/** What the server takes. */
const LONGEST_TOKEN = 4096

interface TokenFieldProps<TValues extends FieldValues> {
  control: Control<TValues>
  name: FieldPath<TValues>
}

/** The field of a form for an access token; a refusal of it stands below. */
export const TokenField = <TValues extends FieldValues>({
  control,
  name,
}: TokenFieldProps<TValues>) => {
  const { t } = useTranslation("social")
  return (
    <Form.Field
      control={control}
      name={name}
      rules={{
        validate: (value: string) =>
          value.trim().length > 0 || t("accounts.form.tokenRequired"),
        maxLength: {
          value: LONGEST_TOKEN,
          message: t("accounts.form.tokenTooLong", { most: LONGEST_TOKEN }),
        },
      }}
      render={({ field }) => (
        <Form.Item>
          <Form.Label>{t("accounts.form.token")}</Form.Label>
          <Form.Control>
            <TokenInput {...field} />
          </Form.Control>
          <Form.Hint>{t("accounts.form.tokenHint")}</Form.Hint>
          <Form.ErrorMessage />
        </Form.Item>
      )}
    />
  )
}
