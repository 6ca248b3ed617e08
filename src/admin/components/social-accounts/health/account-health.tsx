import { Alert, Button, Container, Heading, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useCheckSocialAccount } from "../../../hooks/api/social-account-health"
import { useServerText } from "../../../hooks/use-server-text"
import type { SocialAccount } from "../../../types/http"
import { platformLook } from "../../../lib/platforms"
import { CheckResult } from "./check-result"

interface AccountHealthProps {
  account: SocialAccount
}

/** Asks the platform on demand how the account is, and shows what it said. */
export const AccountHealth = ({ account }: AccountHealthProps) => {
  const { t } = useTranslation("social")
  const text = useServerText()
  const { mutate, data, error, isPending } = useCheckSocialAccount(account.id)
  return (
    <Container className="divide-y p-0">
      <div className="flex flex-wrap items-center justify-between gap-4 px-6 py-4">
        <Heading level="h2">{t("health.title")}</Heading>
        {account.status !== "disconnected" && (
          <Button
            size="small"
            variant="secondary"
            isLoading={isPending}
            onClick={() => mutate()}
          >
            {t("health.check")}
          </Button>
        )}
      </div>
      <div aria-live="polite" className="divide-y">
        {error && (
          <div className="px-6 py-4">
            <Alert variant="error">
              {t("health.failed")}: {text(error.message)}
            </Alert>
          </div>
        )}
        {data ? (
          <CheckResult account={account} check={data.check} />
        ) : (
          <Text size="small" className="text-ui-fg-subtle px-6 py-4">
            {t(
              account.status === "disconnected"
                ? "accounts.token.none"
                : "health.notChecked",
              { platform: platformLook(account.platform).label }
            )}
          </Text>
        )}
      </div>
    </Container>
  )
}
