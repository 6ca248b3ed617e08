import { SectionRow } from "@medusajs/dashboard/components"
import type { SocialAccount, SocialPlatform } from "../../../types/http"
import { usePlatformTexts } from "../use-platform-texts"
import { useSocialPlatform } from "../use-social-platform"

interface AccountSettingsProps {
  account: Pick<SocialAccount, "platform" | "settings">
}

/** What was chosen when the account was connected, in the platform's words. */
export const AccountSettings = ({ account }: AccountSettingsProps) => {
  const platform = useSocialPlatform(account.platform)
  return platform ? (
    <SettingRows platform={platform} settings={account.settings ?? {}} />
  ) : null
}

interface SettingRowsProps {
  platform: SocialPlatform
  settings: Record<string, unknown>
}

const SettingRows = ({ platform, settings }: SettingRowsProps) => {
  const texts = usePlatformTexts(platform)
  return platform.settings.map((field) => {
    const value = settings[field.name] ?? field.default
    const option = field.options.find((one) => one.value === value)
    return (
      <SectionRow
        key={field.name}
        title={texts.settingLabel(field)}
        value={option ? texts.optionLabel(field, option) : null}
      />
    )
  })
}
