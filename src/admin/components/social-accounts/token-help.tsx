import { Heading, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { SocialPlatform } from "../../types/http"
import { ScopeList } from "./scope-list"
import { scopesFor } from "./scopes"
import { usePlatformTexts } from "./use-platform-texts"

interface TokenHelpProps {
  platform: SocialPlatform
  /** What is chosen in the form, or what the account has. */
  settings: Readonly<Record<string, unknown>> | null
}

/** Where a token comes from and what it must be allowed to do. */
export const TokenHelp = ({ platform, settings }: TokenHelpProps) => {
  const { t } = useTranslation("social")
  const texts = usePlatformTexts(platform)
  const scopes = scopesFor(platform, settings)
  const waits = scopes.length < platform.scopes.length && scopes.length === 0
  return (
    <aside
      aria-label={t("accounts.help.label")}
      className="bg-ui-bg-subtle flex h-fit flex-col gap-y-6 rounded-lg border p-4"
    >
      <div className="flex flex-col gap-y-1">
        <Heading level="h2">{t("accounts.help.tokenTitle")}</Heading>
        <Text size="small" className="text-ui-fg-subtle text-pretty">
          {texts.tokenHelp}
        </Text>
      </div>
      {platform.scopes.length > 0 && (
        <div className="flex flex-col gap-y-3">
          <Heading level="h2">{t("accounts.help.scopesTitle")}</Heading>
          {waits ? (
            <Text size="small" className="text-ui-fg-subtle">
              {t("accounts.help.chooseFirst")}
            </Text>
          ) : (
            <ScopeList platform={platform} scopes={scopes} />
          )}
        </div>
      )}
    </aside>
  )
}
