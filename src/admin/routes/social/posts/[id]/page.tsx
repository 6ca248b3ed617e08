import { LayoutComposer } from "@medusajs/dashboard/components"
import { type UIMatch, useParams } from "react-router-dom"
import { AccountNotice } from "../../../../components/common/account-notice"
import { PageSkeleton } from "../../../../components/common/page-skeleton"
import { DetailsSection } from "../../../../components/social-posts/post-details/details-section"
import { PostBreadcrumb } from "../../../../components/social-posts/post-details/post-breadcrumb"
import { PostHeader } from "../../../../components/social-posts/post-details/post-header"
import { SyncSection } from "../../../../components/social-posts/post-details/sync-section"
import { PostInsightsPanel } from "../../../../components/social-posts/post-insights-panel"
import { StoryNotice } from "../../../../components/social-posts/stories/story-notice"
import { ProductsSection } from "../../../../components/social-posts/post-products/products-section"
import { useSocialPost } from "../../../../hooks/api/social-posts"

/** One post: how it did, what it is, which products it shows. */
const SocialPostPage = () => {
  const { id = "" } = useParams()
  const { social_post: post } = useSocialPost(id)
  if (!post) {
    return <PageSkeleton />
  }
  return (
    <LayoutComposer
      // Another post's page must not keep what was opened or asked here.
      key={post.id}
      widgetsZonePrefix="social_post.details"
      preferredLayoutId="core:two-column"
      data={post}
      sections={{
        main: (
          <>
            <LayoutComposer.Entry id="SocialAccountNotice">
              <AccountNotice account={post.account} />
            </LayoutComposer.Entry>
            <LayoutComposer.Entry id="SocialStoryNotice">
              <StoryNotice post={post} />
            </LayoutComposer.Entry>
            <LayoutComposer.Entry id="SocialPostHeader">
              <PostHeader post={post} />
            </LayoutComposer.Entry>
            <LayoutComposer.Entry id="PostInsightsPanel">
              <PostInsightsPanel
                postId={post.id}
                insights={post.insights}
                status={post.status}
              />
            </LayoutComposer.Entry>
          </>
        ),
        side: (
          <>
            <LayoutComposer.Entry id="SocialPostDetails">
              <DetailsSection post={post} />
            </LayoutComposer.Entry>
            <LayoutComposer.Entry id="SocialPostProducts">
              <ProductsSection post={post} />
            </LayoutComposer.Entry>
            <LayoutComposer.Entry id="SocialPostSync">
              <SyncSection post={post} />
            </LayoutComposer.Entry>
          </>
        ),
      }}
    />
  )
}

export const handle = {
  breadcrumb: ({ params }: UIMatch) => <PostBreadcrumb id={params.id ?? ""} />,
}

export default SocialPostPage
