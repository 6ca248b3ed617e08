import { useTranslation } from "react-i18next"
import { useSocialAccountRemoval } from "../../../hooks/api/social-accounts"
import { useFormat } from "../../../hooks/use-format"
import { accountName } from "../../../lib/account-name"
import type { SocialAccount } from "../../../types/http"

/** What a removal would delete, counted by the server once one asks. */
const COUNTED = ["posts", "snapshots", "comments", "product_links"] as const

/** The words of the removal's prompt, and what the server says about it. */
export function useRemovalWords(account: SocialAccount, isAsked: boolean) {
  const { t } = useTranslation("social")
  const format = useFormat()
  const { removal } = useSocialAccountRemoval(account.id, { enabled: isAsked })
  const count = removal?.posts ?? account.posts_count
  const words = {
    account: accountName(account),
    count,
    posts: format.number(count),
  }
  return { removal, words: { ...words, deleted: whatIsDeleted() } }

  /** Until the server has counted, only the posts are known. */
  function whatIsDeleted(): string {
    const parts = COUNTED.flatMap((part) => {
      const number = removal?.[part] ?? 0
      return number > 0
        ? t(`accounts.remove.counts.${part}`, {
            count: number,
            number: format.number(number),
          })
        : []
    })
    return parts.length > 0
      ? t("accounts.remove.deleteCounted", { what: format.list(parts) })
      : t("accounts.remove.deleteHint", words)
  }
}
