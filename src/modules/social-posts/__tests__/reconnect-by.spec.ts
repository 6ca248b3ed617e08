import {
  bareTokens,
  NEVER_RENEWED,
  timesOf,
  type TokenModel,
} from "../../../platform-kit"
import { reconnectByWhileFailing } from "../tokens/reconnect-by"

const HOUR = 3600000
const DAY = 24 * HOUR
const NOW = new Date("2026-11-21T12:00:00Z")
const inTime = (ms: number) => new Date(NOW.getTime() + ms)

const LONG: TokenModel = { ...NEVER_RENEWED, renewed_with: "access_token" }
const PARTNER: TokenModel = {
  ...NEVER_RENEWED,
  renewed_with: "refresh_token",
  fixed_end: true,
}
const SHORT: TokenModel = {
  ...NEVER_RENEWED,
  renewed_with: "refresh_token",
  on_use_only: true,
}

const by = (
  model: TokenModel,
  ends: { expires?: number; refresh?: number },
  failingFor: number
) =>
  reconnectByWhileFailing(
    timesOf({
      ...bareTokens("a"),
      refresh_token: "r",
      expires_at: ends.expires === undefined ? null : inTime(ends.expires),
      refresh_expires_at:
        ends.refresh === undefined ? null : inTime(ends.refresh),
    }),
    model,
    inTime(-failingFor),
    NOW
  )

describe("reconnectByWhileFailing", () => {
  it.each([
    ["a moment", LONG, { expires: 6 * DAY }, 0, null],
    ["a day", LONG, { expires: 6 * DAY }, DAY, 6 * DAY],
    ["a moment, close to the end", LONG, { expires: 20 * HOUR }, 0, 20 * HOUR],
    ["a moment, after hours", SHORT, { expires: -HOUR }, 0, null],
    ["a day, after hours", SHORT, { expires: -HOUR }, DAY, -HOUR],
    ["a day, without an end", LONG, {}, DAY, null],
    [
      "a moment, with a fixed end",
      PARTNER,
      { expires: 6 * DAY, refresh: 90 * DAY },
      0,
      90 * DAY,
    ],
    [
      "a day, with a fixed end",
      PARTNER,
      { expires: 6 * DAY, refresh: 90 * DAY },
      DAY,
      6 * DAY,
    ],
    [
      "a day, the fixed end being nearer",
      PARTNER,
      { expires: 6 * DAY, refresh: 5 * DAY },
      DAY,
      5 * DAY,
    ],
  ])("is known after failing for %s", (_name, model, ends, failing, end) => {
    expect(by(model, ends, failing)).toEqual(end === null ? null : inTime(end))
  })
})
