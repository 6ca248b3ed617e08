import { Tooltip } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../../hooks/use-format"
import { useMetricName } from "../../../hooks/use-metric-name"
import type { PreviousPeriod } from "../../../types/http"
import { Unknown } from "../../common/metric-value"
import { PeriodFigure } from "../../periods/period-figure"
import { Trend } from "../../periods/trend"
import { type AccountFigure, isTotal } from "./figures"
import { useNumberReason } from "./use-number-reason"

interface NumberCellProps {
  figure: AccountFigure
  platform: string
  previous: PreviousPeriod | null
}

/** One number: as it stands or as a sum, against the span before, and its best day. */
export const NumberCell = ({ figure, platform, previous }: NumberCellProps) => {
  const nameOf = useMetricName()
  const reasonOf = useNumberReason(platform)
  const { metric, value, reason } = figure
  return (
    <PeriodFigure
      name={nameOf(metric)}
      trend={
        !isTotal(metric) && (
          <Trend metric={metric} now={value} previous={previous} />
        )
      }
      note={<Note figure={figure} previous={previous} />}
    >
      {value === null ? (
        <Unknown reason={reasonOf(reason ?? "other")} />
      ) : (
        <Short value={value} />
      )}
    </PeriodFigure>
  )
}

/** How a total changed, against the span before, or which day was best. */
const Note = ({
  figure: { metric, gain, peak, value },
  previous,
}: Pick<NumberCellProps, "figure" | "previous">) => {
  const { t } = useTranslation("social")
  const format = useFormat()
  if (isTotal(metric)) {
    return gain === null ? (
      value !== null && t("numbers.gainUnknown")
    ) : (
      // Beside the total itself, an arrow would seem to be about that.
      <>
        {t("numbers.gain", { gain: format.signed(gain) })}{" "}
        <Trend metric={metric} now={gain} previous={previous} />
      </>
    )
  }
  return (
    peak &&
    t("numbers.best", {
      day: format.calendarDay(peak.day),
      value: format.number(peak.value),
    })
  )
}

/** 12.3K, with the whole number on hover. */
const Short = ({ value }: { value: number }) => {
  const format = useFormat()
  const whole = format.number(value)
  const short = format.compact(value)
  return short === whole ? (
    <span>{whole}</span>
  ) : (
    <Tooltip content={whole}>
      <span>{short}</span>
    </Tooltip>
  )
}
