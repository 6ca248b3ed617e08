import { SectionRow } from "@medusajs/dashboard/components"
import { useTranslation } from "react-i18next"
import { useSocialPosts } from "../../../hooks/api/social-posts"
import { accountName } from "../../../lib/account-name"
import { platformLook } from "../../../lib/platforms"
import { throwWithoutSession } from "../../../lib/queries"
import type { SocialPost } from "../../../types/http"
import { PlatformIcon } from "../../common/platform-label"
import { TextLink } from "../../common/text-link"

const FIELDS =
  "id,platform,posted_at,account.id,account.username,account.display_name"
/** One publication goes to a handful of platforms. */
const MOST = 20

interface SiblingPostsProps {
  post: Pick<SocialPost, "id"> & { group_id: string }
}

/** Where the same publication came out too, with the way there. */
export const SiblingPosts = ({ post }: SiblingPostsProps) => {
  const { t } = useTranslation("social")
  const { social_posts = [] } = useSocialPosts(
    { group_id: post.group_id, fields: FIELDS, limit: MOST },
    { throwOnError: throwWithoutSession }
  )
  const others = social_posts.filter(({ id }) => id !== post.id)
  if (others.length === 0) {
    return null
  }
  return (
    <SectionRow
      title={t("post.details.alsoOn")}
      value={
        <ul className="flex min-w-0 flex-col gap-y-1">
          {others.map(({ id, platform, account }) => (
            <li key={id}>
              <TextLink
                to={`/social/posts/${id}`}
                className="inline-flex min-w-0 items-center gap-x-2"
              >
                <PlatformIcon platform={platform} />
                <span className="min-w-0 truncate">
                  {t("post.details.onAccount", {
                    platform: platformLook(platform).label,
                    account: accountName(account),
                  })}
                </span>
              </TextLink>
            </li>
          ))}
        </ul>
      }
    />
  )
}
