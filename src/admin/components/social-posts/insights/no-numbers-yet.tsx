import { ChartBar } from "@medusajs/icons"
import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { platformLook } from "../../../lib/platforms"
import { SyncButton } from "./sync-button"
import type { PanelPost } from "./use-panel-post"
import type { SyncPost } from "./use-sync-post"

interface NoNumbersYetProps {
  post: PanelPost
  syncing: SyncPost
}

/** In place of the numbers: what will stand here, and how to get it. */
export const NoNumbersYet = ({ post, syncing }: NoNumbersYetProps) => {
  const { t } = useTranslation("social")
  const hasProblem = post.sync_errors.length > 0 || syncing.failure !== null
  const isPosted = post.status === "posted"
  return (
    <div className="flex flex-col items-center gap-y-4 px-6 py-10">
      <div className="flex flex-col items-center gap-y-3">
        <ChartBar aria-hidden className="text-ui-fg-subtle" />
        <div className="flex max-w-sm flex-col items-center gap-y-1 text-center">
          <Text size="small" leading="compact" weight="plus">
            {t("post.empty.title")}
          </Text>
          <Text size="small" className="text-ui-fg-subtle text-pretty">
            {t(isPosted ? "post.empty.posted" : "post.empty.notPosted", {
              platform: platformLook(post.platform).label,
            })}
          </Text>
        </div>
      </div>
      {/* A problem above has a button of its own. */}
      {isPosted && !hasProblem && (
        <SyncButton status={post.status} syncing={syncing} />
      )}
    </div>
  )
}
