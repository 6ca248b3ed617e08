import { Spinner } from "@medusajs/icons"
import { Container, Heading, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { recallBegun } from "../../../lib/begun-connection"
import { consentPlatform } from "../../../lib/platforms"
import { ServerText } from "../../common/server-text"
import { ConnectMessage } from "./connect-message"
import { type CallbackProblem, useConsentAnswer } from "./use-consent-answer"

/** Shows that the accounts are being found, or why they are not. */
export const ConsentCallback = () => {
  const problem = useConsentAnswer()
  return problem ? <Problem problem={problem} /> : <Finding />
}

const Finding = () => {
  const { t } = useTranslation("social")
  return (
    <Container
      role="status"
      className="flex flex-col items-center gap-y-4 px-6 py-16 text-center"
    >
      <Spinner aria-hidden className="text-ui-fg-muted size-5 animate-spin" />
      <div className="flex flex-col gap-y-1">
        <Heading level="h1">{t("connect.callback.finding")}</Heading>
        <Text size="small" className="text-ui-fg-subtle">
          {t("connect.callback.findingHint")}
        </Text>
      </div>
    </Container>
  )
}

const Problem = ({ problem }: { problem: CallbackProblem }) => {
  const { t } = useTranslation("social")
  const begun = recallBegun()
  const platform = begun
    ? consentPlatform(begun.platform, begun.flow)
    : t("connect.callback.thePlatform")
  return (
    <ConnectMessage
      title={t(`connect.callback.${problem.kind}.title`, { platform })}
      begun={begun}
    >
      {problem.kind === "refused" ? (
        <span>
          <ServerText>{problem.message}</ServerText>
        </span>
      ) : (
        <span>{t(`connect.callback.${problem.kind}.text`, { platform })}</span>
      )}
    </ConnectMessage>
  )
}
