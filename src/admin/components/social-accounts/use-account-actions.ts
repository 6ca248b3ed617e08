import { toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useNavigate } from "react-router-dom"
import {
  useSyncSocialAccount,
  useUpdateSocialAccount,
} from "../../hooks/api/social-accounts"
import { accountName } from "../../lib/account-name"
import type { SocialAccount } from "../../types/http"

/** What can be done with an account at once; each tells how it went. */
export function useAccountActions(account: SocialAccount) {
  const { t } = useTranslation("social")
  const navigate = useNavigate()
  const name = { account: accountName(account) }
  const refused = ({ message }: Error) =>
    toast.error(t("toasts.failed"), { description: message })

  const sync = useSyncSocialAccount(account.id, {
    onSuccess: ({ run }) => {
      const label = t("accounts.sync.show")
      toast.success(t("accounts.sync.started"), {
        description: t("accounts.sync.startedHint", name),
        action: {
          label,
          altText: label,
          onClick: () => navigate(`/social/runs/${run.id}`),
        },
      })
    },
    onError: ({ message }) =>
      toast.error(t("toasts.syncFailed"), { description: message }),
  })
  const update = useUpdateSocialAccount(account.id, {
    onSuccess: ({ social_account }) =>
      toast.success(
        t(
          social_account.status === "paused"
            ? "accounts.paused"
            : "accounts.resumed",
          name
        )
      ),
    onError: refused,
  })

  const isPending = sync.isPending || update.isPending
  return {
    isPending,
    isSyncing: sync.isPending,
    isUpdating: update.isPending,
    /** Only an active account with posts can be read. */
    canSync:
      account.status === "active" && account.posts_count !== 0 && !isPending,
    sync: () => sync.mutate(),
    pause: () => update.mutate({ status: "paused" }),
    resume: () => update.mutate({ status: "active" }),
  }
}
