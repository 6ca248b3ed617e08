import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import { useSocialAccounts } from "../../hooks/api/social-accounts"
import { useFormat } from "../../hooks/use-format"
import { accountName } from "../../lib/account-name"
import { platformLook } from "../../lib/platforms"
import { throwWithoutSession } from "../../lib/queries"
import type { SocialSyncRun } from "../../types/http"
import { type ScopeWords, scopeWords } from "./scope-words"

/** Far more than a store has; the names of all fit into one answer. */
const MOST_ACCOUNTS = 1000

/** What started a run and which posts it is about, in words. */
export function useRunWords() {
  const { t } = useTranslation("social")
  const format = useFormat()
  const { social_accounts } = useSocialAccounts(
    { fields: "id,username,display_name", limit: MOST_ACCOUNTS },
    { throwOnError: throwWithoutSession }
  )
  return useMemo(() => {
    const nameOf = (id: string) => {
      const account = social_accounts?.find((one) => one.id === id)
      if (account) {
        return accountName(account)
      }
      return t(social_accounts ? "runs.scope.removed" : "runs.scope.account")
    }
    const inWords = (words: ScopeWords): string => {
      switch (words.what) {
        case "posts":
          return t("runs.scope.posts", {
            count: words.count,
            posts: format.number(words.count),
          })
        case "account":
          return nameOf(words.account_id)
        case "platform":
          return platformLook(words.platform).label
        case "recent":
          return t("runs.scope.recent", {
            count: words.days,
            days: format.number(words.days),
          })
        default:
          return t(`runs.scope.${words.what}`)
      }
    }
    return {
      trigger: (trigger: SocialSyncRun["trigger"]) =>
        t(`runs.trigger.${trigger}`),
      scope: (run: Pick<SocialSyncRun, "scope" | "total">) => {
        const { words, limit } = scopeWords(run)
        const posts = inWords(words)
        return limit === null
          ? posts
          : t("runs.scope.upTo", { posts, limit: format.number(limit) })
      },
    }
  }, [social_accounts, t, format])
}
