import { DatePicker, Select } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import {
  calendarDate,
  type DayRange,
  pickedDay,
  type RangeChoice,
  rangeOf,
  SPANS,
  today,
  withFrom,
  withTo,
} from "../../lib/day-range"

const CUSTOM = "custom"
const EVERYTHING = "all"

interface RangePickerProps {
  value: RangeChoice
  onChange: (choice: RangeChoice) => void
  /** The day a span of days ends with. */
  lastDay: string
  /** Offers everything there is, too. */
  withAll?: boolean
  label: string
}

/** The last 7, 28 or 90 days, or from one day to another. */
export const RangePicker = ({
  value,
  onChange,
  lastDay,
  withAll = false,
  label,
}: RangePickerProps) => {
  const { t } = useTranslation("social")
  const own = typeof value === "object" ? value : null
  const choose = (choice: string) =>
    onChange(
      choice === EVERYTHING
        ? choice
        : choice === CUSTOM
          ? // One's own days begin as those that were shown.
            (rangeOf(value, lastDay) ?? { from: lastDay, to: lastDay })
          : (Number(choice) as (typeof SPANS)[number])
    )
  return (
    <div className="flex flex-wrap items-center gap-2">
      <div className="w-36">
        <Select
          size="small"
          value={own ? CUSTOM : String(value)}
          onValueChange={choose}
        >
          <Select.Trigger aria-label={label}>
            <Select.Value />
          </Select.Trigger>
          <Select.Content>
            {withAll && (
              <Select.Item value={EVERYTHING}>{t("periods.all")}</Select.Item>
            )}
            {SPANS.map((days) => (
              <Select.Item key={days} value={String(days)}>
                {t("periods.last", { days })}
              </Select.Item>
            ))}
            <Select.Item value={CUSTOM}>{t("periods.custom")}</Select.Item>
          </Select.Content>
        </Select>
      </div>
      {own && <OwnDays range={own} onChange={onChange} />}
    </div>
  )
}

interface OwnDaysProps {
  range: DayRange
  onChange: (range: DayRange) => void
}

/** From one day to another; nothing is known of days to come. */
const OwnDays = ({ range, onChange }: OwnDaysProps) => {
  const { t } = useTranslation("social")
  const latest = calendarDate(today())
  return (
    <div className="flex flex-wrap items-center gap-2">
      <DatePicker
        size="small"
        className="w-36"
        aria-label={t("periods.from")}
        value={calendarDate(range.from)}
        maxValue={latest}
        onChange={(date) => date && onChange(withFrom(range, pickedDay(date)))}
      />
      <span aria-hidden className="text-ui-fg-subtle">
        –
      </span>
      <DatePicker
        size="small"
        className="w-36"
        aria-label={t("periods.to")}
        value={calendarDate(range.to)}
        maxValue={latest}
        onChange={(date) => date && onChange(withTo(range, pickedDay(date)))}
      />
    </div>
  )
}
