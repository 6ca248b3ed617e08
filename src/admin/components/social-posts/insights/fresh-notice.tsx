import { Alert, Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../../hooks/use-format"
import type { PanelPost } from "./use-panel-post"
import type { SyncPost } from "./use-sync-post"

interface FreshNoticeProps {
  post: PanelPost
  syncing: SyncPost
}

/** Says that there was no need to sync, and offers to do it all the same. */
export const FreshNotice = ({ post, syncing }: FreshNoticeProps) => {
  const { t } = useTranslation("social")
  const format = useFormat()
  if (!syncing.isFresh || !post.last_synced_at) {
    return null
  }
  return (
    <div className="px-6 py-4">
      <Alert role="status">
        <div className="flex flex-wrap items-center justify-between gap-2">
          {t("post.sync.fresh", { when: format.fromNow(post.last_synced_at) })}
          <Button
            size="small"
            variant="secondary"
            onClick={() => syncing.sync({ force: true })}
          >
            {t("actions.syncAnyway")}
          </Button>
        </div>
      </Alert>
    </div>
  )
}
