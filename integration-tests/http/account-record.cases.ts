import readAccountInsights from "../../src/jobs/read-account-insights"
import { SOCIAL_POSTS_MODULE } from "../../src/modules/social-posts"
import type SocialPostsModuleService from "../../src/modules/social-posts/service"
import { addDays, dayOf } from "../../src/platform-kit"
import {
  accountBody,
  type FindAccount,
  httpCases,
  worldAccount,
} from "../utils/http-suite"
import { until } from "../utils/until"

jest.setTimeout(180000)

const INSTAGRAM: FindAccount = {
  platform: "instagram",
  settings: { login: "instagram" },
}

export default httpCases(
  "an account day by day",
  ({ api, admin, sandbox, container }) => {
    const today = () => dayOf(Date.now())
    const ago = (days: number) => addDays(today(), -days)
    const connect = async (find: FindAccount = INSTAGRAM) => {
      const { data } = await api.post(
        "/admin/social-accounts",
        accountBody(worldAccount(sandbox(), find)),
        admin()
      )
      return data.social_account.id as string
    }
    const get = (id: string, path: string) =>
      api.get(`/admin/social-accounts/${id}/${path}`, admin())
    const sync = (id: string, body: Record<string, unknown> = {}) =>
      api.post(`/admin/social-accounts/${id}/sync`, body, admin())

    it("has nothing at first, and says so", async () => {
      const id = await connect()
      const { status, data } = await get(id, "timeline")
      expect(status).toBe(200)
      expect(data.days).toHaveLength(30)
      expect(data.days[0].day).toBe(ago(29))
      expect(data.days[29].day).toBe(today())
      expect(data.days[0]).toMatchObject({
        period_end: null,
        captured_at: null,
        metrics: { reach: null, followers: null },
        unavailable: { reach: "not_read", followers: "not_read" },
      })
      expect(data.latest.followers).toBeNull()
      expect(data.gains.views).toBeNull()
      expect(data.peak.views).toBeNull()
      expect(data.previous).toBeNull()
      expect((await get(id, "audience")).data).toEqual({ audience: null })
    })

    it("is read by the job, and tells what it adds up to", async () => {
      const id = await connect()
      await readAccountInsights(container())
      const query = `timeline?from=${ago(5)}&to=${ago(1)}&compare=previous`
      const { status, data } = await get(id, query)
      expect(status).toBe(200)
      expect(data.days.map(({ day }: { day: string }) => day)).toEqual(
        [5, 4, 3, 2, 1].map(ago)
      )
      const views = data.days.map(
        ({ metrics }: { metrics: { views: number } }) => metrics.views
      )
      const sum = views.reduce((all: number, one: number) => all + one, 0)
      expect(sum).toBeGreaterThan(0)
      expect(data.gains.views).toBe(sum)
      // People are not added up, and nobody saw the followers five days ago.
      expect(data.gains.reach).toBeNull()
      expect(data.gains.followers).toBeNull()
      expect(data.peak.views.value).toBe(Math.max(...views))
      expect(data.previous).toMatchObject({ from: ago(10), to: ago(6) })
      expect(data.previous.gains.views).toBeGreaterThan(0)
      expect(data.latest.followers).toMatchObject({ day: today() })
      expect(data.latest.reach).toMatchObject({ day: ago(1) })

      const { data: audience } = await get(id, "audience")
      expect(audience.audience).toMatchObject({
        day: today(),
        demographics: { country: { DE: expect.any(Number) } },
        unavailable: {},
      })
      expect(Object.keys(audience.audience.online_hours)).toHaveLength(24)
    })

    it("is read with the account's posts", async () => {
      const id = await connect()
      const { status, data } = await sync(id, { force: true })
      expect(status).toBe(200)
      expect(data.account_insights).toEqual({
        status: "success",
        days: 30,
        error: null,
      })
      expect((await get(id, "timeline")).data.latest.followers.value).toBe(
        (await api.get(`/admin/social-accounts/${id}`, admin())).data
          .social_account.followers_count
      )
      // Fresh: no call is spent.
      const before = sandbox().ledger.entries().length
      const again = await sync(id)
      expect(again.data.account_insights.status).toBe("skipped")
      expect(sandbox().ledger.entries()).toHaveLength(before)
    })

    it("is read in the background too", async () => {
      const id = await connect()
      expect((await sync(id, { background: true })).status).toBe(202)
      const service =
        container().resolve<SocialPostsModuleService>(SOCIAL_POSTS_MODULE)
      await until(async () => {
        const account = await service.retrieveSocialAccount(id)
        return account.last_insights_at
      })
      expect((await get(id, "timeline")).data.latest.views).not.toBeNull()
    })

    it("says which permission is missing; posts go on", async () => {
      const id = await connect({
        platform: "instagram",
        trait: "no_insights_permission",
      })
      const { status, data } = await sync(id, { force: true })
      expect(status).toBe(200)
      expect(data.account_insights).toMatchObject({
        status: "partial",
        error: expect.stringMatching(/manage_insights/),
      })
      const { data: timeline } = await get(id, `timeline?from=${ago(1)}`)
      expect(timeline.days[0].unavailable.reach).toBe("not_permitted")
      expect(timeline.days[1].metrics.followers).toBeGreaterThan(0)
      const account = await api.get(`/admin/social-accounts/${id}`, admin())
      expect(account.data.social_account.status).toBe("active")
    })

    it("takes days and times, and leaves out days to come", async () => {
      const id = await connect()
      const { data } = await get(
        id,
        `timeline?from=${ago(2)}T09:30:00Z&to=${addDays(today(), 9)}`
      )
      expect(data.days.map(({ day }: { day: string }) => day)).toEqual(
        [2, 1, 0].map(ago)
      )
    })

    it.each([
      ["from=yesterday", /from must be an ISO 8601 time/],
      ["from=2026-02-31", /from must be an ISO 8601 time/],
      ["from=2026-03-02&to=2026-03-01", /to must not be before from/],
      ["from=2020-01-01&to=2025-01-01", /at most 1100 days/],
      ["compare=next", /'previous' for field 'compare'/],
      ["form=2026-01-01", /form/],
    ])("refuses %s and says why", async (query, message) => {
      const id = await connect()
      const { status, data } = await get(id, `timeline?${query}`)
      expect(status).toBe(400)
      expect(data.message).toMatch(message)
    })

    it.each(["timeline", "audience"])(
      "knows no %s of an account that is not there",
      async (path) => {
        expect((await get("sacc_none", path)).status).toBe(404)
      }
    )
  }
)
