import { Alert, Button, Container, Heading, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { useFormat } from "../../../hooks/use-format"
import { pathToBegin } from "../../../lib/begun-connection"
import { platformLook } from "../../../lib/platforms"
import type { SocialConnection } from "../../../types/http"
import { CandidateRow } from "./candidate-row"
import { ConnectionAdvice } from "./connection-advice"
import { inOrder } from "./picker-state"
import { useChoice } from "./use-choice"

interface ConnectionPickerProps {
  connection: SocialConnection
}

/** All pages and accounts that were found, to tick those to connect. */
export const ConnectionPicker = ({ connection }: ConnectionPickerProps) => {
  const { t } = useTranslation("social")
  const format = useFormat()
  const choice = useChoice(connection)
  const { chosen, error, isPending, isReconnecting } = choice
  return (
    <div className="flex flex-col gap-y-3">
      <ConnectionAdvice connection={connection} />
      <Container className="divide-y p-0">
        <div className="flex flex-col gap-y-1 px-6 py-4">
          <Heading level="h1">{t("connect.picker.title")}</Heading>
          <Text size="small" className="text-ui-fg-subtle text-pretty">
            {t("connect.picker.intro", {
              platform: platformLook(connection.platform).label,
              time: format.time(connection.expires_at),
            })}
          </Text>
        </div>
        <ul className="divide-y">
          {inOrder(connection).map((candidate) => (
            <CandidateRow
              key={candidate.external_id}
              platform={connection.platform}
              candidate={candidate}
              isChosen={chosen.includes(candidate.external_id)}
              onChoose={(isChosen) =>
                choice.choose(candidate.external_id, isChosen)
              }
            />
          ))}
        </ul>
        {error && (
          <div className="px-6 py-4">
            <Alert role="alert" variant="error">
              {error}
            </Alert>
          </div>
        )}
        <div className="flex flex-wrap items-center justify-end gap-2 px-6 py-4">
          <Button size="small" variant="secondary" asChild>
            <Link to={pathToBegin(connection)}>
              {t("connect.picker.startAgain")}
            </Link>
          </Button>
          <Button size="small" isLoading={isPending} onClick={choice.submit}>
            {isReconnecting
              ? t("actions.reconnect")
              : t("connect.picker.connect", {
                  count: chosen.length,
                  accounts: format.number(chosen.length),
                })}
          </Button>
        </div>
      </Container>
    </div>
  )
}
