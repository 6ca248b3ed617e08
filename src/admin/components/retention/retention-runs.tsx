import { Badge, Container, Heading, Table, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { SocialRetentionRun } from "../../types/http"
import { ServerText } from "../common/server-text"
import { FromNow } from "../common/time"
import { useRetentionWords } from "./use-retention-words"

interface RetentionRunsProps {
  /** The newest first. */
  runs: readonly SocialRetentionRun[]
}

/** When something was removed last, and what. */
export const RetentionRuns = ({ runs }: RetentionRunsProps) => {
  const { t } = useTranslation("social")
  return (
    <Container className="overflow-hidden p-0">
      <div className="px-6 py-4">
        <Heading level="h2">{t("retention.runs.title")}</Heading>
      </div>
      {runs.length === 0 ? (
        <Text size="small" className="text-ui-fg-subtle border-t px-6 py-4">
          {t("retention.runs.none")}
        </Text>
      ) : (
        <div className="overflow-x-auto">
          <Table>
            <Table.Header>
              <Table.Row>
                <Table.HeaderCell>{t("runs.fields.started")}</Table.HeaderCell>
                <Table.HeaderCell>{t("runs.fields.trigger")}</Table.HeaderCell>
                <Table.HeaderCell>
                  {t("retention.fields.removed")}
                </Table.HeaderCell>
              </Table.Row>
            </Table.Header>
            <Table.Body className="border-b-0">
              {runs.map((run) => (
                <Table.Row key={run.id}>
                  <Table.Cell>
                    <FromNow time={run.started_at} />
                  </Table.Cell>
                  <Table.Cell className="whitespace-nowrap">
                    {t(`retention.trigger.${run.trigger}`)}
                  </Table.Cell>
                  <Table.Cell>
                    <Removed run={run} />
                  </Table.Cell>
                </Table.Row>
              ))}
            </Table.Body>
          </Table>
        </div>
      )}
    </Container>
  )
}

const Removed = ({ run }: { run: SocialRetentionRun }) => {
  const { t } = useTranslation("social")
  const words = useRetentionWords()
  const lines = words.removed(run)
  return (
    <span className="flex flex-col items-start gap-y-1 py-1">
      {run.dry_run && (
        <Badge size="2xsmall">{t("retention.runs.counted")}</Badge>
      )}
      {run.error && (
        <span className="text-ui-tag-red-text">
          <ServerText>{run.error}</ServerText>
        </span>
      )}
      {!run.error && lines.length === 0 && (
        <span className="text-ui-fg-subtle">{t("retention.runs.nothing")}</span>
      )}
      {lines.map((line) => (
        <span key={line}>{line}</span>
      ))}
    </span>
  )
}
