import { Button, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../../hooks/use-format"
import type { SocialSyncRun } from "../../../types/http"
import { againWithForce } from "./skipped"
import { useBulkSync } from "./use-bulk-sync"
import { useSkipReason } from "./use-skip-reason"

interface SkippedPostsProps {
  run: SocialSyncRun
}

/** Why posts were left out, and the way to read them all the same. */
export const SkippedPosts = ({ run }: SkippedPostsProps) => {
  const { t } = useTranslation("social")
  const format = useFormat()
  const { start, isPending } = useBulkSync()
  const reason = useSkipReason(run)
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-6 py-4">
      <Text size="small" className="text-ui-fg-subtle min-w-0 flex-1 basis-64">
        {t(`posts.run.skipped.${reason}`, {
          count: run.skipped,
          posts: format.number(run.skipped),
        })}
      </Text>
      {reason !== "unreadable" && (
        <Button
          size="small"
          variant="secondary"
          isLoading={isPending}
          onClick={() => start(againWithForce(run.scope))}
        >
          {t("actions.syncAnyway")}
        </Button>
      )}
    </div>
  )
}
