import { Button, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../../hooks/use-format"
import type { SocialSyncRun } from "../../../types/http"
import { againWithForce, untoldSkips } from "./skipped"
import { useBulkSync } from "./use-bulk-sync"

interface SkippedPostsProps {
  run: SocialSyncRun
}

/** Posts that were left out because they were fresh, and the way to read them all the same. */
export const SkippedPosts = ({ run }: SkippedPostsProps) => {
  const { t } = useTranslation("social")
  const format = useFormat()
  const { start, isPending } = useBulkSync()
  const { count, reason } = untoldSkips(run)
  if (count === 0) {
    return null
  }
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-6 py-4">
      <Text size="small" className="text-ui-fg-subtle min-w-0 flex-1 basis-64">
        {t(`posts.run.skipped.${reason}`, {
          count,
          posts: format.number(count),
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
