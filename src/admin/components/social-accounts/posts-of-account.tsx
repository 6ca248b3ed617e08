import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { useFormat } from "../../hooks/use-format"
import type { SocialAccount } from "../../types/http"
import { postsOf } from "./posts-link"

interface PostsOfAccountProps {
  account: Pick<SocialAccount, "id" | "posts_count" | "problems_count">
}

/** How many posts an account has and how many need a look, each with the way there. */
export const PostsOfAccount = ({ account }: PostsOfAccountProps) => {
  const { t } = useTranslation("social")
  const format = useFormat()
  const { id, posts_count, problems_count } = account
  return (
    <span className="flex flex-col items-end">
      <Link
        to={postsOf(id)}
        aria-label={t("accounts.postsLink", {
          count: posts_count,
          posts: format.number(posts_count),
        })}
        // The row behind it leads to the account.
        onClick={(event) => event.stopPropagation()}
        className="hover:text-ui-fg-interactive-hover txt-compact-small tabular-nums"
      >
        {format.number(posts_count)}
      </Link>
      {problems_count > 0 && (
        <Link
          to={postsOf(id, { problems: true })}
          onClick={(event) => event.stopPropagation()}
          className="text-ui-tag-red-text txt-compact-xsmall whitespace-nowrap hover:underline"
        >
          {t("accounts.problems", {
            count: problems_count,
            problems: format.number(problems_count),
          })}
        </Link>
      )}
    </span>
  )
}
