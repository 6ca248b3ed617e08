import { defineRouteConfig } from "@medusajs/admin-sdk"
import { LayoutComposer } from "@medusajs/dashboard/components"
import { PageTitle } from "../../../components/common/page-title"
import { SyncRunTable } from "../../../components/sync-runs/sync-run-table/sync-run-table"

/** The log of all syncs. */
const SocialSyncRunsPage = () => (
  <LayoutComposer
    widgetsZonePrefix="social_sync_run.list"
    preferredLayoutId="core:single-column"
    data={{}}
    sections={{
      main: (
        <LayoutComposer.Entry id="SocialSyncRunTable">
          <SyncRunTable />
        </LayoutComposer.Entry>
      ),
    }}
  />
)

export const config = defineRouteConfig({
  label: "menu.runs",
  translationNs: "social",
  rank: 4,
})

export const handle = {
  breadcrumb: () => <PageTitle name="runs.title" />,
}

export default SocialSyncRunsPage
