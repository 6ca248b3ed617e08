import { SCHEDULE_PRESETS } from "../../../../modules/social-posts/utils/sync-schedule"
import {
  choiceOf,
  PRESETS,
  scheduleOf,
  toBody,
  toValues,
} from "../sync-settings/schedules"

const ACCOUNT = {
  status: "active" as const,
  sync_numbers: true,
  sync_comments: false,
  sync_schedule: null as string | null,
}

it("has the server's presets", () => {
  expect(PRESETS).toEqual(Object.fromEntries(SCHEDULE_PRESETS))
})

it.each([
  [null, "automatic"],
  ["0 * * * *", "hourly"],
  ["0 2 * * 1", "weekly"],
  ["15 9 * * 1-5", "custom"],
])("shows %p as %s", (cron, choice) => {
  expect(choiceOf(cron)).toBe(choice)
})

it("sends a preset by its name and an expression as it is", () => {
  const values = toValues({ ...ACCOUNT, sync_schedule: "15 9 * * 1-5" })
  expect(scheduleOf(values)).toBe("15 9 * * 1-5")
  expect(scheduleOf({ ...values, schedule: "daily" })).toBe("daily")
  expect(scheduleOf({ ...values, schedule: "automatic" })).toBe("automatic")
})

it("sends the status only when it changes", () => {
  const values = toValues(ACCOUNT)
  expect(toBody(values, ACCOUNT)).toEqual({
    sync_numbers: true,
    sync_comments: false,
    sync_schedule: "automatic",
  })
  expect(toBody({ ...values, is_paused: true }, ACCOUNT).status).toBe("paused")
  const paused = { ...ACCOUNT, status: "paused" as const }
  expect(toBody({ ...values, is_paused: false }, paused).status).toBe("active")
  const ended = { ...ACCOUNT, status: "needs_reconnect" as const }
  expect(toBody(toValues(ended), ended)).not.toHaveProperty("status")
})
