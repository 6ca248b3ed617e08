import { useState } from "react"
import type { SocialPost } from "../../../types/http"
import { PlatformIcon } from "../../common/platform-label"

/**
 * What the post shows, whole. Platforms sign the addresses of pictures for some
 * days only: one that no longer loads gives way to the platform's icon.
 */
export const PostMedia = ({
  post,
}: {
  post: Pick<SocialPost, "platform" | "media">
}) => {
  const { thumbnail_url, media_url } = post.media ?? {}
  const src = thumbnail_url ?? media_url
  const [broken, setBroken] = useState<string | null>(null)
  return (
    <div className="bg-ui-bg-subtle flex min-h-24 items-center justify-center">
      {src && src !== broken ? (
        <img
          src={src}
          // Said by the caption below it.
          alt=""
          referrerPolicy="no-referrer"
          className="max-h-[360px] w-full object-contain"
          onError={() => setBroken(src)}
        />
      ) : (
        <PlatformIcon platform={post.platform} className="size-6" />
      )}
    </div>
  )
}
