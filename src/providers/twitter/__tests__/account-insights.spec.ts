import type { AccountInsightsRequest } from "../../../platform-kit"
import { collect, type Harness, startHarness } from "./harness"

let harness: Harness
afterEach(() => harness?.sandbox.close())

const REQUEST: AccountInsightsRequest = {
  from: "2026-11-12",
  to: "2026-11-14",
  today: "2026-11-15",
  audience: false,
}

async function read(
  trait?: string,
  more: Partial<AccountInsightsRequest> = {},
  external_id?: string
) {
  const call = harness.call(harness.account(trait))
  call.account.external_id = external_id ?? call.account.external_id
  const request = { ...REQUEST, ...more }
  return collect(harness.platform.fetchAccountInsights(call, request))
}

describe("an account's own numbers on X", () => {
  it("reads the totals of today in one call, whatever the range", async () => {
    harness = await startHarness()
    const [page] = await read()
    expect(harness.calls()).toEqual({ "GET /2/users/me": 1 })
    expect(page?.problems).toEqual([])
    expect(page?.days.map(({ day }) => day)).toEqual([
      "2026-11-12",
      "2026-11-13",
      "2026-11-14",
      "2026-11-15",
    ])
    const today = page?.days.at(-1)
    expect(today?.metrics.followers).toBeGreaterThan(0)
    expect(today?.metrics.following).toBeGreaterThan(0)
    expect(today?.metrics.posts_count).toBeGreaterThan(50)
    expect(today?.unavailable).not.toHaveProperty("followers")
    expect(today?.metrics.reach).toBeNull()
    expect(today?.unavailable.reach).toBe("not_offered")
  })

  it("says of closed days that there is nothing, and nothing of their totals", async () => {
    harness = await startHarness()
    const [page] = await read()
    for (const { metrics, unavailable } of page?.days.slice(0, 3) ?? []) {
      expect(metrics).not.toHaveProperty("followers")
      expect(Object.values(metrics).every((value) => value === null)).toBe(true)
      expect(Object.keys(unavailable).sort()).toEqual(
        Object.keys(metrics).sort()
      )
      expect(unavailable.followers_gained).toBe("not_offered")
    }
  })

  it("looks the account up with the app's own token", async () => {
    harness = await startHarness()
    const { external_id } = harness.account()
    const [page] = await read("app_bearer", {}, external_id)
    expect(harness.calls()).toEqual({ "GET /2/users": 1 })
    expect(page?.days.at(-1)?.metrics.followers).toBeGreaterThan(0)
  })

  it.each(["new", "legacy"])(
    "counts posts in the %s vocabulary",
    async (vocabulary) => {
      harness = await startHarness()
      harness.set({ vocabulary })
      const [page] = await read()
      expect(page?.days.at(-1)?.metrics.posts_count).toBeGreaterThan(50)
    }
  )

  it.each([
    {},
    {
      errors: [
        {
          title: "Field Hydration Failure",
          type: "https://api.x.com/2/problems/field-hydration-failure",
        },
      ],
    },
  ])("takes an answer without a user for passing trouble %j", async (body) => {
    harness = await startHarness()
    harness.sandbox.faults.add({ kind: "status", status: 200, body })
    await expect(read()).rejects.toMatchObject({ kind: "transient" })
  })

  it("says that X tells nobody who follows", async () => {
    harness = await startHarness()
    const [page] = await read(undefined, { audience: true })
    expect(page?.audience?.unavailable).toEqual({
      demographics: "not_offered",
      online_hours: "not_offered",
    })
  })

  it("fails as a whole when nothing can be read", async () => {
    harness = await startHarness()
    await expect(read("expired_token")).rejects.toMatchObject({ kind: "auth" })
    await expect(read(undefined, {}, "99")).rejects.toMatchObject({
      code: "other_account",
    })
  })
})
