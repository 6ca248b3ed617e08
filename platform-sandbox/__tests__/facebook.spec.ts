import { FBH, Probe } from "./helpers"

describe("Facebook Pages", () => {
  let probe: Probe

  beforeAll(async () => {
    probe = await Probe.start()
  })
  beforeEach(() => probe.reset())
  afterAll(() => probe.close())

  const page = (trait?: string) =>
    probe.account("facebook", trait ? { trait } : {})
  const user = () => probe.account("instagram", { login: "facebook" })
  const get = (path: string, token = page().access_token) =>
    probe.get(FBH, `/v26.0${path}`, token)
  const video = async (kind: string) => {
    const id = probe.post(page(), { type: kind })
    const truth = await probe.control(
      "GET",
      `/truth?platform=facebook&id=${id}`
    )
    return { id, video_id: truth.body.video_id as string }
  }

  it("has sixty posts and more of every kind", () => {
    const own = probe.posts.filter(
      (post) => post.account_external_id === page().external_id
    )
    expect(own.length).toBeGreaterThanOrEqual(60)
    const kinds = [...new Set(own.map((post) => post.media_type))].sort()
    expect(kinds).toEqual(["link", "photo", "reel", "status", "video"])
  })

  describe("post insights", () => {
    const insights = (id: string, metric: string, rest = "") =>
      get(`/${id}/insights?metric=${metric}${rest}`)

    it.each([
      "post_impressions",
      "post_impressions_unique",
      "post_engaged_users",
      "post_media_views",
      "post_total_media_view",
      "post_video_views_unique",
      "nonsense",
      "post_media_view,post_reach",
    ])("refuses %s without a name", async (metric) => {
      const { status, body } = await insights(probe.post(page()), metric)
      expect(status).toBe(400)
      expect(body).toEqual({
        error: {
          message: "(#100) The value must be a valid insights metric",
          type: "OAuthException",
          code: 100,
          fbtrace_id: expect.any(String),
        },
      })
    })

    it("post_engagements is silence", async () => {
      const { body } = await insights(probe.post(page()), "post_engagements")
      expect(body).toEqual({ data: [] })
    })

    it("without a metric: 3001/1504028", async () => {
      const { error } = await get(`/${probe.post(page())}/insights`)
      expect(error).toMatchObject({ code: 3001, error_subcode: 1504028 })
    })

    it("without read_insights: empty, or 403 when switched", async () => {
      const account = page("no_insights_permission")
      const path = `/${probe.post(account)}/insights?metric=post_media_view`
      const empty = await get(path, account.access_token)
      expect(empty.body).toEqual({ data: [] })
      await probe.set({ insights_refusal: "403" })
      const refused = await get(path, account.access_token)
      expect(refused.status).toBe(403)
      expect(refused.error.code).toBe(200)
    })

    it("a stale day row follows the lifetime row, or stands alone", async () => {
      const twice = probe.post(page(), { trait: "duplicate_day_rows" })
      const a = await insights(
        twice,
        "post_total_media_view_unique",
        "&period=lifetime"
      )
      const rows = a.body.data.map(
        (row: { period: string; values: { value: number }[] }) => [
          row.period,
          row.values[0]?.value,
        ]
      )
      expect(rows[0][0]).toBe("lifetime")
      expect(rows[0][1]).toBeGreaterThan(0)
      expect(rows[1]).toEqual(["day", 0])
      const lone = probe.post(page(), { trait: "only_day_row" })
      const b = await insights(lone, "post_total_media_view_unique")
      expect(b.body.data).toHaveLength(1)
      expect(b.body.data[0].period).toBe("day")
    })

    it("maps leave out zero types, and like holds the rest", async () => {
      const silent = probe.post(page(), { trait: "zero_activity" })
      const { body } = await insights(
        silent,
        "post_media_view,post_reactions_by_type_total"
      )
      expect(body.data[0].values).toEqual([{ value: 0 }])
      expect(body.data[1].values).toEqual([{ value: {} }])
    })

    it("a new post has no insights yet", async () => {
      const id = probe.post(page(), { trait: "empty_insights" })
      const early = await insights(id, "post_media_view")
      expect(early.body).toEqual({ data: [] })
      await probe.control("POST", "/clock", { advance_seconds: 86_400 })
      const later = await insights(id, "post_media_view")
      expect(later.body.data).toHaveLength(1)
    })

    it("a Page with few likes has none", async () => {
      const account = page("few_likes")
      const path = `/${probe.post(account)}/insights?metric=post_media_view`
      const { body } = await get(path, account.access_token)
      expect(body).toEqual({ data: [] })
    })

    it("video metrics of a photo are no error", async () => {
      const reply = await insights(
        probe.post(page(), { type: "photo" }),
        "post_media_view,post_video_views,post_video_view_time"
      )
      expect(reply.status).toBe(200)
    })
  })

  describe("video ids", () => {
    it("a bare video id has no insights edge", async () => {
      const { video_id } = await video("reel")
      const a = await get(`/${video_id}/insights?metric=post_media_view`)
      expect(a.error.message).toBe(
        "(#100) Tried accessing nonexisting field (insights) on node type (Video)"
      )
      const b = await get(`/${video_id}/video_insights?metric=post_media_view`)
      expect(b.error.code).toBe(1)
      const c = await get(
        `/${video_id}/video_insights?metric=total_video_views`
      )
      expect(c.body).toEqual({ data: [] })
      const d = await get(
        `/${video_id}/video_insights?metric=blue_reels_play_count`
      )
      expect(d.body.data).toHaveLength(1)
    })

    it("leads to the composite id", async () => {
      const { id, video_id } = await video("video")
      const { body } = await get(`/${video_id}?fields=post_id,length`)
      expect(body.post_id).toBe(id)
      const a = await get(`/${id}/insights?metric=post_video_views`)
      expect(a.body.data[0].values[0].value).toEqual(expect.any(Number))
    })

    it("old-style ids: code 12", async () => {
      const number = probe.post(page()).split("_")[1]
      expect((await get(`/${number}`)).error.code).toBe(12)
    })
  })

  describe("posts", () => {
    const list = (edge: string, query = "", token = page().access_token) =>
      get(`/${page().external_id}/${edge}?${query}`, token)

    it("one call brings everything", async () => {
      const fields =
        "id,created_time,message,permalink_url,full_picture,status_type,is_published,shares,attachments{media_type,target{id}},comments.filter(stream).limit(0).summary(true),reactions.limit(0).summary(total_count),insights.metric(post_media_view,post_total_media_view_unique,post_clicks,post_reactions_by_type_total,post_activity_by_action_type)"
      const { status, body } = await list(
        "published_posts",
        `limit=100&fields=${fields}`
      )
      expect(status).toBe(200)
      const id = probe.post(page(), { type: "photo" })
      const item = body.data.find((one: { id: string }) => one.id === id)
      const truth = await probe.control(
        "GET",
        `/truth?platform=facebook&id=${id}`
      )
      expect(item.comments).toEqual({
        data: [],
        summary: {
          order: "chronological",
          total_count: truth.body.comments,
          can_comment: true,
        },
      })
      expect(item.reactions.summary).toEqual({
        total_count: truth.body.reactions,
        viewer_reaction: "NONE",
      })
      const quiet = probe.post(page(), { trait: "no_shares_key" })
      const other = body.data.find((one: { id: string }) => one.id === quiet)
      expect(other).not.toHaveProperty("shares")
    })

    it.each(["posts", "feed", "published_posts"])(
      "%s: limit 101 and user tokens are refused",
      async (edge) => {
        const many = await list(edge, "limit=101")
        expect(many.status).toBe(400)
        expect(many.error.code).toBe(100)
        const token = user().access_token
        const { error } = await list(edge, "", token)
        expect(error).toMatchObject({
          code: 190,
          error_subcode: 2069032,
          message: "Invalid OAuth 2.0 Access Token",
          error_user_title: "User Access Token Is Not Supported",
        })
      }
    )

    it("without pages_read_user_content", async () => {
      const account = page("no_user_content_permission")
      const { external_id, access_token } = account
      const message =
        "(#10) This endpoint requires the 'pages_read_user_content' permission or the 'Page Public Content Access' feature."
      for (const path of [
        "posts",
        "published_posts?fields=comments.summary(true)",
        "published_posts?fields=reactions.limit(0).summary(total_count)",
      ]) {
        const reply = await get(`/${external_id}/${path}`, access_token)
        expect(reply.status).toBe(400)
        expect(reply.error).toMatchObject({ code: 10, message })
      }
      const fields = "id,insights.metric(post_reactions_by_type_total)"
      const path = `/${external_id}/published_posts?fields=${fields}`
      const reply = await get(path, access_token)
      expect(reply.status).toBe(200)
    })

    it("removed fields and the likes edge", async () => {
      for (const field of ["link", "type", "source"]) {
        const { status, error } = await list("posts", `fields=id,${field}`)
        expect(status).toBe(400)
        expect([12, 100]).toContain(error.code)
      }
      const { error } = await get(`/${probe.post(page())}/likes`)
      expect(error.code).toBe(100)
    })

    it("a deleted post in both dresses, its id too", async () => {
      const gone = probe.post(page(), { trait: "deleted" })
      const a = await get(`/${gone}?fields=id`)
      expect(a.error).toMatchObject({ code: 100, error_subcode: 33 })
      const other = probe.post(page(), { trait: "deleted_code_10" })
      for (const path of ["?fields=id", "/insights?metric=post_media_view"]) {
        const b = await get(`/${other}${path}`)
        expect(b.error.code).toBe(10)
        expect(b.error.message).toMatch(
          /Object does not exist, cannot be loaded/
        )
      }
    })

    it("another Page's token, and a third party's Page", async () => {
      const { access_token } = page("few_likes")
      const a = await list("posts", "", access_token)
      expect(a.error.code).toBe(10)
      expect(a.error.message).toMatch(
        /^\(#10\) Requested Page Does Not Match Page Access Token/
      )
      const path = `/${page("few_likes").external_id}?fields=id`
      const b = await get(path, user().access_token)
      expect(b.error.code).toBe(100)
      expect(b.error.message).toContain("'Page Public Metadata Access' feature")
    })
  })

  describe("comments and reactions", () => {
    it("filters, counts and orders", async () => {
      const id = probe.post(page(), { trait: "many_comments" })
      const query =
        "fields=id,parent{id},from,created_time&limit=100&summary=true"
      const top = await get(`/${id}/comments?${query}`)
      expect(top.body.data).toHaveLength(100)
      expect(top.body.summary.order).toBe("ranked")
      const stream = await get(`/${id}/comments?${query}&filter=stream`)
      expect(stream.body.summary.total_count).toBeGreaterThan(
        top.body.summary.total_count
      )
      const parents = stream.body.data.filter(
        (one: { parent?: unknown }) => one.parent
      )
      expect(parents.length).toBeGreaterThan(0)
      const nameless = stream.body.data.filter(
        (one: { from?: unknown }) => !one.from
      )
      expect(nameless.length).toBeGreaterThan(50)

      let seen = 0
      let after = ""
      do {
        const { body } = await get(
          `/${id}/comments?limit=100&filter=stream&after=${after}`.replace(
            /&after=$/,
            ""
          )
        )
        seen += body.data.length
        after = body.paging?.next ? body.paging.cursors.after : ""
      } while (after)
      // Some comments count and are never shown.
      expect(seen).toBeLessThan(stream.body.summary.total_count)

      const newest = await get(
        `/${id}/comments?order=reverse_chronological&fields=created_time`
      )
      const times = newest.body.data.map(
        (one: { created_time: string }) => one.created_time
      )
      expect([...times].sort().reverse()).toEqual(times)
    })

    it("a user token sees an empty list", async () => {
      const id = probe.post(page(), { trait: "many_comments" })
      const { status, body } = await get(`/${id}/comments`, user().access_token)
      expect(status).toBe(200)
      expect(body).toEqual({ data: [] })
    })

    it("reactions by type under an alias", async () => {
      const id = probe.post(page(), { trait: "many_comments" })
      const fields =
        "reactions.type(LIKE).limit(0).summary(total_count).as(like),reactions.type(SAD).limit(0).summary(total_count).as(sad),reactions.limit(0).summary(total_count)"
      const { body } = await get(`/${id}?fields=${fields}`)
      const truth = await probe.control(
        "GET",
        `/truth?platform=facebook&id=${id}`
      )
      const by_type = truth.body.post_reactions_by_type_total
      expect(body.like.summary.total_count).toBe(by_type.like)
      expect(body.sad.summary.total_count).toBe(by_type.sorry)
      expect(body.reactions.summary.total_count).toBe(truth.body.reactions)
      const bad = await get(
        `/${id}?fields=reactions.type(NICE).limit(0).summary(true)`
      )
      expect(bad.error.code).toBe(100)
    })
  })

  describe("Page", () => {
    it("/me/accounts hides portfolio Pages without business_management", async () => {
      const token = user().access_token
      const all = await get("/me/accounts", token)
      expect(all.body.data).toHaveLength(2)
      expect(all.body.data[0]).toMatchObject({
        access_token: page().access_token,
        id: page().external_id,
        tasks: expect.arrayContaining(["ANALYZE"]),
      })
      await probe.set({
        account: user().external_id,
        scopes: ["pages_show_list", "pages_read_engagement"],
      })
      const some = await get("/me/accounts", token)
      expect(some.body.data).toHaveLength(1)
    })

    it("insights: rolling series, closed days, metric and window refusals", async () => {
      const base = `/${page().external_id}/insights?metric=`
      const { body } = await get(
        `${base}page_total_media_view_unique&period=days_28&since=2026-11-10&until=2026-11-20`
      )
      const [series] = body.data
      expect(series.period).toBe("days_28")
      expect(series.values).toHaveLength(10)
      expect(series.values[0].end_time).toBe("2026-11-10T08:00:00+0000")
      for (const metric of ["page_impressions", "page_fans", "nonsense"]) {
        const { error } = await get(`${base}${metric}&period=day`)
        expect(error.message).toBe(
          "(#100) The value must be a valid insights metric"
        )
      }
      const wide = await get(
        `${base}page_media_view&period=day&since=2026-08-01&until=2026-11-15`
      )
      expect(wide.status).toBe(400)
      const none = await get(`/${page().external_id}/insights?period=day`)
      expect(none.error).toMatchObject({ code: 3001, error_subcode: 1504028 })
    })

    it("the Page node", async () => {
      const { body } = await get(
        `/${page().external_id}?fields=id,name,followers_count,fan_count,instagram_business_account{id,username},has_transitioned_to_new_page_experience`
      )
      expect(body).toMatchObject({
        id: page().external_id,
        instagram_business_account: {
          id: user().external_id,
          username: user().username,
        },
        has_transitioned_to_new_page_experience: true,
      })
      expect(body.followers_count).not.toBe(body.fan_count)
    })
  })
})
