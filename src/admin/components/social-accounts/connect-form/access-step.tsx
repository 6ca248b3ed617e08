import { Form } from "@medusajs/dashboard/components"
import { Alert, Heading, Input } from "@medusajs/ui"
import { useEffect, useRef } from "react"
import type { UseFormReturn } from "react-hook-form"
import { useTranslation } from "react-i18next"
import type { SocialPlatform } from "../../../types/http"
import { TokenField } from "../token-field"
import { TokenHelp } from "../token-help"
import { usePlatformTexts } from "../use-platform-texts"
import type { ConnectValues } from "./connect-values"
import { SettingField } from "./setting-field"

/** What the server takes. */
const LONGEST_ID = 255

interface AccessStepProps {
  form: UseFormReturn<ConnectValues>
  platform: SocialPlatform
}

/** Second step: which account, and the token for it. */
export const AccessStep = ({ form, platform }: AccessStepProps) => {
  const { t } = useTranslation("social")
  const texts = usePlatformTexts(platform)
  const settings = form.watch("settings")
  const heading = useRef<HTMLDivElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const refusal = form.formState.errors.root?.message
  return (
    <div className="mx-auto grid w-full max-w-[1080px] gap-8 px-4 py-8 md:py-16 lg:grid-cols-[minmax(0,1fr)_400px]">
      <div className="flex flex-col gap-y-8">
        {/* The button that led here is gone: reading goes on from the top. */}
        <div ref={heading} tabIndex={-1} className="w-fit outline-none">
          <Heading level="h1">
            {t("accounts.form.accessTitle", { platform: platform.label })}
          </Heading>
        </div>
        {refusal && (
          <Alert role="alert" variant="error">
            {refusal}
          </Alert>
        )}
        {platform.settings.map((setting) => (
          <SettingField
            key={setting.name}
            form={form}
            platform={platform}
            setting={setting}
          />
        ))}
        <Form.Field
          control={form.control}
          name="external_id"
          rules={{
            validate: (value) =>
              value.trim().length > 0 || t("accounts.form.externalIdRequired"),
            maxLength: {
              value: LONGEST_ID,
              message: t("accounts.form.externalIdTooLong", {
                most: LONGEST_ID,
              }),
            },
          }}
          render={({ field }) => (
            <Form.Item>
              <Form.Label>{t("accounts.fields.externalId")}</Form.Label>
              <Form.Control>
                <Input {...field} autoComplete="off" spellCheck={false} />
              </Form.Control>
              {texts.externalIdHelp && (
                <Form.Hint className="break-words">
                  {texts.externalIdHelp}
                </Form.Hint>
              )}
              <Form.ErrorMessage />
            </Form.Item>
          )}
        />
        <TokenField control={form.control} name="access_token" />
      </div>
      <TokenHelp platform={platform} settings={settings} />
    </div>
  )
}
