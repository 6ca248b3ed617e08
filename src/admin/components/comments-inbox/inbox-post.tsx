import { Text } from "@medusajs/ui"
import { Link } from "react-router-dom"
import type { SocialInboxComment } from "../../types/http"
import { PlatformIcon } from "../common/platform-label"
import { usePostTitle } from "../social-posts/post-details/use-post-title"

/** The post a comment stands below, with the way to it. */
export const InboxPost = ({ post }: Pick<SocialInboxComment, "post">) => {
  const titleOf = usePostTitle()
  return (
    <span className="flex w-44 items-center gap-x-2">
      <PlatformIcon platform={post.platform} />
      <Link
        to={`/social/posts/${post.id}`}
        // The row behind it leads there too.
        onClick={(event) => event.stopPropagation()}
        className="focus-visible:shadow-borders-focus min-w-0 rounded-sm outline-none"
      >
        <Text
          as="span"
          size="small"
          leading="compact"
          className="block truncate"
        >
          {titleOf(post)}
        </Text>
      </Link>
    </span>
  )
}
