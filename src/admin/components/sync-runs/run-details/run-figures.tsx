import { clx } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../../hooks/use-format"
import type { SocialSyncRun } from "../../../types/http"

const FIGURES = ["total", "success", "partial", "failed", "skipped"] as const

interface RunFiguresProps {
  run: Pick<SocialSyncRun, (typeof FIGURES)[number]>
}

/** What became of the posts; the partly synced are among the synced. */
export const RunFigures = ({ run }: RunFiguresProps) => {
  const { t } = useTranslation("social")
  const format = useFormat()
  return (
    <dl className="grid grid-cols-2 gap-x-4 gap-y-6 px-6 py-4 sm:grid-cols-3 lg:grid-cols-5">
      {FIGURES.map((name) => (
        <div key={name} className="flex flex-col gap-y-1">
          <dt className="text-ui-fg-subtle txt-compact-small">
            {t(`runs.figures.${name}`)}
          </dt>
          <dd
            className={clx("h2-core tabular-nums", {
              "text-ui-tag-red-text": name === "failed" && run.failed > 0,
              "text-ui-tag-orange-text": name === "partial" && run.partial > 0,
            })}
          >
            {format.number(run[name])}
          </dd>
        </div>
      ))}
    </dl>
  )
}
