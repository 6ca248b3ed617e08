import { useTranslation } from "react-i18next"
import { useSocialConnection } from "../../../hooks/api/social-connections"
import { recallBegun } from "../../../lib/begun-connection"
import { PageSkeleton } from "../../common/page-skeleton"
import { ConnectMessage } from "../callback/connect-message"
import { ConnectionPicker } from "./connection-picker"
import { NothingFound } from "./nothing-found"
import { isFruitless } from "./picker-state"

const isOver = (error: { status?: number }) => error.status === 404

/** What a consent page brought, as long as it can be chosen from. */
export const ConnectionPage = ({ id }: { id: string }) => {
  const { t } = useTranslation("social")
  const { connection, error } = useSocialConnection(id, {
    throwOnError: (thrown) => !isOver(thrown),
  })
  if (error) {
    return (
      <ConnectMessage title={t("connect.over.title")} begun={recallBegun()}>
        <span>{t("connect.over.text")}</span>
      </ConnectMessage>
    )
  }
  if (!connection) {
    return <PageSkeleton />
  }
  return isFruitless(connection) ? (
    <NothingFound connection={connection} />
  ) : (
    <ConnectionPicker key={connection.id} connection={connection} />
  )
}
