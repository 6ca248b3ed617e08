import { DataTable } from "@medusajs/dashboard/components"
import { clx, Container } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useSocialPosts } from "../../../hooks/api/social-posts"
import { WRAPS_TOOLBAR } from "../../common/wraps-toolbar"
import { ExportDrawer } from "../../exports/export-drawer"
import { BulkSyncDrawer } from "../bulk-sync/bulk-sync-drawer"
import { HIDES_COLUMNS } from "./hidden-columns"
import { NoPosts } from "./no-posts"
import { useChosenPosts } from "./use-chosen-posts"
import { usePostsColumns } from "./use-posts-columns"
import { usePostsCommands } from "./use-posts-commands"
import { usePostsFilters } from "./use-posts-filters"
import { toExportQuery } from "./to-export-query"
import { usePostsQuery } from "./use-posts-query"

const PAGE_SIZE = 20
/** Syncs go on in the background: what they change comes by itself. */
const REFRESH_EVERY = 30_000

/** All posts with their numbers. */
export const PostsTable = () => {
  const { t } = useTranslation("social")
  const [isSyncOpen, setIsSyncOpen] = useState(false)
  const [isExportOpen, setIsExportOpen] = useState(false)
  const query = usePostsQuery(PAGE_SIZE)
  const { social_posts, count, isPending } = useSocialPosts(query, {
    refetchInterval: REFRESH_EVERY,
  })
  const columns = usePostsColumns(query.order.replace(/^-/, ""))
  const filters = usePostsFilters()
  const { chosen, rowSelection, clear } = useChosenPosts(social_posts)
  const commands = usePostsCommands(chosen, clear)
  return (
    <Container className={clx("p-0", HIDES_COLUMNS, WRAPS_TOOLBAR)}>
      <DataTable
        data={social_posts}
        columns={columns}
        filters={filters}
        commands={commands}
        rowSelection={rowSelection}
        getRowId={({ id }) => id}
        rowHref={({ id }) => `/social/posts/${id}`}
        rowCount={count}
        pageSize={PAGE_SIZE}
        isLoading={isPending}
        heading={t("posts.title")}
        actions={[
          { label: t("exports.action"), onClick: () => setIsExportOpen(true) },
          { label: t("posts.syncAll"), onClick: () => setIsSyncOpen(true) },
          { label: t("posts.add"), to: "create" },
        ]}
        emptyState={{
          empty: { custom: <NoPosts /> },
          filtered: {
            heading: t("posts.noResults"),
            description: t("posts.noResultsHint"),
          },
        }}
      />
      <BulkSyncDrawer open={isSyncOpen} onOpenChange={setIsSyncOpen} />
      <ExportDrawer
        kinds={["posts", "comments", "timelines"]}
        query={toExportQuery(query)}
        open={isExportOpen}
        onOpenChange={setIsExportOpen}
      />
    </Container>
  )
}
