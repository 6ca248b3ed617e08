import { useMemo } from "react"
import { useTranslation } from "react-i18next"

const MINUTE = 60_000
const STEPS: [Intl.RelativeTimeFormatUnit, number][] = [
  ["year", 525_600 * MINUTE],
  ["month", 43_200 * MINUTE],
  ["week", 10_080 * MINUTE],
  ["day", 1_440 * MINUTE],
  ["hour", 60 * MINUTE],
  ["minute", MINUTE],
]

/** Numbers and times as the chosen language writes them. */
export function useFormat() {
  const { i18n } = useTranslation()
  // Medusa writes "ptBR", the browser "pt-BR".
  const locale = i18n.language.replace(/([a-z])([A-Z])/, "$1-$2")
  return useMemo(() => {
    const full = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 })
    const signed = new Intl.NumberFormat(locale, {
      maximumFractionDigits: 2,
      signDisplay: "exceptZero",
    })
    const compact = new Intl.NumberFormat(locale, {
      notation: "compact",
      maximumFractionDigits: 1,
    })
    const share = new Intl.NumberFormat(locale, {
      style: "percent",
      maximumFractionDigits: 2,
    })
    // In numbers, because "next" stands in front of some: "next in 1 wk."
    const relative = new Intl.RelativeTimeFormat(locale, { style: "short" })
    const now = new Intl.RelativeTimeFormat(locale, { numeric: "auto" })
    const day = new Intl.DateTimeFormat(locale, { dateStyle: "medium" })
    const longDay = new Intl.DateTimeFormat(locale, { dateStyle: "long" })
    const utcDay = new Intl.DateTimeFormat(locale, {
      dateStyle: "long",
      timeZone: "UTC",
    })
    const shortUtcDay = new Intl.DateTimeFormat(locale, {
      dateStyle: "medium",
      timeZone: "UTC",
    })
    const clock = new Intl.DateTimeFormat(locale, { timeStyle: "short" })
    const moment = new Intl.DateTimeFormat(locale, {
      dateStyle: "medium",
      timeStyle: "short",
    })
    const inUnit = (value: number, unit: "hour" | "minute" | "second") =>
      new Intl.NumberFormat(locale, {
        style: "unit",
        unit,
        unitDisplay: "narrow",
        maximumFractionDigits: unit === "second" ? 1 : 0,
      }).format(value)
    const list = new Intl.ListFormat(locale, { type: "conjunction" })
    return {
      /** 12,345 */
      number: (value: number) => full.format(value),
      /** "+34", "−5", "0" */
      signed: (value: number) => signed.format(value),
      /** 12.3K; small numbers in full. */
      compact: (value: number) =>
        Math.abs(value) < 10_000 ? full.format(value) : compact.format(value),
      /** 13.86%, from 13.86. */
      percent: (value: number) => share.format(value / 100),
      /** "12 min. ago", "in 48 min." */
      fromNow: (time: string | Date, from = Date.now()) => {
        const distance = new Date(time).getTime() - from
        for (const [unit, length] of STEPS) {
          if (Math.abs(distance) >= length) {
            return relative.format(Math.trunc(distance / length), unit)
          }
        }
        return now.format(0, "second")
      },
      /** "4.2s", "12m 5s", "24h 13m" */
      duration: (seconds: number) => {
        if (seconds < 60) {
          return inUnit(seconds, "second")
        }
        const minutes = Math.floor(seconds / 60)
        return minutes < 60
          ? `${inUnit(minutes, "minute")} ${inUnit(Math.floor(seconds % 60), "second")}`
          : `${inUnit(Math.floor(minutes / 60), "hour")} ${inUnit(minutes % 60, "minute")}`
      },
      date: (time: string | Date) => day.format(new Date(time)),
      /** "March 3, 2027", for sentences. */
      longDate: (time: string | Date) => longDay.format(new Date(time)),
      /** A day that somebody else has set, whatever the time is here. */
      utcDate: (day: string) => utcDay.format(new Date(day)),
      /** The same in short: "Mar 3, 2027". */
      calendarDay: (day: string) => shortUtcDay.format(new Date(day)),
      /** "14:32" */
      time: (time: string | Date) => clock.format(new Date(time)),
      dateTime: (time: string | Date) => moment.format(new Date(time)),
      list: (parts: string[]) => list.format(parts),
    }
  }, [locale])
}
