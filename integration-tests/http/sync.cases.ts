import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import {
  accountBody,
  type FindAccount,
  httpCases,
  postBody,
  worldAccount,
  worldPosts,
} from "../utils/http-suite"
import { until } from "../utils/until"

const INSTAGRAM: FindAccount = {
  platform: "instagram",
  settings: { login: "instagram" },
}

export default httpCases("syncs", ({ api, admin, sandbox, container }) => {
  const seed = async (
    find: FindAccount,
    pick: (post: ReturnType<typeof worldPosts>[number]) => boolean,
    limit = 100
  ) => {
    const account = worldAccount(sandbox(), find)
    const { data } = await api.post(
      "/admin/social-accounts",
      accountBody(account),
      admin()
    )
    const accountId = data.social_account.id as string
    const posts = worldPosts(sandbox(), account).filter(pick).slice(0, limit)
    const ids: string[] = []
    for (const post of posts) {
      const created = await api.post(
        "/admin/social-posts",
        postBody(accountId, post),
        admin()
      )
      ids.push(created.data.social_post.id)
    }
    return { account, accountId, posts, ids, id: ids[0] as string }
  }
  const plain =
    (kind?: string) =>
    (post: { traits: string[]; media_product_type: string | null }) =>
      post.traits.length === 0 && (!kind || post.media_product_type === kind)

  const sync = (id: string, body: Record<string, unknown> = {}) =>
    api.post(`/admin/social-posts/${id}/sync-insights`, body, admin())
  const syncAll = (query = "", body: Record<string, unknown> = {}) =>
    api.post(`/admin/social-posts/sync-all-insights${query}`, body, admin())
  const post = async (id: string) =>
    (await api.get(`/admin/social-posts/${id}`, admin())).data.social_post
  const tell = (change: Record<string, unknown>) => {
    const platform = sandbox().world.named(change.platform as string)
    const { platform: _, ...rest } = change
    expect(platform?.set(rest)).toBe(true)
  }

  it("answers a single sync as documented", async () => {
    const { id, posts } = await seed(INSTAGRAM, plain("FEED"), 1)
    const { status, data } = await sync(id)
    expect(data.message).toBe("Insights synced successfully")
    expect(status).toBe(200)
    const truth = sandbox()
      .world.named("instagram")
      ?.truth(posts[0]?.platform_post_id as string) as Record<string, number>
    expect(data.insights).toMatchObject({
      platform: "instagram",
      platform_post_id: posts[0]?.platform_post_id,
      reach: truth.reach,
      saves: truth.saved,
      impressions: null,
      unavailable: { impressions: "retired" },
      sync_status: "success",
      instagram_insights: { reach: truth.reach },
    })
    expect(data.insights.comments_data).toEqual(expect.any(Array))
    expect(data.insights.last_synced_at).toMatch(/^\d{4}-.*Z$/)
    expect(await post(id)).toMatchObject({
      insights: data.insights,
      sync_status: "success",
    })
  })

  it("says that fresh numbers are fresh, unless forced", async () => {
    const { id } = await seed(INSTAGRAM, plain("FEED"), 1)
    await sync(id)
    const before = sandbox().ledger.summary().total
    const fresh = await sync(id)
    expect(fresh.status).toBe(200)
    expect(fresh.data.message).toMatch(/fresh/)
    expect(sandbox().ledger.summary().total).toBe(before)
    const forced = await api.post(
      `/admin/social-posts/${id}/sync-insights?force=true`,
      {},
      admin()
    )
    expect(forced.data.message).toBe("Insights synced successfully")
    expect(sandbox().ledger.summary().total).toBeGreaterThan(before)
  })

  it("refuses drafts, unknown posts, and posts of an account to reconnect", async () => {
    expect((await sync("spost_nobody")).status).toBe(404)
    const { accountId, id } = await seed(INSTAGRAM, plain("FEED"), 1)
    const draft = await api.post(
      "/admin/social-posts",
      { account_id: accountId, status: "draft" },
      admin()
    )
    const refused = await sync(draft.data.social_post.id)
    expect(refused.status).toBe(400)
    expect(refused.data.message).toMatch(/Only posted posts can be synced/)

    const { account } = { account: worldAccount(sandbox(), INSTAGRAM) }
    tell({
      platform: "instagram",
      account: account.external_id,
      token: "expired",
    })
    const expired = await sync(id)
    expect(expired.status).toBe(400)
    expect(expired.data).toMatchObject({
      kind: "auth",
      message: expect.stringMatching(/reconnect/i),
    })
    const before = sandbox().ledger.summary().total
    const second = await sync(id, { force: true })
    expect(second.status).toBe(400)
    expect(second.data.message).toMatch(/reconnect/i)
    expect(sandbox().ledger.summary().total).toBe(before)
    const bulk = await syncAll(`?platform_id=${accountId}`)
    expect(bulk.status).toBe(400)
    const account2 = await api.get(
      `/admin/social-accounts/${accountId}`,
      admin()
    )
    expect(account2.data.social_account.status).toBe("needs_reconnect")
  })

  it("answers 429 with Retry-After at a limit that comes as HTTP 400", async () => {
    const { id, account } = await seed(INSTAGRAM, plain("FEED"), 1)
    await sync(id)
    tell({
      platform: "instagram",
      account: account.external_id,
      usage: 100,
      regain_minutes: 7,
    })
    const limited = await sync(id, { force: true })
    expect(limited.status).toBe(429)
    expect(Number(limited.headers["retry-after"])).toBeGreaterThan(300)
    expect(limited.data).toMatchObject({
      kind: "rate_limit",
      message: expect.stringMatching(/^.*Rate limit exceeded.*old\.$/s),
      insights: { platform: "instagram", reach: expect.any(Number) },
    })
    // Parked: the next one does not even ask.
    const before = sandbox().ledger.summary().total
    expect((await sync(id, { force: true })).status).toBe(429)
    expect(sandbox().ledger.summary().total).toBe(before)
  })

  it("answers 502 when the platform is down, and keeps the numbers", async () => {
    const { id } = await seed(INSTAGRAM, plain("FEED"), 1)
    const { data } = await sync(id)
    sandbox().faults.add({
      kind: "status",
      status: 503,
      body: "<html>busy</html>",
    })
    const down = await sync(id, { force: true })
    expect(down.status).toBe(502)
    expect(down.data.insights.reach).toBe(data.insights.reach)
    expect(down.data.insights.sync_status).toBe("failed")
    expect((await post(id)).last_synced_at).toBe(
      (await post(id)).insights.last_synced_at
    )
    sandbox().faults.clear()
  })

  it("names the missing scope and goes on with the numbers", async () => {
    const { id } = await seed(
      { platform: "instagram", trait: "no_comments_permission" },
      ({ media_product_type }) => media_product_type === "FEED",
      1
    )
    const { status, data } = await sync(id)
    expect(status).toBe(200)
    expect(data.insights.reach).toEqual(expect.any(Number))
  })

  it("adds up in bulk, with failures in it", async () => {
    const { ids, posts } = await seed(
      INSTAGRAM,
      ({ traits }) =>
        traits.length === 0 ||
        traits.includes("deleted") ||
        traits.includes("pre_conversion"),
      60
    )
    const gone = posts.filter(({ traits }) => traits.includes("deleted")).length
    expect(gone).toBeGreaterThan(0)
    const { status, data } = await syncAll("?limit=100")
    expect(status).toBe(200)
    expect(data.total).toBe(ids.length)
    expect(data.success + data.failed + data.skipped).toBe(data.total)
    expect(data.failed).toBe(gone)
    expect(data.message).toBe(`Synced insights for ${data.success} posts`)
    expect(data.results).toHaveLength(ids.length)
    const failure = data.results.find(
      ({ status: one }: { status: string }) => one === "failed"
    )
    expect(failure).toMatchObject({
      postId: expect.any(String),
      error: expect.stringMatching(/not found/i),
    })
    const runs = await api.get("/admin/social-sync-runs", admin())
    expect(runs.data.social_sync_runs[0]).toMatchObject({
      id: data.run_id,
      status: "partial",
      total: data.total,
      success: data.success,
      failed: gone,
      calls: { instagram: expect.any(Number) },
      problems: expect.arrayContaining([
        expect.objectContaining({ post_id: failure.postId }),
      ]),
    })
    const again = await syncAll("", { limit: 100 })
    expect(again.data).toMatchObject({
      skipped: ids.length - gone,
      failed: gone,
    })
  })

  it("refuses bad parameters, naming them, and starts nothing", async () => {
    const cases: [string, RegExp][] = [
      ["limit=0", /limit/],
      ["limit=1001", /limit/],
      ["limit=many", /limit/],
      ["platform_id=myspace", /myspace.*instagram/s],
      ["force=perhaps", /force/],
      ["colour=red", /colour/],
    ]
    for (const [query, message] of cases) {
      const { status, data } = await syncAll(`?${query}`)
      expect(status).toBe(400)
      expect(data.message).toMatch(message)
      const runs = await api.get("/admin/social-sync-runs", admin())
      expect(runs.data.count).toBe(0)
    }
  })

  it("knows a platform by its other name, and syncs only that", async () => {
    await seed(INSTAGRAM, plain("FEED"), 2)
    const x = await seed({ platform: "twitter" }, plain(), 3)
    const { data } = await syncAll("?platform_id=x")
    expect(data).toMatchObject({ total: 3, success: 3 })
    expect(
      data.results.map(({ postId }: { postId: string }) => postId).sort()
    ).toEqual([...x.ids].sort())
  })

  it("works in the background and shows the progress in the run", async () => {
    await seed(INSTAGRAM, plain(), 20)
    const { status, data } = await syncAll("", { background: true })
    expect(status).toBe(202)
    expect(data.run).toMatchObject({ total: 20, status: "running" })
    const path = `/admin/social-sync-runs/${data.run.id}`
    const finished = await until(async () => {
      const run = (await api.get(path, admin())).data.social_sync_run
      return run.status === "running" ? null : run
    })
    expect(finished).toMatchObject({ status: "success", success: 20 })
  })

  it("makes a post due when a publisher says it is live", async () => {
    const { accountId } = await seed(INSTAGRAM, () => false)
    const draft = await api.post(
      "/admin/social-posts",
      { account_id: accountId, status: "scheduled" },
      admin()
    )
    const { id } = draft.data.social_post
    const events = container().resolve(Modules.EVENT_BUS)
    await events.emit({
      name: "social_post.published",
      data: { id, platform_post_id: "17900000000000001" },
    })
    const published = await until(async () => {
      const current = await post(id)
      return current.status === "posted" ? current : null
    })
    expect(published).toMatchObject({
      platform_post_id: "17900000000000001",
      next_sync_at: expect.any(String),
    })
  })

  it("lists comments and the timeline of a post", async () => {
    const { id } = await seed(
      INSTAGRAM,
      ({ traits }) => traits.includes("many_comments"),
      1
    )
    const { data } = await sync(id)
    expect(data.insights.comments_new).toBeGreaterThan(100)
    const comments = await api.get(
      `/admin/social-posts/${id}/comments?limit=10`,
      admin()
    )
    expect(comments.data.comments).toHaveLength(10)
    expect(comments.data.count).toBe(data.insights.comments_new)
    const timeline = await api.get(
      `/admin/social-posts/${id}/timeline`,
      admin()
    )
    expect(timeline.data.timeline).toEqual([
      expect.objectContaining({ reach: data.insights.reach }),
    ])
    expect(timeline.data).toMatchObject({
      count: 1,
      series: [{ values: { reach: data.insights.reach } }],
      gains: { reach: null },
      previous: null,
    })
    const told = (query: string) =>
      api.get(`/admin/social-posts/${id}/timeline?${query}`, {
        ...admin(),
        validateStatus: () => true,
      })
    const span = await told("from=2020-01-01&to=2020-01-31&compare=previous")
    expect(span.data).toMatchObject({
      timeline: [],
      series: [],
      previous: {
        from: "2019-12-01T00:00:00.000Z",
        to: "2020-01-01T00:00:00.000Z",
      },
    })
    for (const [query, message] of [
      ["from=2026-02-01&to=2026-01-31", /to must not be before from/],
      ["from=yesterday", /from must be an ISO 8601 time/],
      ["compare=previous", /from is required with compare/],
      ["from=2026-01-01&compare=next", /'previous' for field 'compare'/],
    ] as const) {
      const { status, data: refused } = await told(query)
      expect([query, status]).toEqual([query, 400])
      expect(refused.message).toMatch(message)
    }
  })

  it("drops a refused metric, keeps the others, and does not pay twice", async () => {
    const { id } = await seed(INSTAGRAM, plain("FEED"), 1)
    tell({
      platform: "instagram",
      refuse_metric: "views",
      product_type: "FEED",
    })
    const calls = async () => {
      const before = sandbox().ledger.summary().total
      const { data } = await sync(id, { force: true })
      expect(data.insights).toMatchObject({
        views: null,
        reach: expect.any(Number),
        unavailable: { views: "not_supported" },
        sync_status: "success",
      })
      return sandbox().ledger.summary().total - before
    }
    const first = await calls()
    expect(await calls()).toBe(first - 1)
    const knex = container().resolve(ContainerRegistrationKeys.PG_CONNECTION)
    expect(await knex("social_metric_verdict").select("*")).toEqual([
      expect.objectContaining({
        platform: "instagram",
        product_type: "FEED",
        metric: "views",
      }),
    ])
    await knex("social_metric_verdict").update({ expires_at: new Date(0) })
    tell({ platform: "instagram", allow_metric: "views" })
    const { data } = await sync(id, { force: true })
    expect(data.insights.views).toEqual(expect.any(Number))
    expect(data.insights.unavailable).not.toHaveProperty("views")
  })

  it("leaks no token into database, answers or run", async () => {
    const { account, ids } = await seed(INSTAGRAM, plain(), 5)
    const answers = [
      await syncAll(),
      await sync(ids[0] as string, { force: true }),
    ]
    const knex = container().resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const tables = await knex("information_schema.tables")
      .where({ table_schema: "public" })
      .select("table_name")
    const dump: unknown[] = answers.map(({ data }) => data)
    for (const { table_name } of tables) {
      dump.push(await knex(table_name).select("*"))
    }
    expect(JSON.stringify(dump)).not.toContain(account.access_token)
  })

  // The last one: the limit stays known to this process.
  it("parks every account of an app at the app's limit, others go on", async () => {
    const one = await seed(INSTAGRAM, plain("FEED"), 2)
    const other = await seed(
      { platform: "instagram", settings: { login: "facebook" } },
      plain("FEED"),
      2
    )
    await seed({ platform: "twitter" }, plain(), 2)
    sandbox().faults.add({
      kind: "status",
      status: 400,
      host: "graph.instagram.com",
      body: {
        error: {
          message: "(#4) Application request limit reached",
          type: "OAuthException",
          code: 4,
        },
      },
    })
    const { data } = await syncAll()
    expect(data.success).toBeGreaterThanOrEqual(2)
    expect(data.failed).toBeGreaterThanOrEqual(2)
    expect(data.success + data.failed + data.skipped).toBe(6)
    for (const { accountId } of [one, other]) {
      const account = await api.get(
        `/admin/social-accounts/${accountId}`,
        admin()
      )
      expect(
        new Date(account.data.social_account.parked_until).getTime()
      ).toBeGreaterThan(Date.now())
    }
    sandbox().faults.clear()
    const again = await syncAll("?force=true")
    expect(again.data).toMatchObject({ success: 2, skipped: 4 })
  })
})
