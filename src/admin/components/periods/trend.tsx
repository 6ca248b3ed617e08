import { Tooltip } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../hooks/use-format"
import { useMetricFormat } from "../../hooks/use-metric-format"
import { compare } from "../../lib/compare"
import type { PreviousPeriod } from "../../types/http"
import { usePeriodWords } from "./use-period-words"

const ARROWS = { up: "▲", down: "▼", same: "＝" } as const

interface TrendProps {
  metric: string
  now: number | null | undefined
  previous: PreviousPeriod | null | undefined
}

/**
 * How a span of days did against the one before: an arrow with a percentage,
 * in words for screen readers. Nothing where one of them is not known.
 */
export const Trend = ({ metric, now, previous }: TrendProps) => {
  const { t } = useTranslation("social")
  const format = useFormat()
  const formatMetric = useMetricFormat()
  const periodWords = usePeriodWords()
  const before = previous?.gains[metric]
  const change = compare(now, before)
  if (!change || !previous || typeof before !== "number") {
    return null
  }
  const { direction, by, percent } = change
  // Of nothing there is no percentage: then it is the difference itself.
  const amount =
    percent === null ? formatMetric(metric, by) : format.percent(percent)
  const then = t("periods.before", {
    value: formatMetric(metric, before),
    period: periodWords(previous),
  })
  return (
    <Tooltip content={then}>
      <span
        role="img"
        tabIndex={0}
        aria-label={`${t(`periods.trend.${direction}`, { amount })} ${then}`}
        className="text-ui-fg-subtle txt-compact-xsmall cursor-help whitespace-nowrap rounded-sm tabular-nums"
      >
        {ARROWS[direction]} {direction !== "same" && amount}
      </span>
    </Tooltip>
  )
}
