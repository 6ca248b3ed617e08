import type { SocialRetentionSettings } from "../../types/http"

/** In the order of the form. */
export const SETTINGS = [
  "comments_days",
  "posts_all_days",
  "posts_daily_days",
  "runs_days",
] as const satisfies (keyof SocialRetentionSettings)[]

export type SettingName = (typeof SETTINGS)[number]

/** What may be without an end. */
const ENDLESS: readonly SettingName[] = ["comments_days", "runs_days"]

export const canBeEndless = (name: SettingName) => ENDLESS.includes(name)

/** Days as they were typed; empty sets no end. */
export type RetentionValues = Record<SettingName, string>

/** Whole days from 1 on, or nothing where there may be no end. */
export const isAllowedDays = (name: SettingName, typed: string): boolean =>
  typed.trim() === ""
    ? canBeEndless(name)
    : Number.isSafeInteger(Number(typed)) && Number(typed) >= 1

export const toValues = (settings: SocialRetentionSettings): RetentionValues =>
  byName((name) => {
    const days = settings[name]
    return days === null ? "" : String(days)
  })

const byName = <T>(valueOf: (name: SettingName) => T) =>
  Object.fromEntries(SETTINGS.map((name) => [name, valueOf(name)])) as Record<
    SettingName,
    T
  >

/** Only what was changed: the rest stays as the options of the plugin have it. */
export function toChanges(
  values: RetentionValues,
  settings: SocialRetentionSettings
): Partial<SocialRetentionSettings> {
  const days = byName((name) =>
    values[name].trim() === "" ? null : Number(values[name])
  )
  return Object.fromEntries(
    SETTINGS.filter((name) => days[name] !== settings[name]).map((name) => [
      name,
      days[name],
    ])
  )
}

/** Which field a refusal of the server is about: the first it names. */
export const fieldOf = (message: string): SettingName | null =>
  SETTINGS.filter((name) => message.includes(name)).sort(
    (one, other) => message.indexOf(one) - message.indexOf(other)
  )[0] ?? null
