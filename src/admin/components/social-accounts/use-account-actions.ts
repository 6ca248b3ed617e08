import { toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useNavigate } from "react-router-dom"
import {
  useSyncSocialAccount,
  useUpdateSocialAccount,
} from "../../hooks/api/social-accounts"
import { useServerText } from "../../hooks/use-server-text"
import { accountName } from "../../lib/account-name"
import type { SocialAccount } from "../../types/http"

/** What can be done with an account at once; each tells how it went. */
export function useAccountActions(account: SocialAccount) {
  const { t } = useTranslation("social")
  const text = useServerText()
  const navigate = useNavigate()
  const name = { account: accountName(account) }
  const refused = ({ message }: Error) =>
    toast.error(t("toasts.failed"), { description: text(message) })

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
      toast.error(t("toasts.syncFailed"), { description: text(message) }),
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

  const noSyncReason = whyNoSync(account)
  const isPending = sync.isPending || update.isPending
  return {
    isPending,
    isSyncing: sync.isPending,
    isUpdating: update.isPending,
    canSync: !noSyncReason && !isPending,
    /** Why the account cannot be synced, in words. */
    noSyncReason: noSyncReason && t(`accounts.sync.${noSyncReason}`),
    sync: () => sync.mutate(),
    pause: () => update.mutate({ status: "paused" }),
    resume: () => update.mutate({ status: "active" }),
  }
}

/** Only an active account with posts can be read. */
function whyNoSync({ posts_count, status }: SocialAccount) {
  if (status !== "active") {
    return "notActive"
  }
  return posts_count === 0 ? "noPosts" : undefined
}
