import { useTranslation } from "react-i18next"
import { useFormat } from "../../hooks/use-format"
import { type DayRange, daysOf } from "../../lib/day-range"

/** "Nov 14, 2026 – Nov 20, 2026" */
export function usePeriodWords(): (range: DayRange) => string {
  const { t } = useTranslation("social")
  const { calendarDay } = useFormat()
  return (range) => {
    const { from, to } = daysOf(range)
    return from === to
      ? calendarDay(from)
      : t("periods.span", { from: calendarDay(from), to: calendarDay(to) })
  }
}
