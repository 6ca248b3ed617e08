import type { SocialAccount } from "../../../types/http"

/** How often an account is read, as its cron expression; the server's own names. */
export const PRESETS = {
  hourly: "0 * * * *",
  every_6_hours: "0 */6 * * *",
  daily: "0 2 * * *",
  weekly: "0 2 * * 1",
} as const

/** A name of the server's, the posts' age, or an expression of one's own. */
export type ScheduleChoice = keyof typeof PRESETS | "automatic" | "custom"

export const CHOICES: ScheduleChoice[] = [
  "automatic",
  ...(Object.keys(PRESETS) as (keyof typeof PRESETS)[]),
  "custom",
]

/** Which choice an account's expression is. */
export function choiceOf(cron: string | null): ScheduleChoice {
  if (cron === null) {
    return "automatic"
  }
  const preset = Object.entries(PRESETS).find(([, one]) => one === cron)
  return (preset?.[0] as keyof typeof PRESETS | undefined) ?? "custom"
}

export interface SyncSettingsValues {
  sync_numbers: boolean
  sync_comments: boolean
  schedule: ScheduleChoice
  /** Counts only for `custom`. */
  cron: string
  is_paused: boolean
}

type Settings = Pick<
  SocialAccount,
  "status" | "sync_comments" | "sync_numbers" | "sync_schedule"
>

export const toValues = (account: Settings): SyncSettingsValues => ({
  sync_numbers: account.sync_numbers,
  sync_comments: account.sync_comments,
  schedule: choiceOf(account.sync_schedule),
  cron: account.sync_schedule ?? "",
  is_paused: account.status === "paused",
})

/** What the server understands: a name, an expression, or nothing. */
export const scheduleOf = ({ schedule, cron }: SyncSettingsValues) =>
  schedule === "custom" ? cron.trim() : schedule

/** The status only where it changes: not every account can be paused. */
export function toBody(values: SyncSettingsValues, { status }: Settings) {
  const { is_paused, sync_comments, sync_numbers } = values
  const changesStatus = is_paused !== (status === "paused")
  return {
    sync_numbers,
    sync_comments,
    sync_schedule: scheduleOf(values),
    ...(changesStatus && {
      status: is_paused ? ("paused" as const) : ("active" as const),
    }),
  }
}
