import { useTranslation } from "react-i18next"
import { useFormat } from "../../hooks/use-format"
import type { SocialSyncRun } from "../../types/http"

interface RunCountsProps {
  run: Pick<SocialSyncRun, "total" | "success" | "skipped">
}

/** "373 of 387", and how many were left out. */
export const RunCounts = ({ run }: RunCountsProps) => {
  const { t } = useTranslation("social")
  const format = useFormat()
  const { total, success, skipped } = run
  return (
    <span className="flex flex-col whitespace-nowrap tabular-nums">
      <span>
        {t("runs.synced", {
          synced: format.number(success),
          total: format.number(total),
        })}
      </span>
      {skipped > 0 && (
        <span className="text-ui-fg-subtle txt-compact-xsmall">
          {t("runs.skipped", { count: skipped, posts: format.number(skipped) })}
        </span>
      )}
    </span>
  )
}
