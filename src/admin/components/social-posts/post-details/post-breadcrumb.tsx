import { useSocialPost } from "../../../hooks/api/social-posts"
import { throwWithoutSession } from "../../../lib/queries"
import { usePostTitle } from "./use-post-title"

/** The post's title in the page's path. */
export const PostBreadcrumb = ({ id }: { id: string }) => {
  const titleOf = usePostTitle()
  const { social_post } = useSocialPost(id, {
    throwOnError: throwWithoutSession,
  })
  return social_post ? <span>{titleOf(social_post)}</span> : null
}
