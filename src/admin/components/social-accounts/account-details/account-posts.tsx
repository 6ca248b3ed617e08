import { useTranslation } from "react-i18next"
import { useFormat } from "../../../hooks/use-format"
import type { SocialAccount } from "../../../types/http"
import { TextLink } from "../../common/text-link"
import { postsOf } from "../posts-link"

interface AccountPostsProps {
  account: Pick<SocialAccount, "id" | "posts_count" | "problems_count">
}

/** In words: how many posts, and how many of them need a look. */
export const AccountPosts = ({ account }: AccountPostsProps) => {
  const { t } = useTranslation("social")
  const format = useFormat()
  const { id, posts_count, problems_count } = account
  return (
    <span className="flex flex-wrap gap-x-2">
      <TextLink to={postsOf(id)}>
        {t("accounts.posts", {
          count: posts_count,
          posts: format.number(posts_count),
        })}
      </TextLink>
      {problems_count > 0 && (
        <TextLink to={postsOf(id, { problems: true })}>
          {t("accounts.problems", {
            count: problems_count,
            problems: format.number(problems_count),
          })}
        </TextLink>
      )}
    </span>
  )
}
