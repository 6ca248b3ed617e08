import { clx } from "@medusajs/ui"
import { useState } from "react"
import type { SocialPost } from "../../types/http"
import { PlatformIcon } from "./platform-label"

interface PostThumbnailProps {
  post: Pick<SocialPost, "platform" | "media">
  size?: "small" | "large"
}

/**
 * A post's picture. Platforms sign the addresses of pictures for some days
 * only, so one that no longer loads is replaced by the platform's icon.
 */
export const PostThumbnail = ({ post, size = "small" }: PostThumbnailProps) => {
  const { thumbnail_url, media_url } = post.media ?? {}
  const src = thumbnail_url ?? media_url
  const [broken, setBroken] = useState<string | null>(null)
  return (
    <div
      className={clx(
        "bg-ui-bg-component border-ui-border-base flex shrink-0 items-center justify-center overflow-hidden rounded border",
        size === "small" ? "size-8" : "size-16"
      )}
    >
      {src && src !== broken ? (
        <img
          src={src}
          // Said by the caption beside it.
          alt=""
          loading="lazy"
          referrerPolicy="no-referrer"
          className="size-full object-cover object-center"
          onError={() => setBroken(src)}
        />
      ) : (
        <PlatformIcon platform={post.platform} />
      )}
    </div>
  )
}
