import { useTranslation } from "react-i18next"
import { accountName } from "../../../lib/account-name"
import { platformLook } from "../../../lib/platforms"
import type { SocialConnection } from "../../../types/http"
import { ServerText } from "../../common/server-text"
import { ConnectMessage } from "../callback/connect-message"

interface NothingFoundProps {
  connection: SocialConnection
}

/**
 * Nothing that can be connected, and why: the accounts that were found with
 * what stands in their way, and the platform's advice.
 */
export const NothingFound = ({ connection }: NothingFoundProps) => {
  const { t } = useTranslation("social")
  const { advice, candidates, platform } = connection
  const names = candidates.map((one) =>
    accountName({ ...one, id: one.external_id })
  )
  return (
    <ConnectMessage
      title={t("connect.none.title", {
        context: names.length === 0 ? undefined : "found",
        count: names.length,
        account: names[0],
        platform: platformLook(platform).label,
      })}
      begun={connection}
    >
      {candidates.map(({ external_id, obstacle }, index) => (
        <span key={external_id}>
          {names.length > 1 && (
            <strong className="txt-small-plus text-ui-fg-base">
              {names[index]}:{" "}
            </strong>
          )}
          {obstacle && <ServerText>{obstacle.message}</ServerText>}
        </span>
      ))}
      {advice.map(({ code, message }) => (
        <span key={code}>
          <ServerText>{message}</ServerText>
        </span>
      ))}
    </ConnectMessage>
  )
}
