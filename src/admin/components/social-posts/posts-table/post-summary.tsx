import { Text } from "@medusajs/ui"
import { Link } from "react-router-dom"
import { accountName } from "../../../lib/account-name"
import type { SocialPost } from "../../../types/http"
import { PlatformIcon } from "../../common/platform-label"
import { PostThumbnail } from "../../common/post-thumbnail"
import { usePostTitle } from "../post-details/use-post-title"
import { usePostType } from "../post-details/use-post-type"

/**
 * A post's picture and the beginning of its text, with the way to it. The
 * column stays in sight when the table is scrolled, so it is narrow on a phone.
 */
export const PostSummary = ({ post }: { post: SocialPost }) => {
  const titleOf = usePostTitle()
  const typeOf = usePostType()
  // Without one, the platform's icon is there already.
  const hasPicture = post.media?.thumbnail_url ?? post.media?.media_url
  return (
    <div className="flex w-32 items-center gap-x-3 py-2 md:w-64">
      <div className="relative shrink-0">
        <PostThumbnail post={post} />
        {hasPicture && (
          <span className="bg-ui-bg-base border-ui-border-base absolute -bottom-1 -right-1 flex items-center justify-center rounded-full border p-0.5">
            <PlatformIcon platform={post.platform} className="size-3" />
          </span>
        )}
      </div>
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
        <Text
          as="span"
          size="xsmall"
          leading="compact"
          className="text-ui-fg-subtle block truncate"
        >
          {accountName(post.account)} · {typeOf(post)}
        </Text>
      </Link>
    </div>
  )
}
