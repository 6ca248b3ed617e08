import { Form } from "@medusajs/dashboard/components"
import { RadioGroup } from "@medusajs/ui"
import type { UseFormReturn } from "react-hook-form"
import { useTranslation } from "react-i18next"
import type { SocialPlatform, SocialPlatformSetting } from "../../../types/http"
import { usePlatformTexts } from "../use-platform-texts"
import type { ConnectValues } from "./connect-values"

interface SettingFieldProps {
  form: UseFormReturn<ConnectValues>
  platform: SocialPlatform
  setting: SocialPlatformSetting
}

/** One choice that a platform leaves to the merchant. */
export const SettingField = ({
  form,
  platform,
  setting,
}: SettingFieldProps) => {
  const { t } = useTranslation("social")
  const texts = usePlatformTexts(platform)
  return (
    <Form.Field
      control={form.control}
      name={`settings.${setting.name}`}
      rules={{ required: t("accounts.form.settingRequired") }}
      render={({ field: { onChange, ...field } }) => (
        <Form.Item>
          <Form.Label>{texts.settingLabel(setting)}</Form.Label>
          <Form.Control>
            <RadioGroup {...field} onValueChange={onChange}>
              {setting.options.map((option) => (
                <label
                  key={option.value}
                  htmlFor={`${setting.name}-${option.value}`}
                  className="txt-compact-small flex cursor-pointer items-center gap-x-2"
                >
                  <RadioGroup.Item
                    value={option.value}
                    id={`${setting.name}-${option.value}`}
                  />
                  {texts.optionLabel(setting, option)}
                </label>
              ))}
            </RadioGroup>
          </Form.Control>
          <Form.Hint>{texts.settingHelp(setting)}</Form.Hint>
          <Form.ErrorMessage />
        </Form.Item>
      )}
    />
  )
}
