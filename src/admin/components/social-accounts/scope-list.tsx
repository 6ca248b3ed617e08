import { Badge, Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import type { SocialPlatform, SocialPlatformScope } from "../../types/http"
import { groupScopes } from "./scopes"
import { usePlatformTexts } from "./use-platform-texts"

interface ScopeListProps {
  platform: SocialPlatform
  scopes: readonly SocialPlatformScope[]
  /** Beside a permission, e.g. whether it is granted. */
  mark?: (scope: SocialPlatformScope) => ReactNode
}

/** Permissions by what they are good for, each with why it is needed. */
export const ScopeList = ({ platform, scopes, mark }: ScopeListProps) => {
  const { t } = useTranslation("social")
  const texts = usePlatformTexts(platform)
  return (
    <div className="flex flex-col gap-y-4">
      {groupScopes(scopes).map((group) => (
        <section key={group.purpose} className="flex flex-col gap-y-2">
          <Text size="small" leading="compact" weight="plus">
            {t(`accounts.purposes.${group.purpose}`)}
          </Text>
          <ul className="flex flex-col gap-y-3">
            {group.scopes.map((scope) => (
              <li key={scope.name} className="flex items-start gap-x-2">
                {mark?.(scope)}
                <div className="flex min-w-0 flex-col items-start gap-y-1">
                  <Text size="small">{texts.reason(scope)}</Text>
                  <Badge size="2xsmall" className="max-w-full break-all">
                    {scope.name}
                  </Badge>
                </div>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
