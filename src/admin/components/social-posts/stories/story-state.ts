import type { SocialPost } from "../../../types/http"

/** Whether a post ends by itself, and has; `null` for those that stay. */
export const storyState = (
  { expires_at }: Partial<Pick<SocialPost, "expires_at">>,
  now: number
): "alive" | "ended" | null =>
  expires_at ? (new Date(expires_at).getTime() > now ? "alive" : "ended") : null
