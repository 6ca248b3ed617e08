import { ArrowPath } from "@medusajs/icons"
import { Button, Tooltip } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { SocialPostStatus } from "../../../types/http"
import type { SyncPost } from "./use-sync-post"

interface SyncButtonProps {
  status: SocialPostStatus
  syncing: SyncPost
}

/** Syncs; for a post that is not out yet it says why it cannot. */
export const SyncButton = ({ status, syncing }: SyncButtonProps) => {
  const { t } = useTranslation("social")
  if (status === "posted") {
    return (
      <Button
        size="small"
        variant="secondary"
        isLoading={syncing.isSyncing}
        onClick={() => syncing.sync()}
      >
        <ArrowPath aria-hidden />
        {t("actions.sync")}
      </Button>
    )
  }
  return (
    <Tooltip content={t("post.sync.onlyPosted")}>
      {/* A disabled button takes no focus and would keep its reason to itself. */}
      <Button
        size="small"
        variant="secondary"
        aria-disabled
        className="cursor-not-allowed opacity-60"
        onClick={(event) => event.preventDefault()}
      >
        <ArrowPath aria-hidden />
        {t("actions.sync")}
      </Button>
    </Tooltip>
  )
}
