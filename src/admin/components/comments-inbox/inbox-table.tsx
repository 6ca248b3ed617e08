import { DataTable } from "@medusajs/dashboard/components"
import { clx, Container } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useSocialInbox } from "../../hooks/api/social-comments"
import { WRAPS_TOOLBAR } from "../common/wraps-toolbar"
import { ExportDrawer } from "../exports/export-drawer"
import { useInboxColumns } from "./use-inbox-columns"
import { useInboxFilters } from "./use-inbox-filters"
import { useInboxQuery } from "./use-inbox-query"

const PAGE_SIZE = 20
/** Syncs go on in the background: what they change comes by itself. */
const REFRESH_EVERY = 30_000

/** The threads below all posts, the newest first. */
export const InboxTable = () => {
  const { t } = useTranslation("social")
  const [isExportOpen, setIsExportOpen] = useState(false)
  const query = useInboxQuery(PAGE_SIZE)
  const { comments, count, isPending } = useSocialInbox(query, {
    refetchInterval: REFRESH_EVERY,
  })
  const columns = useInboxColumns()
  const filters = useInboxFilters()
  const { platform, account_id } = query
  return (
    <Container className={clx("p-0", WRAPS_TOOLBAR)}>
      <DataTable
        data={comments}
        columns={columns}
        filters={filters}
        getRowId={({ id }) => id}
        rowHref={({ post }) => `/social/posts/${post.id}`}
        rowCount={count}
        pageSize={PAGE_SIZE}
        isLoading={isPending}
        heading={t("comments.title")}
        subHeading={t("comments.subtitle")}
        actions={[
          { label: t("exports.action"), onClick: () => setIsExportOpen(true) },
        ]}
        emptyState={{
          empty: {
            heading: t("comments.none"),
            description: t("comments.noneHint"),
          },
          filtered: {
            heading: t("comments.noResults"),
            description: t("comments.noResultsHint"),
          },
        }}
      />
      <ExportDrawer
        kinds={["comments"]}
        // Files know the filters of posts; a text would be looked for in those.
        query={{ platform, account_id }}
        open={isExportOpen}
        onOpenChange={setIsExportOpen}
      />
    </Container>
  )
}
