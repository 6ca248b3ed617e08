import { Container, Heading, Table, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useSocialSyncRuns } from "../../../hooks/api/social-sync-runs"
import { throwWithoutSession } from "../../../lib/queries"
import { RunStatusBadge } from "../../common/status-badges"
import { TextLink } from "../../common/text-link"
import { RunCounts } from "../../sync-runs/run-counts"
import { RunLink } from "../../sync-runs/run-link"
import { refreshEvery } from "../../sync-runs/refresh-every"
import { useRefreshAfterRuns } from "../../sync-runs/use-refresh-after-runs"

const SHOWN = 5

/** The last syncs of this account alone; those of everything are in the log. */
export const AccountRuns = ({ accountId }: { accountId: string }) => {
  const { t } = useTranslation("social")
  const { social_sync_runs: runs } = useSocialSyncRuns(
    { account_id: accountId, limit: SHOWN },
    {
      throwOnError: throwWithoutSession,
      refetchInterval: ({ state }) =>
        refreshEvery(state.data?.social_sync_runs),
    }
  )
  useRefreshAfterRuns(runs)
  if (!runs) {
    return null
  }
  return (
    <Container className="overflow-hidden p-0">
      <div className="flex items-center justify-between gap-x-4 px-6 py-4">
        <Heading level="h2">{t("accounts.runs.title")}</Heading>
        <TextLink to="/social/runs" className="txt-compact-small">
          {t("accounts.runs.all")}
        </TextLink>
      </div>
      {runs.length === 0 ? (
        <Text size="small" className="text-ui-fg-subtle border-t px-6 py-4">
          {t("accounts.runs.empty")}
        </Text>
      ) : (
        <div className="overflow-x-auto">
          <Table>
            <Table.Header>
              <Table.Row>
                <Table.HeaderCell>{t("runs.fields.started")}</Table.HeaderCell>
                <Table.HeaderCell>{t("fields.status")}</Table.HeaderCell>
                <Table.HeaderCell>{t("menu.posts")}</Table.HeaderCell>
              </Table.Row>
            </Table.Header>
            <Table.Body className="border-b-0">
              {runs.map((run) => (
                <Table.Row key={run.id}>
                  <Table.Cell>
                    <RunLink run={run} />
                  </Table.Cell>
                  <Table.Cell>
                    <RunStatusBadge status={run.status} />
                  </Table.Cell>
                  <Table.Cell>
                    <RunCounts run={run} />
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
