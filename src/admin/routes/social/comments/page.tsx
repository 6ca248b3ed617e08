import { defineRouteConfig } from "@medusajs/admin-sdk"
import { LayoutComposer } from "@medusajs/dashboard/components"
import { InboxTable } from "../../../components/comments-inbox/inbox-table"
import { PageTitle } from "../../../components/common/page-title"

/** The comments on all posts. */
const SocialCommentsPage = () => (
  <LayoutComposer
    widgetsZonePrefix="social_comment.list"
    preferredLayoutId="core:single-column"
    data={{}}
    sections={{
      main: (
        <LayoutComposer.Entry id="SocialCommentTable">
          <InboxTable />
        </LayoutComposer.Entry>
      ),
    }}
  />
)

export const config = defineRouteConfig({
  label: "menu.comments",
  translationNs: "social",
  rank: 2,
})

export const handle = {
  breadcrumb: () => <PageTitle name="comments.title" />,
}

export default SocialCommentsPage
