import { Tooltip } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../hooks/use-format"
import type { SocialSyncRun } from "../../types/http"
import { PlatformIcon } from "../common/platform-label"

interface RunCallsProps {
  run: Pick<SocialSyncRun, "calls">
}

/** How many calls a run made, per platform. */
export const RunCalls = ({ run }: RunCallsProps) => {
  const { t } = useTranslation("social")
  const format = useFormat()
  const calls = Object.entries(run.calls).filter(([, count]) => count > 0)
  if (calls.length === 0) {
    return <span className="text-ui-fg-subtle">{t("runs.noCalls")}</span>
  }
  return (
    <Tooltip content={t("runs.callsHint")}>
      <span
        tabIndex={0}
        className="flex flex-wrap items-center gap-x-3 gap-y-0.5 rounded-sm"
      >
        {calls.map(([platform, count]) => (
          <span key={platform} className="flex items-center gap-x-1">
            <PlatformIcon platform={platform} className="size-3.5" />
            <span className="tabular-nums">{format.number(count)}</span>
          </span>
        ))}
      </span>
    </Tooltip>
  )
}
