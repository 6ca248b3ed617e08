import { clx, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../../hooks/use-format"
import { busiestOf, type Hour, hoursOf } from "./dimensions"

/** Hours that are named below the columns. */
const NAMED = [0, 6, 12, 18]

/** How many followers were online in each hour of the day. */
export const OnlineHours = ({ online }: { online: Record<string, number> }) => {
  const { t } = useTranslation("social")
  const format = useFormat()
  const hours = hoursOf(online)
  const busiest = busiestOf(hours)
  return (
    <div className="flex flex-col gap-y-3 px-6 py-4">
      <Text size="small" leading="compact" weight="plus">
        {t("audience.hours.title")}
      </Text>
      <div aria-hidden className="flex h-20 items-end gap-x-0.5">
        {hours.map(({ hour, percent }) => (
          <div
            key={hour}
            style={{ height: `${Math.max(2, percent)}%` }}
            className={clx(
              "flex-1 rounded-t-sm",
              hour === busiest?.hour
                ? "bg-ui-tag-blue-icon"
                : "bg-ui-tag-blue-border"
            )}
          />
        ))}
      </div>
      <div
        aria-hidden
        className="text-ui-fg-subtle txt-compact-xsmall grid grid-cols-4 tabular-nums"
      >
        {NAMED.map((hour) => (
          <span key={hour}>{hourInWords(hour)}</span>
        ))}
      </div>
      <Text size="xsmall" className="text-ui-fg-subtle text-pretty">
        {busiest &&
          `${t("audience.hours.busiest", {
            hour: hourInWords(busiest.hour),
            value: format.number(busiest.value ?? 0),
          })} `}
        {t("audience.hours.zone")}
      </Text>
      <HoursTable hours={hours} />
    </div>
  )
}

const hourInWords = (hour: number) => `${String(hour).padStart(2, "0")}:00`

/** What the columns show, for those who do not see them. */
const HoursTable = ({ hours }: { hours: readonly Hour[] }) => {
  const { t } = useTranslation("social")
  const format = useFormat()
  return (
    <div className="sr-only">
      <table>
        <caption>{t("audience.hours.title")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("audience.hours.hour")}</th>
            <th scope="col">{t("fields.followers")}</th>
          </tr>
        </thead>
        <tbody>
          {hours.map(({ hour, value }) => (
            <tr key={hour}>
              <th scope="row">{hourInWords(hour)}</th>
              <td>
                {value === null ? t("post.history.gap") : format.number(value)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
