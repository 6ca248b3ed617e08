import { type BudgetState, CallBudget, type UsageReading } from "../call-budget"
import { PlatformError } from "../errors"

const START = new Date("2026-11-01T12:00:00Z")
const after = (minutes: number) => new Date(START.getTime() + minutes * 60000)

function setUp(states: BudgetState[] = []) {
  const clock = { now: START }
  const delays: number[] = []
  const budget = new CallBudget({
    now: () => clock.now,
    sleep: async (ms) => void delays.push(ms),
    maxDelayMs: 1000,
    states,
  })
  return { budget, clock, delays }
}

const reading = (used: number, resets_at: Date | null = after(15)) =>
  ({ scope: "app", bucket: "app:test", used, resets_at }) as UsageReading

const state = (used: number, observed_at: Date): BudgetState => ({
  ...reading(used),
  parked_until: null,
  observed_at,
})

async function refusal(budget: CallBudget, buckets = ["app:test"]) {
  const error = await budget.admit(buckets).catch((thrown: unknown) => thrown)
  if (!PlatformError.is(error)) {
    throw new Error("expected the call to be refused")
  }
  return error
}

describe("CallBudget", () => {
  it("lets calls on unknown limits through at once", async () => {
    const { budget, delays } = setUp()
    await budget.admit(["app:test", "account:sacc_1"])
    expect(delays).toEqual([])
  })

  it.each([0, 0.5, 0.7499, 0.75])("does not wait at %d", async (used) => {
    const { budget, delays } = setUp()
    budget.observe([reading(used)])
    await budget.admit(["app:test"])
    expect(delays).toEqual([])
  })

  it("waits longer the more is used", async () => {
    const { budget, delays } = setUp()
    for (const used of [0.8, 0.85, 0.9, 0.94]) {
      budget.observe([reading(used)])
      await budget.admit(["app:test"])
    }
    expect(delays).toEqual([250, 500, 750, 950])
  })

  it("waits once, for the fullest of several limits", async () => {
    const { budget, delays } = setUp()
    budget.observe([
      reading(0.8),
      { ...reading(0.9), bucket: "account:sacc_1" },
    ])
    await budget.admit(["account:sacc_1", "app:test"])
    expect(delays).toEqual([750])
  })

  it.each([0.95, 1, 1.3])("stops at %d until the reset", async (used) => {
    const { budget, delays } = setUp()
    budget.observe([reading(used)])
    const error = await refusal(budget)
    expect(error).toMatchObject({
      kind: "rate_limit",
      scope: "app",
      code: "budget_spent",
      retry_at: after(15),
    })
    expect(error.message).toContain("2026-11-01T12:15:00.000Z")
    expect(delays).toEqual([])
  })

  it("does not stop calls that count against other limits", async () => {
    const { budget } = setUp()
    budget.observe([reading(1)])
    await expect(budget.admit(["account:sacc_1"])).resolves.toBeUndefined()
  })

  it("ignores a reading whose reset has passed", async () => {
    const { budget, clock, delays } = setUp()
    budget.observe([reading(1)])
    clock.now = after(15)
    await budget.admit(["app:test"])
    expect(delays).toEqual([])
  })

  it("ignores an old reading without a reset", async () => {
    const { budget, clock, delays } = setUp()
    budget.observe([reading(0.9, null)])
    clock.now = after(61)
    await budget.admit(["app:test"])
    expect(delays).toEqual([])
  })

  it("names a time for a full limit without a reset", async () => {
    const { budget } = setUp()
    budget.observe([reading(1, null)])
    expect((await refusal(budget)).retry_at).toEqual(after(15))
  })

  it.each([0.95, 1])(
    "asks a limit used to %d without a reset again at the time it named",
    async (used) => {
      const { budget, clock } = setUp()
      budget.observe([reading(used, null)])
      const { retry_at } = await refusal(budget)
      clock.now = new Date((retry_at as Date).getTime() - 1)
      await refusal(budget)
      clock.now = retry_at as Date
      await expect(budget.admit(["app:test"])).resolves.toBeUndefined()
    }
  )
})

describe("parked limits", () => {
  it("refuse calls until their time, then open", async () => {
    const { budget, clock } = setUp()
    budget.park("account", "account:sacc_1", after(30))
    expect(await refusal(budget, ["account:sacc_1"])).toMatchObject({
      kind: "rate_limit",
      scope: "account",
      code: "parked",
      retry_at: after(30),
    })
    expect(budget.parkedUntil("account:sacc_1")).toEqual(after(30))

    clock.now = after(30)
    expect(budget.parkedUntil("account:sacc_1")).toBeNull()
    await expect(budget.admit(["account:sacc_1"])).resolves.toBeUndefined()
  })

  it("are asked again after 15 minutes when the platform names no time", () => {
    const { budget } = setUp()
    budget.park("app", "app:test", null)
    expect(budget.parkedUntil("app:test")).toEqual(after(15))
  })

  it("stay parked when a late answer reports little usage", async () => {
    const { budget } = setUp()
    budget.park("app", "app:test", after(30))
    budget.observe([reading(0.1)])
    expect((await refusal(budget)).retry_at).toEqual(after(30))
  })

  it("are open when nothing is known of them", () => {
    expect(setUp().budget.parkedUntil("app:other")).toBeNull()
  })
})

describe("what other processes saw", () => {
  it("counts from the start", async () => {
    const { budget } = setUp([state(1, after(-1))])
    expect((await refusal(budget)).code).toBe("budget_spent")
  })

  it("is taken over when it is newer", async () => {
    const { budget } = setUp()
    budget.observe([reading(0.1)])
    budget.load([state(1, after(1))])
    expect((await refusal(budget)).code).toBe("budget_spent")
  })

  it.each([0, -1])("is left when it is not (%d minutes)", async (minutes) => {
    const { budget } = setUp()
    budget.observe([reading(0.1)])
    budget.load([state(1, after(minutes))])
    await expect(budget.admit(["app:test"])).resolves.toBeUndefined()
  })

  it("is not written back", () => {
    const { budget } = setUp([state(1, after(-1))])
    expect(budget.takeChanges()).toEqual([])
  })
})

describe("takeChanges", () => {
  it("gives the last state of each limit that changed, once", () => {
    const { budget } = setUp()
    budget.observe([reading(0.1)])
    budget.observe([reading(0.2)])
    budget.park("account", "account:sacc_1", after(5))
    expect(budget.takeChanges()).toEqual([
      { ...reading(0.2), parked_until: null, observed_at: START },
      {
        scope: "account",
        bucket: "account:sacc_1",
        used: 1,
        resets_at: after(5),
        parked_until: after(5),
        observed_at: START,
      },
    ])
    expect(budget.takeChanges()).toEqual([])
  })
})
