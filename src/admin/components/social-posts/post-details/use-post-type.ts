import { useTranslation } from "react-i18next"
import type { SocialPost } from "../../../types/http"
import { readableName } from "../insights/shares"

/** Kinds that only say that it is a post: what it carries says more. */
const GENERIC = ["POST", "SHARE", "UGCPOST"]

/** What kind of post it is, e.g. "Reel" or "Photo". */
export function usePostType(): (
  post: Pick<SocialPost, "media_type" | "media_product_type">
) => string {
  const { t, i18n } = useTranslation("social")
  return ({ media_type, media_product_type }) => {
    const kind = media_product_type?.toUpperCase()
    const carried = media_type?.toUpperCase()
    const known = [
      kind && GENERIC.includes(kind) ? undefined : kind,
      carried,
    ].find((type) => type && i18n.exists(`postTypes.${type}`, { ns: "social" }))
    if (known) {
      return t(`postTypes.${known}`)
    }
    return media_type ? readableName(media_type) : t("post.details.post")
  }
}
