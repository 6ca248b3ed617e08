import { Form } from "@medusajs/dashboard/components"
import { Select } from "@medusajs/ui"
import type { UseFormReturn } from "react-hook-form"
import { useTranslation } from "react-i18next"
import { useSocialAccounts } from "../../../hooks/api/social-accounts"
import { useSocialPlatforms } from "../../../hooks/api/social-platforms"
import { accountName } from "../../../lib/account-name"
import { throwWithoutSession } from "../../../lib/queries"
import { PlatformIcon } from "../../common/platform-label"
import { type BulkSyncValues, EVERYTHING } from "./bulk-sync-values"

const MOST_ACCOUNTS = 1000

interface ScopeFieldProps {
  form: UseFormReturn<BulkSyncValues>
}

/** Everything, one platform or one account. */
export const ScopeField = ({ form }: ScopeFieldProps) => {
  const { t } = useTranslation("social")
  const { social_platforms: platforms = [] } = useSocialPlatforms()
  const { social_accounts: accounts = [] } = useSocialAccounts(
    {
      fields: "id,platform,username,display_name",
      order: "display_name",
      limit: MOST_ACCOUNTS,
    },
    { throwOnError: throwWithoutSession }
  )
  return (
    <Form.Field
      control={form.control}
      name="scope"
      render={({ field: { onChange, ref, ...field } }) => (
        <Form.Item>
          <Form.Label>{t("posts.sync.scope")}</Form.Label>
          <Select {...field} onValueChange={onChange}>
            <Form.Control>
              <Select.Trigger ref={ref}>
                <Select.Value />
              </Select.Trigger>
            </Form.Control>
            <Select.Content>
              <Select.Item value={EVERYTHING}>
                {t("posts.sync.everything")}
              </Select.Item>
              <Choices
                title={t("fields.platform")}
                choices={platforms.map(({ id, label }) => ({
                  id,
                  platform: id,
                  label,
                }))}
              />
              <Choices
                title={t("fields.account")}
                choices={accounts.map((account) => ({
                  id: account.id,
                  platform: account.platform,
                  label: accountName(account),
                }))}
              />
            </Select.Content>
          </Select>
          <Form.ErrorMessage />
        </Form.Item>
      )}
    />
  )
}

interface ChoicesProps {
  title: string
  choices: { id: string; platform: string; label: string }[]
}

const Choices = ({ title, choices }: ChoicesProps) =>
  choices.length > 0 && (
    <Select.Group>
      <Select.Label>{title}</Select.Label>
      {choices.map(({ id, platform, label }) => (
        <Select.Item key={id} value={id}>
          <span className="flex items-center gap-x-2">
            <PlatformIcon platform={platform} />
            {label}
          </span>
        </Select.Item>
      ))}
    </Select.Group>
  )
