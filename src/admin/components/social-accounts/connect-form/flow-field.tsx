import { Form } from "@medusajs/dashboard/components"
import { Badge, RadioGroup } from "@medusajs/ui"
import type { UseFormReturn } from "react-hook-form"
import { useTranslation } from "react-i18next"
import type { SocialPlatform } from "../../../types/http"
import { usePlatformTexts } from "../use-platform-texts"
import { ChoiceCard } from "./choice-card"
import { type ConnectValues, defaultSettings } from "./connect-values"

interface FlowFieldProps {
  form: UseFormReturn<ConnectValues>
  platform: SocialPlatform
}

/** The way to connect, for a platform that has several. */
export const FlowField = ({ form, platform }: FlowFieldProps) => {
  const { t } = useTranslation("social")
  const texts = usePlatformTexts(platform)
  return (
    <Form.Field
      control={form.control}
      name="flow"
      render={({ field: { onChange, value, ref, ...field } }) => (
        <Form.Item>
          <Form.Label>{t("connect.way.label")}</Form.Label>
          <Form.Control>
            <RadioGroup
              {...field}
              ref={ref}
              value={value}
              className="grid gap-3 md:grid-cols-2"
              onValueChange={(flow) => {
                onChange(flow)
                form.setValue("settings", defaultSettings(platform, flow))
                // A token of one login must not be sent as one of the other.
                form.setValue("access_token", "")
              }}
            >
              {platform.connection_flows.map((flow) => (
                <ChoiceCard
                  key={flow.id}
                  id={`flow-${flow.id}`}
                  value={flow.id}
                  isChosen={value === flow.id}
                  label={texts.flowLabel(flow)}
                  hint={texts.flowHelp(flow)}
                  badge={
                    !flow.ready && (
                      <Badge size="2xsmall">{t("connect.way.notReady")}</Badge>
                    )
                  }
                />
              ))}
            </RadioGroup>
          </Form.Control>
          <Form.ErrorMessage />
        </Form.Item>
      )}
    />
  )
}
