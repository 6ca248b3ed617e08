import { RouteDrawer } from "@medusajs/dashboard/components"
import { Alert, Button, Heading, Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { accountName } from "../../../lib/account-name"
import { consentPlatform } from "../../../lib/platforms"
import type {
  SocialAccount,
  SocialConnectionFlow,
  SocialPlatform,
} from "../../../types/http"
import { ConsentQuestion } from "../consent/consent-question"
import { FlowSetup } from "../consent/flow-setup"
import { notGranted } from "../consent/flows"
import { useGoToConsent } from "../consent/use-go-to-consent"
import { usePlatformTexts } from "../use-platform-texts"
import { StatusReason } from "./status-reason"

interface ConsentFormProps {
  account: SocialAccount
  platform: SocialPlatform
  flow: SocialConnectionFlow
  /** Leads to the form for a pasted token. */
  instead: ReactNode
}

/** Connects an account again through its platform's consent page. */
export const ConsentForm = ({
  account,
  platform,
  flow,
  instead,
}: ConsentFormProps) => {
  const { t } = useTranslation("social")
  const texts = usePlatformTexts(platform)
  const { go, isGoing, refusal } = useGoToConsent()
  const missing = notGranted(flow, account)
  const name = {
    platform: consentPlatform(platform.id, flow.id),
    account: account.username ? `@${account.username}` : accountName(account),
  }
  return (
    <>
      <RouteDrawer.Body className="flex flex-1 flex-col gap-y-6 overflow-y-auto">
        <StatusReason account={account} />
        {refusal && (
          <Alert role="alert" variant="error">
            {refusal}
          </Alert>
        )}
        {flow.ready ? (
          <>
            <div className="flex flex-col gap-y-2">
              <Text size="small" className="text-pretty">
                {t("connect.reconnect.text", name)}
              </Text>
              <Text size="small" className="text-ui-fg-subtle text-pretty">
                {texts.flowHelp(flow)}
              </Text>
              <Text size="small" className="text-ui-fg-subtle text-pretty">
                {t(
                  missing.length > 0
                    ? "connect.reconnect.missing"
                    : "connect.reconnect.same",
                  name
                )}
              </Text>
            </div>
            {missing.length > 0 && (
              <ConsentQuestion
                platform={platform}
                flow={flow}
                scopes={missing}
              />
            )}
          </>
        ) : (
          <>
            <div className="flex flex-col gap-y-1">
              <Heading level="h3">
                {t("connect.setup.title", { platform: platform.label })}
              </Heading>
              <Text size="small" className="text-ui-fg-subtle text-pretty">
                {t("connect.setup.intro", { platform: platform.label })}
              </Text>
            </div>
            <FlowSetup platform={platform} flow={flow} />
          </>
        )}
      </RouteDrawer.Body>
      <RouteDrawer.Footer className="flex-wrap gap-y-2">
        {instead}
        {flow.ready && (
          <Button
            size="small"
            type="button"
            isLoading={isGoing}
            onClick={() =>
              go({
                platform: platform.id,
                flow: flow.id,
                account_id: account.id,
              })
            }
          >
            {t("connect.ask.continue", name)}
          </Button>
        )}
      </RouteDrawer.Footer>
    </>
  )
}
