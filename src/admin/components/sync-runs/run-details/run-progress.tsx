import { Alert, Container, Heading, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../../hooks/use-format"
import type { SocialSyncRun } from "../../../types/http"
import { ServerText } from "../../common/server-text"
import { RunStatusBadge } from "../../common/status-badges"
import { doneOf, endedBecause, percentOf } from "../progress"
import { RunFigures } from "./run-figures"

interface RunSectionProps {
  run: SocialSyncRun
  /** Which posts it is about, in words. */
  scope: string
}

/** How far a run is, or how it ended. */
export const RunProgress = ({ run, scope }: RunSectionProps) => {
  const { t } = useTranslation("social")
  return (
    <Container className="divide-y p-0">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-6 py-4">
        <div className="flex min-w-0 flex-col">
          <Heading level="h1">{t("runs.detail.title")}</Heading>
          <Text size="small" className="text-ui-fg-subtle">
            {scope}
          </Text>
        </div>
        <RunStatusBadge status={run.status} />
      </div>
      {run.status === "running" && <ProgressBar run={run} />}
      {endedBecause(run.problems).map((reason) => (
        <div key={reason} className="px-6 py-4">
          <Alert variant="error">
            <ServerText>{reason}</ServerText>
          </Alert>
        </div>
      ))}
      <RunFigures run={run} />
    </Container>
  )
}

/** How far a run is, as a bar and in words. */
export const ProgressBar = ({ run }: { run: SocialSyncRun }) => {
  const { t } = useTranslation("social")
  const format = useFormat()
  const percent = percentOf(run)
  return (
    <div className="flex flex-col gap-y-2 px-6 py-4">
      <div
        role="progressbar"
        aria-label={t("runs.detail.progress")}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
        className="bg-ui-bg-component h-1.5 w-full overflow-hidden rounded-full"
      >
        <div
          className="bg-ui-bg-interactive h-full rounded-full transition-[width] duration-500"
          style={{ width: `${percent}%` }}
        />
      </div>
      <Text size="xsmall" className="text-ui-fg-subtle tabular-nums">
        {t("runs.detail.done", {
          done: format.number(doneOf(run)),
          total: format.number(run.total),
        })}
      </Text>
    </div>
  )
}
