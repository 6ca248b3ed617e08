import { Form } from "@medusajs/dashboard/components"
import { clx, Heading, RadioGroup, Text } from "@medusajs/ui"
import type { UseFormReturn } from "react-hook-form"
import { useTranslation } from "react-i18next"
import type { SocialPlatform } from "../../../types/http"
import { PlatformIcon } from "../../common/platform-label"
import { type ConnectValues, defaultSettings } from "./connect-values"

interface PlatformStepProps {
  form: UseFormReturn<ConnectValues>
  platforms: SocialPlatform[]
}

/** First step: which platform. */
export const PlatformStep = ({ form, platforms }: PlatformStepProps) => {
  const { t } = useTranslation("social")
  const choose = (id: string) => {
    const platform = platforms.find((one) => one.id === id)
    form.setValue("settings", platform ? defaultSettings(platform) : {})
    // A token belongs to one platform and must not be sent to another.
    form.setValue("access_token", "")
    form.clearErrors()
  }
  return (
    <div className="mx-auto flex w-full max-w-[720px] flex-col gap-y-8 px-4 py-8 md:py-16">
      <div className="flex flex-col gap-y-1">
        <Heading level="h1">{t("accounts.form.title")}</Heading>
        <Text size="small" className="text-ui-fg-subtle">
          {t("accounts.form.intro")}
        </Text>
      </div>
      <Form.Field
        control={form.control}
        name="platform"
        rules={{ required: t("accounts.form.platformRequired") }}
        render={({ field: { onChange, value, ref, ...field } }) => (
          <Form.Item>
            <Form.Label>{t("fields.platform")}</Form.Label>
            <Form.Control>
              <RadioGroup
                {...field}
                ref={ref}
                value={value}
                className="grid gap-3 md:grid-cols-2"
                onValueChange={(id) => {
                  onChange(id)
                  choose(id)
                }}
              >
                {platforms.map(({ id, label }) => (
                  <label
                    key={id}
                    htmlFor={`platform-${id}`}
                    className={clx(
                      "bg-ui-bg-base hover:bg-ui-bg-base-hover transition-fg flex cursor-pointer items-center gap-x-3 rounded-lg p-4",
                      value === id
                        ? "shadow-borders-interactive-with-shadow"
                        : "shadow-borders-base"
                    )}
                  >
                    <RadioGroup.Item value={id} id={`platform-${id}`} />
                    <span aria-hidden className="flex">
                      <PlatformIcon platform={id} className="size-5" />
                    </span>
                    <Text
                      as="span"
                      size="small"
                      leading="compact"
                      weight="plus"
                    >
                      {label}
                    </Text>
                  </label>
                ))}
              </RadioGroup>
            </Form.Control>
            <Form.ErrorMessage />
          </Form.Item>
        )}
      />
    </div>
  )
}
