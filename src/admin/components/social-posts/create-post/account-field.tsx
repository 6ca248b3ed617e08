import { Form } from "@medusajs/dashboard/components"
import { Select } from "@medusajs/ui"
import type { UseFormReturn } from "react-hook-form"
import { useTranslation } from "react-i18next"
import { accountName } from "../../../lib/account-name"
import type { SocialAccount } from "../../../types/http"
import { PlatformIcon } from "../../common/platform-label"
import type { CreateValues } from "./create-values"

interface AccountFieldProps {
  form: UseFormReturn<CreateValues>
  accounts: SocialAccount[]
}

/** Whose post it is. */
export const AccountField = ({ form, accounts }: AccountFieldProps) => {
  const { t } = useTranslation("social")
  return (
    <Form.Field
      control={form.control}
      name="account_id"
      rules={{ required: t("posts.create.accountRequired") }}
      render={({ field: { onChange, ref, ...field } }) => (
        <Form.Item>
          <Form.Label>{t("fields.account")}</Form.Label>
          <Select
            {...field}
            onValueChange={(id) => {
              onChange(id)
              // What was wrong with the id was said of another platform.
              form.clearErrors()
            }}
          >
            <Form.Control>
              <Select.Trigger ref={ref}>
                <Select.Value placeholder={t("posts.create.chooseAccount")} />
              </Select.Trigger>
            </Form.Control>
            <Select.Content>
              {accounts.map((account) => (
                <Select.Item key={account.id} value={account.id}>
                  <span className="flex items-center gap-x-2">
                    <PlatformIcon platform={account.platform} />
                    {accountName(account)}
                  </span>
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
