import { Form } from "@medusajs/dashboard/components"
import { Heading, RadioGroup, Text } from "@medusajs/ui"
import type { UseFormReturn } from "react-hook-form"
import { useTranslation } from "react-i18next"
import type { SocialPlatform } from "../../../types/http"
import { PlatformIcon } from "../../common/platform-label"
import { firstFlow } from "../consent/flows"
import { ChoiceCard } from "./choice-card"
import { type ConnectValues, defaultSettings } from "./connect-values"
import { FlowField } from "./flow-field"

interface PlatformStepProps {
  form: UseFormReturn<ConnectValues>
  platforms: SocialPlatform[]
}

/** First step: which platform, and by which login where it has several. */
export const PlatformStep = ({ form, platforms }: PlatformStepProps) => {
  const { t } = useTranslation("social")
  const chosen = platforms.find(({ id }) => id === form.watch("platform"))
  const choose = (id: string) => {
    const platform = platforms.find((one) => one.id === id)
    const flow = platform && firstFlow(platform)?.id
    form.setValue("flow", flow ?? "")
    form.setValue("settings", platform ? defaultSettings(platform, flow) : {})
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
                  <ChoiceCard
                    key={id}
                    id={`platform-${id}`}
                    value={id}
                    isChosen={value === id}
                    label={label}
                    icon={<PlatformIcon platform={id} className="size-5" />}
                  />
                ))}
              </RadioGroup>
            </Form.Control>
            <Form.ErrorMessage />
          </Form.Item>
        )}
      />
      {chosen && chosen.connection_flows.length > 1 && (
        <FlowField key={chosen.id} form={form} platform={chosen} />
      )}
    </div>
  )
}
