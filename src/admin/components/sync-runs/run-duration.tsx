import { useTranslation } from "react-i18next"
import { useFormat } from "../../hooks/use-format"
import { useNow } from "../../hooks/use-now"
import type { SocialSyncRun } from "../../types/http"
import { toDuration } from "./duration"

const SECOND = 1_000

interface RunDurationProps {
  run: Pick<SocialSyncRun, "started_at" | "finished_at">
}

/** How long a run took, or has been going on; then it counts. */
export const RunDuration = ({ run }: RunDurationProps) =>
  run.finished_at ? (
    <Duration from={run.started_at} to={new Date(run.finished_at).getTime()} />
  ) : (
    <RunningFor from={run.started_at} />
  )

const RunningFor = ({ from }: { from: string }) => {
  const now = useNow(SECOND)
  // Whole seconds: tenths would only flicker.
  return <Duration from={from} to={now} isWhole />
}

interface DurationProps {
  from: string
  to: number
  isWhole?: boolean
}

const Duration = ({ from, to, isWhole = false }: DurationProps) => {
  const { t } = useTranslation("social")
  const format = useFormat()
  const length = to - new Date(from).getTime()
  const { unit, ...parts } = toDuration(
    isWhole ? Math.floor(length / SECOND) * SECOND : length
  )
  const inWords = Object.fromEntries(
    Object.entries(parts).map(([name, value]) => [name, format.number(value)])
  )
  return (
    <span className="whitespace-nowrap tabular-nums">
      {t(`runs.duration.${unit}`, inWords)}
    </span>
  )
}
