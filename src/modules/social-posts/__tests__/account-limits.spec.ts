import type { BudgetState } from "../../../platform-kit"
import { accountLimits } from "../health/account-limits"

const NOW = new Date("2026-11-21T12:00:00Z")
const minutes = (count: number) => new Date(NOW.getTime() + count * 60000)

const ACCOUNT = {
  id: "sacc_1",
  platform: "twitter",
  external_id: "42",
  parked_until: null,
}

const state = (
  bucket: string,
  used: number,
  more: Partial<BudgetState> = {}
): BudgetState => ({
  bucket,
  scope: bucket.startsWith("app:") ? "app" : "account",
  used,
  resets_at: minutes(10),
  parked_until: null,
  observed_at: minutes(-1),
  ...more,
})

const limits = (states: BudgetState[], parked_until: Date | null = null) =>
  accountLimits({ ...ACCOUNT, parked_until }, states, NOW)

describe("accountLimits", () => {
  it("are the account's own and the app's, the fullest first", () => {
    expect(
      limits([
        state("account:sacc_1:GET /2/tweets", 0.254),
        state("app:twitter", 0.9),
        state("account:sacc_1", 0.5),
      ])
    ).toEqual([
      {
        bucket: "calls",
        scope: "app",
        used_percent: 90,
        resets_at: minutes(10),
        parked_until: null,
      },
      expect.objectContaining({
        bucket: "calls",
        scope: "account",
        used_percent: 50,
      }),
      expect.objectContaining({ bucket: "GET /2/tweets", used_percent: 25 }),
    ])
  })

  it("are nobody else's", () => {
    const others = [
      state("account:sacc_10", 0.5),
      state("account:sacc_2:GET /2/tweets", 0.5),
      state("app:instagram", 0.5),
      state("app:twitterer", 0.5),
    ]
    expect(limits(others)).toEqual([])
  })

  it("know what was seen before the account was stored, the newest wins", () => {
    const before = "account:connect:twitter:42:GET /2/users/me"
    const [limit, ...more] = limits([
      state(before, 0.7, { observed_at: minutes(-2) }),
      state("account:sacc_1:GET /2/users/me", 0.2),
    ])
    expect([limit?.used_percent, more]).toEqual([20, []])
    expect(limits([state(before, 0.7)])).toMatchObject([
      { bucket: "GET /2/users/me", used_percent: 70 },
    ])
  })

  it("forget what was reset or seen long ago", () => {
    expect(
      limits([
        state("account:sacc_1", 0.9, { resets_at: minutes(-1) }),
        state("app:twitter", 0.9, {
          resets_at: null,
          observed_at: minutes(-61),
        }),
      ])
    ).toEqual([])
    const unsaid = { resets_at: null, observed_at: minutes(-59) }
    expect(limits([state("app:twitter", 0.9, unsaid)])).toHaveLength(1)
  })

  it("tell of a pause, although nothing is known of the use any more", () => {
    const paused = {
      resets_at: minutes(-1),
      parked_until: minutes(5),
    }
    expect(limits([state("app:twitter", 1, paused)])).toMatchObject([
      { used_percent: null, resets_at: null, parked_until: minutes(5) },
    ])
    expect(limits([], minutes(5))).toEqual([
      {
        bucket: "calls",
        scope: "account",
        used_percent: null,
        resets_at: null,
        parked_until: minutes(5),
      },
    ])
    expect(limits([], minutes(-5))).toEqual([])
    expect(
      limits([state("account:sacc_1", 1, paused)], minutes(7))
    ).toHaveLength(1)
  })
})
