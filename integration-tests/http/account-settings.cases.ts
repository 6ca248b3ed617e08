import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import syncAllInsights from "../../src/jobs/sync-all-insights"
import { SOCIAL_POSTS_MODULE } from "../../src/modules/social-posts"
import type SocialPostsModuleService from "../../src/modules/social-posts/service"
import {
  accountBody,
  type FindAccount,
  httpCases,
  postBody,
  worldAccount,
  worldPosts,
} from "../utils/http-suite"
import { until } from "../utils/until"

jest.setTimeout(180000)

const HOUR = 60 * 60 * 1000
const DAY = 24 * HOUR
/** Rarely enough not to run while the tests do. */
const MONTHLY = "0 2 1 * *"

/** Accounts whose comments can be read, with what their comment calls are. */
const WITH_COMMENTS: [name: string, find: FindAccount, comments: RegExp][] = [
  [
    "Instagram",
    { platform: "instagram", settings: { login: "instagram" } },
    /fields=id,comments/,
  ],
  [
    "Instagram through Facebook",
    { platform: "instagram", settings: { login: "facebook" } },
    /fields=id,comments/,
  ],
  ["Facebook", { platform: "facebook" }, /fields=id,comments/],
  ["X", { platform: "twitter" }, /search\/recent/],
  [
    "a LinkedIn page",
    { platform: "linkedin", settings: { kind: "organization" } },
    /socialActions\/.*\/comments/,
  ],
]
const INSTAGRAM: FindAccount = {
  platform: "instagram",
  settings: { login: "instagram" },
}
const X: FindAccount = { platform: "twitter" }

export default httpCases(
  "settings of an account",
  ({ api, admin, sandbox, container }) => {
    const knex = () =>
      container().resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const service = () =>
      container().resolve<SocialPostsModuleService>(SOCIAL_POSTS_MODULE)

    const seed = async (find: FindAccount, count: number) => {
      const account = worldAccount(sandbox(), find)
      const { data } = await api.post(
        "/admin/social-accounts",
        accountBody(account),
        admin()
      )
      const id = data.social_account.id as string
      const plain = worldPosts(sandbox(), account).filter(
        ({ traits }) => traits.length === 0
      )
      const postIds: string[] = []
      for (const post of plain.slice(0, count)) {
        const created = await api.post(
          "/admin/social-posts",
          postBody(id, post),
          admin()
        )
        postIds.push(created.data.social_post.id)
      }
      return { account, id, postIds, postId: postIds[0] as string }
    }
    const change = (id: string, body: Record<string, unknown>) =>
      api.post(`/admin/social-accounts/${id}`, body, admin())
    const sync = (postId: string) =>
      api.post(
        `/admin/social-posts/${postId}/sync-insights`,
        { force: true },
        admin()
      )
    const post = async (id: string) =>
      (await api.get(`/admin/social-posts/${id}`, admin())).data.social_post
    const preview = (schedule: string) =>
      api.get(
        `/admin/social-sync-schedules?schedule=${encodeURIComponent(schedule)}`,
        admin()
      )
    const nextRun = async (schedule: string) =>
      (await preview(schedule)).data.schedule.next_runs[0]
    const askedSince = (before: number) =>
      sandbox()
        .ledger.entries()
        .slice(before)
        .map(({ path, query }) => `${path}?${decodeURIComponent(query)}`)
    /** What platforms were asked meanwhile. */
    const asks = async (work: () => Promise<unknown>): Promise<string[]> => {
      const before = sandbox().ledger.entries().length
      await work()
      return askedSince(before)
    }
    const syncDue = async () => {
      const started = await service().startSyncRun("due", { due: true })
      return started
        ? service().workSyncRun(started.run_id, started.worker, {
            collect: true,
          })
        : []
    }
    const age = (postId: string, row: Record<string, unknown>) =>
      knex()("social_post").where({ id: postId }).update(row)
    const ago = (days: number) => new Date(Date.now() - days * DAY)

    it("are everything and automatic at first", async () => {
      const { id } = await seed(X, 0)
      const { data } = await api.get(`/admin/social-accounts/${id}`, admin())
      expect(data.social_account).toMatchObject({
        connection_flow: null,
        reconnect_by: null,
        renewal_failed_at: null,
        needs_attention: false,
        sync_numbers: true,
        sync_comments: true,
        sync_schedule: null,
      })
    })

    it("take presets and cron expressions, stored as cron", async () => {
      const { id } = await seed(X, 0)
      const cases: [string | null, string | null][] = [
        ["hourly", "0 * * * *"],
        ["every_6_hours", "0 */6 * * *"],
        ["weekly", "0 2 * * 1"],
        [" */15  8-18 * * 1-5 ", "*/15 8-18 * * 1-5"],
        ["automatic", null],
        ["daily", "0 2 * * *"],
        [null, null],
      ]
      for (const [sync_schedule, cron] of cases) {
        const { status, data } = await change(id, { sync_schedule })
        expect([status, data.social_account.sync_schedule]).toEqual([200, cron])
      }
    })

    it("tell the next runs of a schedule before it is stored", async () => {
      const { status, data } = await preview("every_6_hours")
      expect(status).toBe(200)
      expect(data.schedule).toEqual({
        cron: "0 */6 * * *",
        next_runs: [expect.any(String), expect.any(String), expect.any(String)],
        time_zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      })
      const [first, second, third] = data.schedule.next_runs.map(Date.parse)
      expect(first).toBeGreaterThan(Date.now())
      expect([second - first, third - second]).toEqual([6 * HOUR, 6 * HOUR])
      expect((await preview("automatic")).data.schedule).toMatchObject({
        cron: null,
        next_runs: [],
      })
      expect((await preview("often")).data.message).toMatch(
        /schedule "often".*"hourly".*cron expression/
      )
      const missing = await api.get("/admin/social-sync-schedules", admin())
      expect([missing.status, missing.data.message]).toEqual([
        400,
        expect.stringContaining("schedule"),
      ])
      const anybody = { validateStatus: () => true }
      const path = "/admin/social-sync-schedules?schedule=daily"
      expect((await api.get(path, anybody)).status).toBe(401)
    })

    it("refuse wrong values, naming field and what is allowed, and write nothing", async () => {
      const { id, account } = await seed(X, 1)
      await change(id, { sync_schedule: "daily", sync_comments: false })
      const rows = async () =>
        JSON.stringify([
          await knex()("social_account").select("*"),
          await knex()("social_credential").select("*"),
          await knex()("social_post").select("*"),
        ])
      const before = await rows()
      const cases: [Record<string, unknown>, RegExp][] = [
        [{ sync_schedule: "often" }, /sync_schedule "often".*"automatic"/],
        [{ sync_schedule: "* * * * *" }, /sync_schedule.*every 15 minutes/],
        [{ sync_schedule: "0 0 2 * * *" }, /sync_schedule.*five fields/],
        [{ sync_schedule: "0 0 29 2 1" }, /sync_schedule.*within a year/],
        [{ sync_schedule: 5 }, /sync_schedule/],
        [{ sync_schedule: "x".repeat(101) }, /sync_schedule.*100/],
        [{ sync_numbers: "yes" }, /sync_numbers/],
        [{ sync_numbers: null }, /sync_numbers/],
        [{ sync_numbers: false }, /sync_numbers and sync_comments.*both/],
        [
          { sync_numbers: false, sync_comments: false },
          /sync_numbers and sync_comments.*both/,
        ],
        // Together with what alone would be stored.
        [
          { sync_numbers: false, sync_schedule: "hourly", status: "paused" },
          /both/,
        ],
        [{ access_token: account.access_token, sync_numbers: false }, /both/],
        [{ sync_colour: true }, /sync_colour/],
      ]
      for (const [body, message] of cases) {
        const { status, data } = await change(id, body)
        expect([body, status]).toEqual([body, 400])
        expect(data.message).toMatch(message)
        expect(await rows()).toBe(before)
      }
    })

    it("refuse to leave out numbers where comments cannot be read", async () => {
      const { id } = await seed(
        { platform: "linkedin", settings: { kind: "member" } },
        0
      )
      const { status, data } = await change(id, { sync_numbers: false })
      expect([status, data.message]).toEqual([
        400,
        expect.stringMatching(/sync_numbers.*r_member_social_feed/),
      ])
    })

    it("plan the next readings anew when the schedule changes, in one statement", async () => {
      const { id, postIds } = await seed(X, 5)
      const [young, quiet, old, gone, fresh] = postIds as [
        string,
        string,
        string,
        string,
        string,
      ]
      const read = { sync_status: "success", last_synced_at: ago(0) }
      const later = new Date(Date.now() + 3 * DAY)
      await age(young, { ...read, posted_at: ago(0.5), next_sync_at: later })
      await age(quiet, {
        ...read,
        posted_at: ago(40),
        next_sync_at: later,
        unchanged_readings: 5000,
      })
      await age(old, { ...read, posted_at: ago(91), next_sync_at: null })
      await age(gone, {
        ...read,
        posted_at: ago(2),
        gone_since: ago(0),
        next_sync_at: later,
      })
      const soon = new Date(Date.now() + 1000)
      await age(fresh, { posted_at: ago(0), next_sync_at: soon })
      const next = async (one: string) => (await post(one)).next_sync_at

      const updates: string[] = []
      const listen = ({ sql }: { sql: string }) => {
        if (/^\s*update\s+"?social_post\b/i.test(sql)) {
          updates.push(sql)
        }
      }
      knex().on("query", listen)
      await change(id, { sync_schedule: MONTHLY })
      knex().removeListener("query", listen)
      expect(updates).toHaveLength(1)
      const run = await nextRun(MONTHLY)
      expect(await next(young)).toBe(run)
      expect(await next(quiet)).toBe(run)
      expect(await next(old)).toBeNull()
      expect(await next(gone)).toBe(later.toISOString())
      expect(await next(fresh)).toBe(soon.toISOString())

      // The same schedule again leaves alone what was planned since.
      await age(young, { next_sync_at: later })
      await change(id, { sync_schedule: MONTHLY, sync_comments: false })
      expect(await next(young)).toBe(later.toISOString())

      await change(id, { sync_schedule: null })
      const hoursAhead = async (one: string) =>
        Math.round((Date.parse(await next(one)) - Date.now()) / HOUR)
      expect(await hoursAhead(young)).toBe(1)
      expect(await hoursAhead(quiet)).toBe(14 * 24)
      expect(await next(old)).toBeNull()
    })

    it("read posts by their schedule, however fresh, and not by the daily job", async () => {
      const scheduled = await seed(X, 2)
      const automatic = await seed({ platform: "facebook" }, 1)
      const [young, month] = scheduled.postIds as [string, string]
      await age(month, { posted_at: ago(60) })
      await change(scheduled.id, { sync_schedule: MONTHLY })
      await syncAllInsights(container())
      const { data } = await until(async () => {
        const runs = await api.get("/admin/social-sync-runs", admin())
        const [run] = runs.data.social_sync_runs
        return run && run.status !== "running" ? runs : null
      })
      expect(data.social_sync_runs).toEqual([
        expect.objectContaining({ trigger: "daily", total: 1, success: 1 }),
      ])
      expect((await post(automatic.postId)).sync_status).toBe("success")
      expect((await post(young)).sync_status).toBeNull()

      // By hand as ever, and the next time is the schedule's.
      const bulk = await api.post(
        `/admin/social-posts/sync-all-insights?platform_id=${scheduled.id}`,
        {},
        admin()
      )
      expect(bulk.data).toMatchObject({ success: 2, failed: 0 })
      const run = await nextRun(MONTHLY)
      for (const id of [young, month]) {
        expect((await post(id)).next_sync_at).toBe(run)
      }
      await knex()("social_post").update({ next_sync_at: ago(0) })
      const outcomes = await syncDue()
      expect(outcomes.map(({ post_id }) => post_id).sort()).toEqual(
        [young, month, automatic.postId].sort()
      )
    })

    it.each(WITH_COMMENTS)(
      "leave out comments or numbers of %s",
      async (_, find, comments) => {
        const { id, postId } = await seed(find, 1)
        const isComments = (asked: string) => comments.test(asked)
        const all = await asks(() => sync(postId))
        const calls = all.filter(isComments)
        expect(calls.length).toBeGreaterThan(0)
        const withBoth = await post(postId)
        expect(withBoth.sync_status).toBe("success")
        const snapshots = async () =>
          (await knex()("social_post_snapshot").where({ post_id: postId }))
            .length

        await change(id, { sync_comments: false })
        const numbers = await asks(() => sync(postId))
        expect(numbers.filter(isComments)).toEqual([])
        expect(numbers).toHaveLength(all.length - calls.length)
        const withoutComments = await post(postId)
        expect(withoutComments.insights).toMatchObject({
          sync_status: "success",
          comments_data: withBoth.insights.comments_data,
          comments_synced_at: withBoth.insights.comments_synced_at,
        })
        expect(withoutComments.last_synced_at > withBoth.last_synced_at).toBe(
          true
        )
        const taken = await snapshots()

        await change(id, { sync_comments: true, sync_numbers: false })
        const known = await post(postId)
        const only = await asks(() => sync(postId))
        expect(only.filter(isComments)).toEqual(only)
        expect(only).toHaveLength(calls.length)
        const withoutNumbers = await post(postId)
        const { comments_synced_at, ...insights } = withoutNumbers.insights
        expect(withoutNumbers.sync_status).toBe("success")
        expect(comments_synced_at > known.insights.comments_synced_at).toBe(
          true
        )
        // The numbers stay as they are, with their age.
        expect(withoutNumbers.last_synced_at).toBe(known.last_synced_at)
        expect(insights).toMatchObject({
          reach: known.insights.reach ?? null,
          likes: known.insights.likes ?? null,
          engagement: known.insights.engagement,
          last_synced_at: known.insights.last_synced_at,
        })
        expect(await snapshots()).toBe(taken)
      }
    )

    it("say so when comments alone are wanted and fail", async () => {
      const { id, postId } = await seed(INSTAGRAM, 1)
      await sync(postId)
      await change(id, { sync_numbers: false })
      sandbox().faults.add({ kind: "status", status: 503, body: "busy" })
      const { status, data } = await sync(postId)
      sandbox().faults.clear()
      expect([status, data.kind]).toEqual([502, "transient"])
      expect(await post(postId)).toMatchObject({
        sync_status: "failed",
        sync_errors: [expect.stringMatching(/^Comments: /)],
      })
    })

    it("count a post as fresh whose comments alone were just read", async () => {
      const { id, postId } = await seed(INSTAGRAM, 1)
      await change(id, { sync_numbers: false })
      const bulk = () =>
        api.post("/admin/social-posts/sync-all-insights", {}, admin())
      expect((await bulk()).data).toMatchObject({ success: 1, skipped: 0 })
      const asked = await asks(async () =>
        expect((await bulk()).data).toMatchObject({
          success: 0,
          skipped: 1,
          results: [
            {
              postId,
              status: "skipped",
              error: expect.stringMatching(/^fresh/),
            },
          ],
        })
      )
      expect(asked).toEqual([])
      // The numbers were not: wanted again, they are read.
      await change(id, { sync_numbers: true })
      expect((await bulk()).data).toMatchObject({ success: 1, skipped: 0 })
      expect((await post(postId)).insights.reach).toEqual(expect.any(Number))
    })
  }
)
