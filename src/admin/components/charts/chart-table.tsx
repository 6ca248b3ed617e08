import { useTranslation } from "react-i18next"
import { useFormat } from "../../hooks/use-format"
import type { LineChartProps } from "./line-chart"

/** What a line shows, as a table for those who do not see it. */
export const ChartTable = ({
  points,
  label,
  valueLabel,
  formatValue,
  byDay = false,
}: Omit<LineChartProps, "breaks">) => {
  const { t } = useTranslation("social")
  const format = useFormat()
  return (
    // A table itself would not shrink to nothing.
    <div className="sr-only">
      <table>
        <caption>{label}</caption>
        <thead>
          <tr>
            <th scope="col">
              {t(byDay ? "periods.day" : "post.history.time")}
            </th>
            <th scope="col">{valueLabel}</th>
          </tr>
        </thead>
        <tbody>
          {points.map(({ time, value }) => (
            <tr key={time}>
              <th scope="row">
                {byDay ? format.utcDate(time) : format.dateTime(time)}
              </th>
              <td>
                {value === null ? t("post.history.gap") : formatValue(value)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
