import { CheckCircleSolid, XCircleSolid } from "@medusajs/icons"
import { Alert, Container, Heading, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type {
  SocialAccount,
  SocialPlatform,
  SocialPlatformScope,
} from "../../../types/http"
import { ScopeList } from "../scope-list"
import { isGranted, missingPurposes, scopesFor } from "../scopes"
import { useSocialPlatform } from "../use-social-platform"

interface AccountPermissionsProps {
  account: SocialAccount
}

/** What the token may do, and what is not read because it may not. */
export const AccountPermissions = ({ account }: AccountPermissionsProps) => {
  const platform = useSocialPlatform(account.platform)
  return platform && platform.scopes.length > 0 ? (
    <Permissions account={account} platform={platform} />
  ) : null
}

interface PermissionsProps extends AccountPermissionsProps {
  platform: SocialPlatform
}

const Permissions = ({ account, platform }: PermissionsProps) => {
  const { t } = useTranslation("social")
  const missing = missingPurposes(account, platform)
  return (
    <Container className="divide-y p-0">
      <div className="flex flex-col gap-y-1 px-6 py-4">
        <Heading level="h2">{t("accounts.permissions.title")}</Heading>
        {account.scopes === null && (
          <Text size="small" className="text-ui-fg-subtle">
            {t("accounts.permissions.unknown", { platform: platform.label })}
          </Text>
        )}
      </div>
      <div className="flex flex-col gap-y-4 px-6 py-4">
        {missing.length > 0 && (
          <Alert variant="warning">
            <ul>
              {missing.map((purpose) => (
                <li key={purpose}>
                  {t(`accounts.permissions.without.${purpose}`)}
                </li>
              ))}
            </ul>
          </Alert>
        )}
        <ScopeList
          platform={platform}
          scopes={scopesFor(platform, account.settings)}
          mark={(scope) => <Granted account={account} scope={scope} />}
        />
      </div>
    </Container>
  )
}

interface GrantedProps {
  account: Pick<SocialAccount, "scopes">
  scope: SocialPlatformScope
}

const Granted = ({ account, scope }: GrantedProps) => {
  const { t } = useTranslation("social")
  const granted = isGranted(account, scope.name)
  if (granted === null) {
    return null
  }
  const Icon = granted ? CheckCircleSolid : XCircleSolid
  return (
    <Icon
      role="img"
      aria-label={t(
        granted
          ? "accounts.permissions.granted"
          : "accounts.permissions.missing"
      )}
      className={
        granted
          ? "text-ui-tag-green-icon mt-0.5 shrink-0"
          : "text-ui-tag-red-icon mt-0.5 shrink-0"
      }
    />
  )
}
