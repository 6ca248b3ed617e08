import { useTranslation } from "react-i18next"
import { useFormat } from "../../../hooks/use-format"
import { useMetricFormat } from "../../../hooks/use-metric-format"
import type { DayRange } from "../../../lib/day-range"
import type { PostPeriod } from "../../../types/http"
import { Unknown } from "../../common/metric-value"
import { PeriodFigure } from "../../periods/period-figure"
import { Trend } from "../../periods/trend"
import { usePeriodWords } from "../../periods/use-period-words"

interface HistoryFiguresProps {
  period: Partial<PostPeriod>
  metric: string
  range: DayRange
}

/** What a span of days added to a number, against the span before, and its best day. */
export const HistoryFigures = ({
  period: { gains, peak, previous },
  metric,
  range,
}: HistoryFiguresProps) => {
  const { t } = useTranslation("social")
  const format = useFormat()
  const formatMetric = useMetricFormat()
  const periodWords = usePeriodWords()
  const gain = gains?.[metric] ?? null
  const best = peak?.[metric] ?? null
  return (
    <dl className="grid grid-cols-2 gap-4 px-6 py-4">
      <PeriodFigure
        name={t("periods.gained")}
        trend={<Trend metric={metric} now={gain} previous={previous} />}
        note={periodWords(range)}
      >
        {gain === null ? (
          <Unknown reason={t("periods.noBaseline")} />
        ) : gain < 0 ? (
          `−${formatMetric(metric, -gain)}`
        ) : (
          `+${formatMetric(metric, gain)}`
        )}
      </PeriodFigure>
      <PeriodFigure
        name={t("periods.bestDay")}
        note={best && `+${formatMetric(metric, best.gain)}`}
      >
        {best ? (
          format.calendarDay(best.day)
        ) : (
          <Unknown reason={t("periods.noPeak")} />
        )}
      </PeriodFigure>
    </dl>
  )
}
