import type { SocialPost } from "../../../types/http"

/** What an archived post becomes when it is taken back. */
export const statusBack = ({
  platform_post_id,
}: Pick<SocialPost, "platform_post_id">): "posted" | "draft" =>
  platform_post_id ? "posted" : "draft"
