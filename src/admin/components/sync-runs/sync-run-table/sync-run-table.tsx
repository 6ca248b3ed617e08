import { DataTable } from "@medusajs/dashboard/components"
import { Container } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useSocialSyncRuns } from "../../../hooks/api/social-sync-runs"
import { refreshEvery } from "../refresh-every"
import { NoRuns } from "./no-runs"
import { useSyncRunTableColumns } from "./use-sync-run-table-columns"
import { useSyncRunTableFilters } from "./use-sync-run-table-filters"
import { useSyncRunTableQuery } from "./use-sync-run-table-query"

const PAGE_SIZE = 20

/** All syncs, the newest first; those that are going on move. */
export const SyncRunTable = () => {
  const { t } = useTranslation("social")
  const query = useSyncRunTableQuery(PAGE_SIZE)
  const { social_sync_runs, count, isPending } = useSocialSyncRuns(query, {
    refetchInterval: ({ state }) => refreshEvery(state.data?.social_sync_runs),
  })
  const columns = useSyncRunTableColumns()
  const filters = useSyncRunTableFilters()
  return (
    <Container className="p-0">
      <DataTable
        data={social_sync_runs}
        columns={columns}
        filters={filters}
        getRowId={({ id }) => id}
        rowHref={({ id }) => `/social/runs/${id}`}
        rowCount={count}
        pageSize={PAGE_SIZE}
        isLoading={isPending}
        enableSearch={false}
        heading={t("runs.title")}
        subHeading={t("runs.subtitle")}
        emptyState={{
          empty: { custom: <NoRuns /> },
          filtered: {
            heading: t("runs.noResults"),
            description: t("runs.noResultsHint"),
          },
        }}
      />
    </Container>
  )
}
