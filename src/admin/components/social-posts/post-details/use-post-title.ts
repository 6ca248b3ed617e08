import { useTranslation } from "react-i18next"
import type { SocialPost } from "../../../types/http"
import { titleOf } from "./title-of"

/** What a post is called: the beginning of its caption. */
export function usePostTitle(): (post: Pick<SocialPost, "caption">) => string {
  const { t } = useTranslation("social")
  return ({ caption }) => titleOf(caption) ?? t("post.untitled")
}
