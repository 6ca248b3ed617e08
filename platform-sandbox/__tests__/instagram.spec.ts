import { FBH, IGH, Probe } from "./helpers"

describe("Instagram", () => {
  let probe: Probe

  beforeAll(async () => {
    probe = await Probe.start()
  })
  beforeEach(() => probe.reset())
  afterAll(() => probe.close())

  const igh = () => probe.account("instagram", { login: "instagram" })
  const fbh = () => probe.account("instagram", { login: "facebook" })
  const onIgh = (path: string, token = igh().access_token) =>
    probe.get(IGH, `/v26.0${path}`, token)
  const onFbh = (path: string) =>
    probe.get(FBH, `/v26.0${path}`, fbh().access_token)

  describe("the world", () => {
    it("has sixty posts and more of every kind on both logins", () => {
      for (const account of [igh(), fbh()]) {
        const own = probe.posts.filter(
          (post) => post.account_external_id === account.external_id
        )
        expect(own.length).toBeGreaterThanOrEqual(60)
        const kinds = own.map(
          (post) => `${post.media_type}/${post.media_product_type}`
        )
        expect([...new Set(kinds)].sort()).toEqual([
          "CAROUSEL_ALBUM/FEED",
          "IMAGE/FEED",
          "IMAGE/STORY",
          "VIDEO/FEED",
          "VIDEO/REELS",
        ])
      }
      expect(igh().access_token).toMatch(/^IGAA/)
      expect(fbh().access_token).toMatch(/^EAA/)
    })
  })

  describe("media insights", () => {
    it("answers the common metrics on every product type", async () => {
      for (const product of ["FEED", "REELS", "STORY"]) {
        const id = probe.post(igh(), { product })
        const metric = "reach,views,shares,total_interactions"
        const { status, body } = await onIgh(`/${id}/insights?metric=${metric}`)
        expect(status).toBe(200)
        expect(body.data).toHaveLength(4)
        expect(body.data[0]).toMatchObject({
          name: "reach",
          period: "lifetime",
          values: [{ value: expect.any(Number) }],
          id: `${id}/insights/reach/lifetime`,
        })
      }
    })

    it("agrees with the truth", async () => {
      const id = probe.post(igh(), { product: "REELS" })
      const metric = "saved,ig_reels_avg_watch_time"
      const { body } = await onIgh(`/${id}/insights?metric=${metric}`)
      const truth = await probe.control(
        "GET",
        `/truth?platform=instagram&id=${id}`
      )
      expect(body.data[0].values[0].value).toBe(truth.body.saved)
      expect(body.data[1].values[0].value).toBe(
        truth.body.ig_reels_avg_watch_time
      )
    })

    it.each([
      ["REELS", "reach,profile_visits,follows", "profile_visits, follows"],
      ["FEED", "ig_reels_avg_watch_time", "ig_reels_avg_watch_time"],
      ["FEED", "navigation,replies", "navigation, replies"],
      ["STORY", "likes,comments,saved", "likes, comments, saved"],
      ["FEED", "crossposted_views", "crossposted_views"],
    ])("refuses on %s: %s", async (product, metric, named) => {
      const message = `The Media Insights API does not support the ${named} metric for this media product type.`
      const own = `/${probe.post(igh(), { product })}/insights?metric=${metric}`
      const a = await onIgh(own)
      expect(a.status).toBe(400)
      expect(a.error).toMatchObject({
        code: 100,
        type: "IGApiException",
        message,
      })
      const id = probe.post(fbh(), { product })
      const b = await onFbh(`/${id}/insights?metric=${metric}`)
      expect(b.error).toMatchObject({
        code: 100,
        type: "OAuthException",
        message: `(#100) ${message}`,
      })
    })

    it("metrics of graph.facebook.com only", async () => {
      const metric = "reach,total_likes"
      const own = probe.post(igh(), { product: "REELS" })
      const a = await onIgh(`/${own}/insights?metric=${metric}`)
      expect(a.error.message).toMatch(
        /^metric\[1\] must be one of the following values: /
      )
      expect(a.error.message).not.toContain("total_likes")
      const id = probe.post(fbh(), { product: "REELS" })
      const b = await onFbh(`/${id}/insights?metric=${metric}`)
      expect(b.status).toBe(200)
    })

    it("retired and misspelt metrics name the same long list", async () => {
      const texts = new Set<string>()
      for (const product of ["FEED", "REELS", "STORY"]) {
        const id = probe.post(igh(), { product })
        for (const metric of ["plays", "engagement", "video_views", "rech"]) {
          const { error } = await onIgh(`/${id}/insights?metric=${metric}`)
          expect(error.code).toBe(100)
          texts.add(error.message)
        }
      }
      expect(texts.size).toBe(1)
    })

    it("impressions are refused", async () => {
      const id = probe.post(fbh(), { product: "FEED" })
      const reply = await onFbh(`/${id}/insights?metric=impressions`)
      expect(reply.status).toBe(400)
      expect(reply.error.code).toBe(100)
    })

    it("facebook_views of a reel that was not shared to Facebook", async () => {
      const id = probe.post(igh(), { trait: "not_shared_to_facebook" })
      for (const metric of ["facebook_views", "crossposted_views"]) {
        const reply = await onIgh(`/${id}/insights?metric=${metric}`)
        expect(reply.status).toBe(400)
        expect(reply.error.code).toBe(100)
      }
    })

    it("pre-conversion media, alone and inside ids= and lists", async () => {
      const id = probe.post(fbh(), { trait: "pre_conversion" })
      const other = probe.post(fbh(), { product: "FEED" })
      const one = await onFbh(`/${id}/insights?metric=reach`)
      expect(one.error).toMatchObject({
        message: "Invalid parameter",
        type: "OAuthException",
        code: 100,
        error_subcode: 2108006,
        error_data: { blame_field_specs: [[""]] },
        error_user_title: "Media posted before business account conversion",
      })
      const paths = [
        `/insights?ids=${other},${id}&metric=reach`,
        `/?ids=${other},${id}&fields=insights.metric(reach)`,
        `/${fbh().external_id}/media?limit=100&fields=insights.metric(reach)`,
      ]
      for (const path of paths) {
        const reply = await onFbh(path)
        expect(reply.status).toBe(400)
        expect(reply.error.error_subcode).toBe(2108006)
      }
      const node = await onFbh(`/${id}?fields=like_count,comments_count`)
      expect(node.body.like_count).toEqual(expect.any(Number))
    })

    it("pre-conversion on graph.instagram.com is short", async () => {
      const id = probe.post(igh(), { trait: "pre_conversion" })
      const { error } = await onIgh(`/${id}/insights?metric=reach`)
      expect(error.type).toBe("IGApiException")
      expect(error.error_subcode).toBe(2108006)
      expect(error.error_user_title).toBeUndefined()
    })

    it("ids= with mixed product types and a type-specific metric fails", async () => {
      const ids = ["FEED", "REELS"].map((product) =>
        probe.post(igh(), { product })
      )
      const good = await onIgh(`/insights?ids=${ids}&metric=reach,saved`)
      expect(Object.keys(good.body).sort()).toEqual([...ids].sort())
      const bad = await onIgh(
        `/insights?ids=${ids}&metric=ig_reels_avg_watch_time`
      )
      expect(bad.status).toBe(400)
    })

    it("a story with four viewers", async () => {
      const id = probe.post(fbh(), { trait: "few_viewers" })
      const { error } = await onFbh(`/${id}/insights?metric=reach`)
      expect(error).toMatchObject({
        code: 10,
        message: "(#10) Not enough viewers for the media to show insights",
      })
    })

    it("a story after a day: gone, or without data", async () => {
      const gone = probe.post(igh(), { trait: "expires_gone" })
      const a = await onIgh(`/${gone}/insights?metric=reach`)
      expect(a.error).toMatchObject({ code: 100, error_subcode: 33 })
      const empty = probe.post(igh(), { trait: "expires_empty" })
      const b = await onIgh(`/${empty}/insights?metric=reach`)
      expect(b.body).toEqual({ data: [] })
      const alive = await onIgh(`/${igh().external_id}/stories?fields=id`)
      expect(alive.body.data).toHaveLength(5)
      await probe.control("POST", "/clock", { advance_seconds: 86_400 })
      const later = await onIgh(`/${igh().external_id}/stories?fields=id`)
      expect(later.body.data).toEqual([])
    })

    it("breakdowns: matching, non-matching, follow_type", async () => {
      const id = probe.post(igh(), { product: "STORY" })
      const base = `/${id}/insights?metric=`
      const good = await onIgh(
        `${base}navigation&breakdown=story_navigation_action_type`
      )
      const [row] = good.body.data
      const { value, breakdowns } = row.total_value
      expect(row.values[0].value).toBe(value)
      const sum = breakdowns[0].results.reduce(
        (all: number, one: { value: number }) => all + one.value,
        0
      )
      expect(sum).toBe(value)
      const bad = await onIgh(
        `${base}reach&breakdown=story_navigation_action_type`
      )
      expect(bad.error).toMatchObject({
        code: 1,
        message: "An unknown error has occurred.",
      })
      const follow = await onIgh(`${base}reach&breakdown=follow_type`)
      expect(follow.error.message).toBe(
        "Incompatible breakdowns (follow_type) for metric (reach)"
      )
    })

    it("without the insights scope: code 10, media still readable", async () => {
      const account = probe.account("instagram", {
        trait: "no_insights_permission",
      })
      const id = probe.post(account)
      const path = `/${id}/insights?metric=reach`
      const { error } = await onIgh(path, account.access_token)
      expect(error).toMatchObject({
        code: 10,
        message: "Application does not have permission for this action",
      })
      const node = await onIgh(`/${id}?fields=id`, account.access_token)
      expect(node.status).toBe(200)
    })

    it("an album child has no insights", async () => {
      const id = probe.post(igh(), { type: "CAROUSEL_ALBUM" })
      const { body } = await onIgh(
        `/${id}?fields=children{id,media_type,permalink}`
      )
      expect(body.children.data[0]).toEqual({
        id: expect.any(String),
        media_type: "IMAGE",
      })
      const child = body.children.data[0].id
      const reply = await onIgh(`/${child}/insights?metric=reach`)
      expect(reply.body).toEqual({ data: [] })
      await probe.set({ children_insights: "error" })
      const refused = await onIgh(`/${child}/insights?metric=reach`)
      expect(refused.error).toMatchObject({ code: 100, error_subcode: 33 })
    })

    it("a switched refusal of an allowed metric", async () => {
      await probe.set({ refuse_metric: "views", product_type: "FEED" })
      const feed = probe.post(igh(), { product: "FEED" })
      const a = await onIgh(`/${feed}/insights?metric=reach,views`)
      expect(a.error.message).toContain("does not support the views metric")
      const reel = probe.post(igh(), { product: "REELS" })
      const b = await onIgh(`/${reel}/insights?metric=reach,views`)
      expect(b.status).toBe(200)
    })
  })

  describe("media", () => {
    it("fields that only graph.facebook.com fills", async () => {
      const id = probe.post(igh(), { product: "REELS" })
      const a = await onIgh(`/${id}?fields=id,view_count,total_views_count`)
      expect(a.body).toEqual({ id })
      const b = await onIgh(`/${id}?fields=id,video_duration`)
      expect(b.error).toMatchObject({ code: 100, type: "IGApiException" })
      const other = probe.post(fbh(), { product: "REELS" })
      const c = await onFbh(`/${other}?fields=id,total_views_count`)
      expect(c.body.total_views_count).toEqual(expect.any(Number))
    })

    it("hidden likes are missing in lists and present on the object", async () => {
      const id = probe.post(igh(), { trait: "hidden_likes" })
      const direct = await onIgh(`/${id}?fields=like_count`)
      expect(direct.body.like_count).toEqual(expect.any(Number))
      const list = await onIgh(
        `/${igh().external_id}/media?limit=100&fields=id,like_count,comments_count`
      )
      const item = list.body.data.find((one: { id: string }) => one.id === id)
      expect(item).not.toHaveProperty("like_count")
      expect(item).toHaveProperty("comments_count")
    })

    it("deleted media: gone from the list, 100/33 or code 10", async () => {
      const id = probe.post(igh(), { trait: "deleted" })
      const a = await onIgh(`/${id}?fields=id`)
      expect(a.error).toMatchObject({ code: 100, error_subcode: 33 })
      const other = probe.post(igh(), { product: "FEED" })
      await probe.set({ post: other, deleted: true, as: "10" })
      const b = await onIgh(`/${other}?fields=id`)
      expect(b.error.code).toBe(10)
      expect(b.error.message).toMatch(
        /^Object does not exist, cannot be loaded/
      )
      await probe.set({ post: other, deleted: false })
      expect((await onIgh(`/${other}?fields=id`)).status).toBe(200)
    })

    it("other people's media do not exist", async () => {
      const id = probe.post(fbh(), { product: "FEED" })
      const { error } = await onIgh(`/${id}?fields=id`)
      expect(error.error_subcode).toBe(33)
    })
  })

  describe("comments", () => {
    it("fifty a page at most, newest first, replies by expansion", async () => {
      const id = probe.post(igh(), { trait: "many_comments" })
      const fields = "id,text,timestamp,username,replies{id,parent_id}"
      const { body } = await onIgh(`/${id}/comments?limit=100&fields=${fields}`)
      expect(body.data).toHaveLength(50)
      const times = body.data.map((one: { timestamp: string }) => one.timestamp)
      expect([...times].sort().reverse()).toEqual(times)
      expect(body.paging.next).toBeTruthy()
      expect(body.paging.cursors).toEqual({ after: expect.any(String) })

      let seen = body.data.length
      let replies = 0
      let after = body.paging.cursors.after
      while (after) {
        const page = await onIgh(
          `/${id}/comments?limit=50&fields=${fields}&after=${after}`
        )
        seen += page.body.data.length
        for (const one of page.body.data) {
          replies += one.replies?.data.length ?? 0
        }
        after = page.body.paging?.cursors.after
      }
      expect(seen).toBeGreaterThan(100)
      expect(replies).toBeGreaterThan(0)
      const count = await onIgh(`/${id}?fields=comments_count`)
      expect(count.body.comments_count).toBeGreaterThan(seen)
    })

    it("no author without the comments scope", async () => {
      const account = probe.account("instagram", {
        trait: "no_comments_permission",
      })
      const own = probe.posts.filter(
        (post) => post.account_external_id === account.external_id
      )
      const comments = []
      for (const post of own) {
        const { status, body } = await onIgh(
          `/${post.platform_post_id}/comments?fields=id,text,username`,
          account.access_token
        )
        expect(status).toBe(200)
        comments.push(...body.data)
      }
      expect(comments.length).toBeGreaterThan(0)
      expect(comments[0]).not.toHaveProperty("username")
    })
  })

  describe("account", () => {
    const insights = (query: string) =>
      onFbh(`/${fbh().external_id}/insights?${query}`)

    it("/me.id opens nothing on graph.instagram.com", async () => {
      const me = await onIgh("/me?fields=id,user_id")
      expect(me.body.user_id).toBe(igh().external_id)
      expect(me.body.id).not.toBe(igh().external_id)
      const { error } = await onIgh(
        `/${me.body.id}/insights?metric=reach&period=day`
      )
      expect(error).toMatchObject({ code: 100, error_subcode: 33 })
    })

    it.each([
      ["metric=reach", "(#100) the parameter period is required"],
      [
        "metric=views,likes&period=day",
        "(#100) The following metrics (views,likes) should be specified with parameter metric_type=total_value",
      ],
      [
        "metric=reach&period=days_28",
        "(#100) The following periods (days_28) are incompatible with the metric (reach)",
      ],
      [
        "metric=reach&period=week",
        "(#100) The following periods (week) are incompatible with the metric (reach)",
      ],
      [
        "metric=reach&period=day&since=1790000000&until=1792678400",
        "(#100) There cannot be more than 30 days (2592000 s) between since and until",
      ],
    ])("refuses %s", async (query, message) => {
      const { status, error } = await insights(query)
      expect(status).toBe(400)
      expect(error).toMatchObject({ code: 100, message })
    })

    it("refuses follower_type, impressions and video_views", async () => {
      const base = "period=day&metric_type=total_value"
      const a = await insights(`metric=reach&${base}&breakdown=follower_type`)
      expect(a.error.message).toMatch(/^\(#100\) breakdown\[0\] must be one of/)
      const b = await insights(`metric=impressions&${base}`)
      expect(b.error.message).toMatch(/impressions metric is no longer/)
      const c = await insights(`metric=reach,video_views&${base}`)
      expect(c.error.message).toMatch(/^\(#100\) metric\[1\] must be one of/)
      const d = await insights(
        `metric=follows_and_unfollows&${base}&breakdown=media_product_type`
      )
      expect(d.error.code).toBe(1)
    })

    it("totals, series and demographics have shapes of their own", async () => {
      const window = "since=2026-11-10&until=2026-11-17"
      const total = await insights(
        `metric=reach,views&period=day&metric_type=total_value&${window}`
      )
      expect(total.body.data[0].total_value.value).toEqual(expect.any(Number))
      expect(total.body.data[0]).not.toHaveProperty("values")
      const series = await insights(`metric=reach&period=day&${window}`)
      expect(series.body.data[0].values).toHaveLength(7)
      expect(series.body.data[0].values[0].end_time).toBe(
        "2026-11-11T08:00:00+0000"
      )
      const daily = series.body.data[0].values.reduce(
        (sum: number, one: { value: number }) => sum + one.value,
        0
      )
      expect(total.body.data[0].total_value.value).toBeLessThan(daily)
      const demographics = await insights(
        "metric=engaged_audience_demographics&period=lifetime&metric_type=total_value&timeframe=this_month&breakdown=country"
      )
      const value = demographics.body.data[0].total_value
      expect(value).not.toHaveProperty("value")
      expect(value.breakdowns[0].dimension_keys).toEqual([
        "timeframe",
        "country",
      ])
      const shell = await insights(
        "metric=follows_and_unfollows&period=day&metric_type=total_value"
      )
      expect(shell.body.data[0].total_value).toEqual({})
    })

    it("profile_views is dropped silently on graph.instagram.com", async () => {
      const { body } = await onIgh(
        `/${igh().external_id}/insights?metric=reach,profile_views&period=day&metric_type=total_value`
      )
      const names = body.data.map((row: { name: string }) => row.name)
      expect(names).toEqual(["reach"])
    })

    it("small accounts lack metrics", async () => {
      const account = probe.account("instagram", { trait: "few_followers" })
      const { body } = await onIgh(
        `/${account.external_id}/insights?metric=follower_count&period=day`,
        account.access_token
      )
      expect(body).toEqual({ data: [] })
    })
  })
})
