import { defineRouteConfig } from "@medusajs/admin-sdk"
import { LayoutComposer } from "@medusajs/dashboard/components"
import { PageTitle } from "../../../components/common/page-title"
import { AttentionNotice } from "../../../components/social-accounts/attention/attention-notice"
import { BulkSyncRun } from "../../../components/social-posts/bulk-sync/bulk-sync-run"
import { PostsTable } from "../../../components/social-posts/posts-table/posts-table"

/** The posts of all accounts. */
const SocialPostsPage = () => (
  <LayoutComposer
    widgetsZonePrefix="social_post.list"
    preferredLayoutId="core:single-column"
    data={{}}
    sections={{
      main: (
        <>
          <LayoutComposer.Entry id="SocialReconnectNotice">
            <AttentionNotice />
          </LayoutComposer.Entry>
          <LayoutComposer.Entry id="SocialBulkSync">
            <BulkSyncRun />
          </LayoutComposer.Entry>
          <LayoutComposer.Entry id="SocialPostTable">
            <PostsTable />
          </LayoutComposer.Entry>
        </>
      ),
    }}
  />
)

export const config = defineRouteConfig({
  label: "menu.posts",
  translationNs: "social",
  rank: 1,
})

export const handle = {
  breadcrumb: () => <PageTitle name="posts.title" />,
}

export default SocialPostsPage
