import { toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useRemoveSocialAccount } from "../../../hooks/api/social-accounts"
import { useServerText } from "../../../hooks/use-server-text"
import { accountName } from "../../../lib/account-name"
import type { SocialAccount } from "../../../types/http"

/** Removes an account and tells how it went, at the platform too. */
export function useRemoveAccount(
  account: SocialAccount,
  onRemoved: () => void
) {
  const { t } = useTranslation("social")
  const text = useServerText()
  const name = { account: accountName(account) }
  const { mutate, isPending, error, reset } = useRemoveSocialAccount(
    account.id,
    {
      onSuccess: ({ revoked, revocation_problem }, { delete_data }) => {
        const title = t(
          delete_data ? "accounts.remove.deleted" : "accounts.remove.kept",
          name
        )
        if (revoked === false) {
          toast.warning(title, {
            description:
              revocation_problem !== null
                ? text(revocation_problem)
                : undefined,
          })
        } else {
          toast.success(title)
        }
        onRemoved()
      },
    }
  )
  return {
    remove: (delete_data: boolean) => mutate({ delete_data }),
    isPending,
    error,
    reset,
  }
}
