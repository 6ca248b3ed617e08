import {
  addDays,
  dayOf,
  PlatformError,
  type PlatformErrorDetails,
} from "../../src/platform-kit"
import type { SeriesDay } from "../../src/modules/social-posts/history/account-series"
import { moduleSuite, seedAccount } from "../utils/module-runner"
import { HISTORY_DAYS, RecordPlatform } from "../utils/record-platform"

const HOUR = 60 * 60 * 1000
const START = new Date("2026-11-10T10:00:00Z")

let now = START
const today = () => dayOf(now)
const later = (hours: number) => {
  now = new Date(now.getTime() + hours * HOUR)
}

const DOWN: PlatformErrorDetails = {
  kind: "transient",
  scope: "post",
  code: "500",
  message: "Fake answered HTTP 500. It is tried again later.",
}
const FORBIDDEN: PlatformErrorDetails = {
  kind: "permission",
  scope: "account",
  code: "10",
  message: "Permission denied: the token lacks the permission fake_insights.",
}

moduleSuite(
  ({ service }) => {
    beforeEach(() => {
      RecordPlatform.resetRecord()
      now = START
    })

    const record = () => service.accountRecord
    const accountOf = (id: string) => service.retrieveSocialAccount(id)
    const connect = async () => (await seedAccount(service, 0)).accountId
    const daysOf = async (id: string, from = addDays(today(), -HISTORY_DAYS)) =>
      (await record().timeline(id, { from })).days
    const reaches = (days: SeriesDay[]) =>
      days.map(({ metrics }) => metrics.reach)
    /** Reasons of one metric, by day. */
    const reasons = (
      days: SeriesDay[],
      metric: "reach" | "followers" | "likes" = "reach"
    ) => days.map(({ unavailable }) => unavailable[metric] ?? null)
    /** Days that were asked for since the last time. */
    const asked = () => {
      const ranges = RecordPlatform.asked.map(({ from, to }) => [from, to])
      RecordPlatform.asked = []
      return ranges
    }
    /** To the next time that the account is due. */
    const nextTime = async (id: string) => {
      now = (await accountOf(id)).next_insights_at as Date
    }

    it("reads as far back as the platform tells, at once after connecting", async () => {
      const id = await connect()
      expect(await record().readDue()).toEqual({ read: [id], failed: [] })
      expect(asked()).toEqual([
        [addDays(today(), -HISTORY_DAYS), addDays(today(), -1)],
      ])
      const days = await daysOf(id)
      expect(reaches(days)).toEqual([...Array(HISTORY_DAYS).fill(10), null])
      expect(days.at(-1)).toMatchObject({
        day: today(),
        metrics: { followers: 500 },
        unavailable: { reach: "no_data_yet" },
      })
      for (const day of days.slice(0, -1)) {
        expect(day.unavailable.followers).toBe("not_offered")
        expect(day.metrics.likes).toBe(2)
        expect(day.captured_at).toEqual(now)
        expect(day.period_end?.toISOString().slice(11, 13)).toBe("08")
      }
      const account = await accountOf(id)
      expect(account).toMatchObject({
        last_insights_at: now,
        insights_error: null,
        followers_count: 500,
      })
      const next = account.next_insights_at as Date
      expect(dayOf(next)).toBe(addDays(today(), 1))
      expect(next.getUTCHours()).toBeGreaterThanOrEqual(9)
      expect(await record().readDue()).toEqual({ read: [], failed: [] })
    })

    it("reads one day a day, and completes the row of the day before", async () => {
      const id = await connect()
      await record().readDue()
      asked()
      const first = today()
      await nextTime(id)
      RecordPlatform.followersNow = 512
      await record().readDue()
      expect(asked()).toEqual([[first, first]])
      const [before, current] = await daysOf(id, first)
      expect(before).toMatchObject({
        day: first,
        // Totals of yesterday stay those of yesterday.
        metrics: { followers: 500, reach: 10 },
        captured_at: now,
      })
      expect(before?.unavailable).not.toHaveProperty("reach")
      expect(current?.metrics.followers).toBe(512)
      const { gains, latest } = await record().timeline(id, { from: today() })
      expect(gains.followers).toBe(12)
      expect(latest.reach).toEqual({ value: 10, day: first })
    })

    it("asks again for what was not counted yet, as long as it may come", async () => {
      const id = await connect()
      const late = addDays(today(), -1)
      RecordPlatform.reach.set(late, null)
      await record().readDue()
      expect(reasons(await daysOf(id, late))[0]).toBe("no_data_yet")
      asked()
      await nextTime(id)
      RecordPlatform.reach.set(late, 7)
      await record().readDue()
      expect(asked()).toEqual([[late, addDays(late, 1)]])
      const [healed] = await daysOf(id, late)
      expect(healed).toMatchObject({ metrics: { reach: 7 } })
      expect(healed?.unavailable).not.toHaveProperty("reach")
    })

    it("keeps a known number that is missing in a later reading", async () => {
      const id = await connect()
      await record().readDue()
      const day = addDays(today(), -1)
      RecordPlatform.reach.set(day, null)
      await record().readNow(id, { force: true })
      const [kept] = await daysOf(id, day)
      expect(kept?.metrics.reach).toBe(10)
      expect(kept?.unavailable).not.toHaveProperty("reach")
    })

    it("goes on where a process died", async () => {
      const id = await connect()
      const last = addDays(today(), -3)
      RecordPlatform.beforeDay = (day) => {
        if (day === last) {
          throw new Error("killed")
        }
      }
      expect(await record().readDue()).toMatchObject({ failed: [id] })
      // Until the lease is over nobody touches it.
      RecordPlatform.beforeDay = () => undefined
      asked()
      expect(await record().readDue()).toEqual({ read: [], failed: [] })
      later(1)
      expect(await record().readDue()).toEqual({ read: [id], failed: [] })
      expect(asked()).toEqual([[last, addDays(today(), -1)]])
      expect(reaches(await daysOf(id)).slice(0, -1)).toEqual(
        Array(HISTORY_DAYS).fill(10)
      )
    })

    it("reads each account once, however many do it at the same time", async () => {
      const ids = [await connect(), await connect(), await connect()]
      const reports = await Promise.all([
        record().readDue(),
        record().readDue(),
        record().readDue(),
      ])
      expect(reports.flatMap(({ read }) => read).sort()).toEqual(ids.sort())
      expect(asked()).toHaveLength(3)
    })

    it("leaves an account alone that is being read", async () => {
      const id = await connect()
      const statuses: string[] = []
      RecordPlatform.beforeDay = async () => {
        statuses.push((await record().readNow(id, { force: true })).status)
      }
      await record().readDue()
      expect(new Set(statuses)).toEqual(new Set(["skipped"]))
      expect(asked()).toHaveLength(1)
      RecordPlatform.beforeDay = () => undefined
      expect((await record().readNow(id)).status).toBe("skipped")
      expect((await record().readNow(id, { force: true })).status).toBe(
        "success"
      )
    })

    it("gives an account up that was connected anew meanwhile", async () => {
      const id = await connect()
      const { external_id } = await accountOf(id)
      RecordPlatform.beforeDay = async () => {
        RecordPlatform.beforeDay = () => undefined
        later(1)
        await seedAccount(service, 0, { externalId: external_id })
      }
      await record().readDue()
      // Read again from the start by whoever came next, with the new token.
      expect((await accountOf(id)).last_insights_at).toEqual(now)
      expect(asked()).toHaveLength(2)
    })

    it("records why days are missing while the platform is down, then heals", async () => {
      const id = await connect()
      await record().readDue()
      const first = today()
      await nextTime(id)
      asked()
      RecordPlatform.fails = DOWN
      for (let hour = 0; hour < 3; hour++) {
        expect(await record().readDue()).toEqual({ read: [], failed: [id] })
        await nextTime(id)
      }
      expect(asked()).toEqual(Array(3).fill([first, first]))
      expect(await accountOf(id)).toMatchObject({
        status: "active",
        insights_error: DOWN.message,
      })
      later(48)
      await record().readDue()
      const down = await daysOf(id, first)
      expect(reasons(down)).toEqual([
        "not_read",
        "not_read",
        "not_read",
        // The day that runs now: nobody could ask yet.
        "not_read",
      ])
      expect(down[0]?.metrics.followers).toBe(500)

      RecordPlatform.fails = null
      await nextTime(id)
      await record().readDue()
      const healed = await daysOf(id, first)
      expect(reaches(healed).slice(0, -1)).toEqual([10, 10, 10])
      // What nobody asked for on the day itself never comes.
      expect(reasons(healed, "followers")).toEqual([
        null,
        "not_offered",
        "not_offered",
        null,
      ])
      expect((await accountOf(id)).insights_error).toBeNull()
    })

    it("asks again for a part that failed in passing, as long as the platform keeps it", async () => {
      const id = await connect()
      const range = [addDays(today(), -HISTORY_DAYS), addDays(today(), -1)]
      RecordPlatform.likesFail = DOWN
      await record().readDue()
      const partly = await daysOf(id)
      expect(reaches(partly).slice(0, -1)).toEqual(Array(HISTORY_DAYS).fill(10))
      expect(reasons(partly, "likes").slice(0, -1)).toEqual(
        Array(HISTORY_DAYS).fill("not_read")
      )
      asked()

      RecordPlatform.likesFail = null
      await nextTime(id)
      await record().readDue()
      expect(asked()).toEqual([range])
      const healed = await daysOf(id)
      expect(healed.slice(0, -1).map(({ metrics }) => metrics.likes)).toEqual(
        Array(HISTORY_DAYS).fill(2)
      )
      // What the platform never tells is no reason to go on asking.
      await record().readNow(id, { force: true })
      expect(asked()).toEqual([[range[1], range[1]]])
    })

    it("does not ask for ever for a part that is refused for good", async () => {
      const id = await connect()
      const last = addDays(today(), -1)
      RecordPlatform.likesFail = { ...DOWN, kind: "unsupported_metric" }
      await record().readDue()
      asked()
      await record().readNow(id, { force: true })
      expect(asked()).toEqual([[last, last]])
    })

    describe("with a gap", () => {
      const gap = () => addDays(today(), -5)
      const newest = () => [addDays(today(), -1), addDays(today(), -1)]
      /** An account of which yesterday and an older day are to be read. */
      const withGap = async () => {
        const id = await connect()
        RecordPlatform.reach.set(addDays(today(), -1), null)
        await record().readDue()
        RecordPlatform.reach.clear()
        const rows = await service.listSocialAccountSnapshots({
          account_id: id,
          day: gap(),
        })
        await service.deleteSocialAccountSnapshots(rows.map((row) => row.id))
        asked()
        return id
      }
      const failNewest = (details: PlatformErrorDetails) => {
        RecordPlatform.beforeDay = (day) => {
          if (day === addDays(today(), -1)) {
            throw new PlatformError(details)
          }
        }
      }

      it("reads it although the audience, asked before, is refused", async () => {
        RecordPlatform.audienceFails = FORBIDDEN
        const id = await withGap()
        const { status } = await record().readNow(id, { force: true })
        expect(status).toBe("partial")
        const ranges = asked()
        expect(ranges[0]?.[1]).toBe(newest()[1])
        expect(ranges.at(-1)).toEqual([gap(), gap()])
        const [day] = await daysOf(id, gap())
        expect(day).toMatchObject({
          metrics: { reach: 10, likes: 2 },
          unavailable: { views: "not_offered" },
        })
      })

      it("reads it although newer days are refused", async () => {
        const id = await withGap()
        failNewest(FORBIDDEN)
        await record().readNow(id, { force: true })
        expect(asked()).toEqual([newest(), [gap(), gap()]])
        const days = await daysOf(id, gap())
        expect(days[0]?.metrics.reach).toBe(10)
        expect(reasons(days).at(-2)).toBe("not_permitted")
      })

      it.each([
        ["the platform is down", DOWN],
        [
          "a limit is reached",
          { ...DOWN, kind: "rate_limit", scope: "account" },
        ],
      ] as const)("leaves it for later when %s", async (_name, details) => {
        const id = await withGap()
        failNewest(details)
        await record().readNow(id, { force: true })
        expect(asked()).toEqual([newest()])
        expect(reasons(await daysOf(id, gap()))[0]).toBe("not_read")

        RecordPlatform.beforeDay = () => undefined
        await nextTime(id)
        await record().readDue()
        expect(asked()).toContainEqual([gap(), gap()])
        expect((await daysOf(id, gap()))[0]?.metrics.reach).toBe(10)
      })
    })

    it("has a row for every day, also for those that are lost for good", async () => {
      const id = await connect()
      await record().readDue()
      const first = today()
      await service.updateSocialAccounts({ id, status: "paused" })
      for (let day = 0; day < 3; day++) {
        await nextTime(id)
        expect(await record().readDue()).toEqual({ read: [], failed: [id] })
      }
      // Nobody was there to write rows.
      later(24 * (HISTORY_DAYS + 4))
      await service.updateSocialAccounts({ id, status: "active" })
      expect(await record().readDue()).toEqual({ read: [id], failed: [] })
      const rows = await service.listSocialAccountSnapshots(
        { account_id: id },
        { order: { day: "ASC" }, take: 100 }
      )
      const start = addDays(first, -HISTORY_DAYS)
      expect(rows.map(({ day }) => day)).toEqual(
        rows.map((_, at) => addDays(start, at))
      )
      expect(rows.at(-1)?.day).toBe(today())
      const days = await daysOf(id, first)
      const found = reasons(days)
      expect(found.slice(0, 3)).toEqual(Array(3).fill("not_read"))
      expect(found).toContain("window_closed")
      expect(found.slice(-1 - HISTORY_DAYS, -1)).toEqual(
        Array(HISTORY_DAYS).fill(null)
      )
    })

    it("waits for an hour after an error of its own, and says so", async () => {
      const id = await connect()
      // No database takes such a number.
      RecordPlatform.reach.set(addDays(today(), -1), 10n as unknown as number)
      expect(await record().readDue()).toEqual({ read: [], failed: [id] })
      const { insights_error, next_insights_at } = await accountOf(id)
      expect(insights_error).toMatch(/the store's log says why/)
      later(1)
      expect(next_insights_at).toEqual(now)
      RecordPlatform.reach.clear()
      expect(await record().readDue()).toEqual({ read: [id], failed: [] })
      expect((await accountOf(id)).insights_error).toBeNull()
    })

    it("says that a permission is missing and leaves the account active", async () => {
      const id = await connect()
      RecordPlatform.fails = FORBIDDEN
      expect(await record().readDue()).toEqual({ read: [], failed: [id] })
      expect(await accountOf(id)).toMatchObject({
        status: "active",
        insights_error: FORBIDDEN.message,
      })
      expect(reasons(await daysOf(id)).slice(0, -1)).toEqual(
        Array(HISTORY_DAYS).fill("not_permitted")
      )
      // A new token may have it: everything is asked again, at once.
      RecordPlatform.fails = null
      asked()
      const { external_id } = await accountOf(id)
      await seedAccount(service, 0, { externalId: external_id })
      await record().readDue()
      expect(asked()).toEqual([
        [addDays(today(), -HISTORY_DAYS), addDays(today(), -1)],
      ])
      expect((await accountOf(id)).insights_error).toBeNull()
    })

    it("waits for a limit as long as the platform says", async () => {
      const id = await connect()
      const retry_at = new Date(now.getTime() + 3 * HOUR)
      RecordPlatform.fails = {
        ...DOWN,
        kind: "rate_limit",
        scope: "account",
        retry_at,
      }
      await record().readDue()
      expect(await accountOf(id)).toMatchObject({
        next_insights_at: retry_at,
        parked_until: retry_at,
      })
    })

    it("takes an account down whose token is dead", async () => {
      const id = await connect()
      RecordPlatform.fails = {
        ...DOWN,
        kind: "auth",
        scope: "account",
        message: "The token has expired. Reconnect the account.",
      }
      await record().readDue()
      expect(await accountOf(id)).toMatchObject({
        status: "needs_reconnect",
        dead_by: "token",
        status_reason: "The token has expired. Reconnect the account.",
      })
    })

    it("asks for the audience once a week", async () => {
      const id = await connect()
      const audiences: boolean[] = []
      for (let day = 0; day < 9; day++) {
        await record().readDue()
        audiences.push(...RecordPlatform.asked.map(({ audience }) => audience))
        RecordPlatform.asked = []
        await nextTime(id)
      }
      expect(audiences).toEqual([true, ...Array(6).fill(false), true, false])
      expect(await record().audience(id)).toMatchObject({
        day: addDays(dayOf(START), 7),
        demographics: { country: { DE: 500 } },
        unavailable: { online_hours: "not_offered" },
      })
    })

    it("forgets the days with their account", async () => {
      const id = await connect()
      await record().readDue()
      await service.removeAccount(id, true)
      expect(
        await service.listSocialAccountSnapshots({ account_id: id })
      ).toEqual([])
    })
  },
  {
    clock: () => now,
    providers: [{ resolve: { services: [RecordPlatform] }, id: "fake" }],
  }
)
