import { Button, Tooltip } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { SocialAccount } from "../../../types/http"
import { useAccountActions } from "../use-account-actions"

/** Syncs the account's posts; when it cannot, it says why. */
export const AccountSyncButton = ({ account }: { account: SocialAccount }) => {
  const { t } = useTranslation("social")
  const { canSync, isSyncing, noSyncReason, sync } = useAccountActions(account)
  if (noSyncReason) {
    return (
      <Tooltip content={noSyncReason}>
        {/* A disabled button takes no focus and would keep its reason to itself. */}
        <Button
          size="small"
          variant="secondary"
          aria-disabled
          className="cursor-not-allowed opacity-60"
          onClick={(event) => event.preventDefault()}
        >
          {t("actions.syncNow")}
        </Button>
      </Tooltip>
    )
  }
  return (
    <Button
      size="small"
      variant="secondary"
      disabled={!canSync}
      isLoading={isSyncing}
      onClick={sync}
    >
      {t("actions.syncNow")}
    </Button>
  )
}
