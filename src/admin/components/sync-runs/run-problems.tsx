import { useTranslation } from "react-i18next"
import { useFormat } from "../../hooks/use-format"
import type { SocialSyncRun } from "../../types/http"
import { countSkipped, endedBecause } from "./progress"

interface RunProblemsProps {
  run: Pick<SocialSyncRun, "failed" | "partial" | "problems">
}

/** What went wrong: the run itself, posts that failed, posts in part; or "None". */
export const RunProblems = ({ run }: RunProblemsProps) => {
  const { t } = useTranslation("social")
  const format = useFormat()
  const { failed, partial, problems } = run
  const hasEndedEarly = endedBecause(problems).length > 0
  const skipped = countSkipped(problems)
  if (failed + partial + skipped === 0 && !hasEndedEarly) {
    return <span className="text-ui-fg-subtle">{t("runs.noProblems")}</span>
  }
  return (
    <span className="flex flex-col whitespace-nowrap tabular-nums">
      {hasEndedEarly && (
        <span className="text-ui-tag-red-text">{t("runs.endedEarly")}</span>
      )}
      {failed > 0 && (
        <span className="text-ui-tag-red-text">
          {t("runs.failed", { count: failed, posts: format.number(failed) })}
        </span>
      )}
      {partial > 0 && (
        <span
          className={
            failed > 0 ? "text-ui-fg-subtle txt-compact-xsmall" : undefined
          }
        >
          {t("runs.partly", { count: partial, posts: format.number(partial) })}
        </span>
      )}
      {failed + partial === 0 && skipped > 0 && (
        <span>
          {t("runs.problems.skipped", {
            count: skipped,
            posts: format.number(skipped),
          })}
        </span>
      )}
    </span>
  )
}
