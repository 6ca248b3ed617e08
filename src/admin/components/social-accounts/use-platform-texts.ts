import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import type {
  SocialConnectionFlow,
  SocialPlatform,
  SocialPlatformScope,
  SocialPlatformSetting,
} from "../../types/http"
import { scopeKey } from "./scopes"

/**
 * The texts of a platform's profile in the chosen language. They come from the
 * server in English, which holds where there is no translation: for platforms
 * of other plugins too.
 */
export function usePlatformTexts(platform: SocialPlatform) {
  const { t } = useTranslation("social")
  return useMemo(() => {
    const text = (key: string, defaultValue: string) =>
      t(`platforms.${platform.id}.${key}`, { defaultValue })
    const setting = ({ name }: SocialPlatformSetting) =>
      `settings.${scopeKey(name)}`
    return {
      tokenHelp: text("token_help", platform.token_help),
      externalIdHelp: platform.external_id_help
        ? text("external_id_help", platform.external_id_help)
        : null,
      flowLabel: (flow: SocialConnectionFlow) =>
        text(`flows.${scopeKey(flow.id)}.label`, flow.label),
      flowHelp: (flow: SocialConnectionFlow) =>
        text(`flows.${scopeKey(flow.id)}.help`, flow.help),
      reason: (scope: Pick<SocialPlatformScope, "name" | "reason">) =>
        text(`scopes.${scopeKey(scope.name)}`, scope.reason),
      settingLabel: (field: SocialPlatformSetting) =>
        text(`${setting(field)}.label`, field.label),
      settingHelp: (field: SocialPlatformSetting) =>
        text(`${setting(field)}.help`, field.help),
      optionLabel: (
        field: SocialPlatformSetting,
        option: SocialPlatformSetting["options"][number]
      ) =>
        text(
          `${setting(field)}.options.${scopeKey(option.value)}`,
          option.label
        ),
    }
  }, [platform, t])
}
