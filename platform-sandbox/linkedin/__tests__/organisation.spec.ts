import { Client, enc, list } from "./client"

describe("an organisation's posts and statistics", () => {
  let li: Client
  beforeEach(() => {
    li = new Client()
  })

  const statistics = (query = "") =>
    `/rest/organizationalEntityShareStatistics?q=organizationalEntity&organizationalEntity=${li.page}${query}`

  it("pages posts, deleted ones gone without a trace", () => {
    const base = `/rest/posts?q=author&author=${li.page}&sortBy=CREATED`
    const seen: any[] = []
    for (let start = 0; ; start += 20) {
      const target = `${base}&count=20&start=${start}`
      const { elements, paging } = li.ask(target, "FINDER").body
      seen.push(...elements)
      expect(paging).toMatchObject({ start, count: 20 })
      if (elements.length < 20) {
        break
      }
    }
    const ids = seen.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).not.toContain(li.urn("deleted"))
    expect(ids).toContain(li.urn("older_than_12_months"))
    expect(seen.find(({ id }) => id === li.urn("dsc")).adContext.isDsc).toBe(
      true
    )
    expect(seen[0].createdAt).toBeGreaterThan(1e12)
    expect(li.ask(`${base}&count=101`, "FINDER").status).toBe(400)
    expect(li.ask(`${base}&sortBy=X`, "FINDER").status).toBe(400)
  })

  it("moves posts to the next page when new ones appear", () => {
    const base = `/rest/posts?q=author&author=${li.page}&sortBy=CREATED`
    const account = li.account().external_id
    const page = (start: number) =>
      li.ask(`${base}&count=20&start=${start}`, "FINDER").body
    const { total } = page(0).paging
    li.platform.set({ account, posts_per_page: 2 })
    const first = page(0).elements.map(({ id }: any) => id)
    const second = page(20).elements.map(({ id }: any) => id)
    expect(second.slice(0, 2)).toEqual(first.slice(-2))
    expect(page(0).paging.total).toBe(total + 4)
    li.platform.set({ account, posts_per_page: 0, new_posts: 1 })
    li.platform.set({ list_totals: false })
    expect(page(0).paging).not.toHaveProperty("total")
    expect(page(0).elements[0].createdAt).toBe(li.time)
    expect(li.platform.set({ list_totals: 3 })).toBe(false)
  })

  it("lists what is not published too, and says so", () => {
    const post = li.urn()
    const state = () => li.ask(`/rest/posts/${enc(post)}`).body.lifecycleState
    expect(state()).toBe("PUBLISHED")
    expect(li.platform.set({ post, lifecycle: "DRAFT" })).toBe(true)
    expect(state()).toBe("DRAFT")
    expect(li.platform.set({ post, lifecycle: "GONE" })).toBe(false)
  })

  it("counts page views per day, within a year", () => {
    const base = `/rest/organizationPageStatistics?q=organization&organization=${li.page}`
    const views = (query = "") =>
      li.ask(`${base}${query}`, "FINDER").body.elements.map((one: any) => ({
        ...one.timeRange,
        ...one.totalPageStatistics.views.allPageViews,
      }))
    const midnight = Date.UTC(2026, 10, 21)
    const range = (from: number, to: number) =>
      `&timeIntervals=(timeRange:(start:${from},end:${to}),timeGranularityType:DAY)`
    const days = views(range(midnight - 3 * 86_400_000, midnight))
    expect(days).toHaveLength(3)
    expect(days[0]).toMatchObject({
      start: midnight - 3 * 86_400_000,
      end: midnight - 2 * 86_400_000,
      pageViews: expect.any(Number),
    })
    expect(days[0].pageViews).toBeLessThan(views()[0].pageViews)
    expect(days[0].uniquePageViews).toBeLessThanOrEqual(days[0].pageViews)
    const old = midnight - 400 * 86_400_000
    expect(views(range(old, old + 86_400_000))).toEqual([])
    const wrong = li.ask(`${base}&timeIntervals=DAY`, "FINDER")
    expect(wrong.status).toBe(400)
  })

  it("answers 404 for a deleted post and 200 when it is back", () => {
    const post = li.urn("deleted")
    const target = `/rest/posts/${enc(post)}`
    expect(li.ask(target).body.code).toBe("RESOURCE_NOT_FOUND")
    li.platform.set({ post, deleted: false })
    expect(li.ask(target).body.id).toBe(post)
    const other = post.replace(/share|ugcPost/, (kind) =>
      kind === "share" ? "ugcPost" : "share"
    )
    expect(li.ask(`/rest/posts/${enc(other)}`).status).toBe(404)
  })

  it("answers a batch with either key style", () => {
    const [good, gone] = [li.urn(), li.urn("deleted")] as const
    const target = `/rest/posts?ids=${list([good, gone])}`
    const encoded = li.ask(target, "BATCH_GET").body
    expect(encoded.results[enc(good)].id).toBe(good)
    expect(encoded.statuses[enc(gone)]).toBe(404)
    expect(encoded.errors[enc(gone)].code).toBe("RESOURCE_NOT_FOUND")
    li.platform.set({ batch_keys: "plain" })
    expect(li.ask(target, "BATCH_GET").body.results[good].id).toBe(good)
  })

  it("leaves posts without activity and old ones out of the statistics", () => {
    const shares = [
      li.urn(undefined, "share"),
      li.urn("zero_activity", "share"),
      li.urn("deleted", "share"),
      li.urn("older_than_12_months", "share"),
      "urn:li:share:7000000000000000000",
    ]
    const ugc = [
      li.urn(undefined, "ugcPost"),
      li.urn("zero_activity", "ugcPost"),
    ]
    const query = `&shares=${list(shares)}&ugcPosts=${list(ugc)}`
    const { elements, paging } = li.ask(statistics(query), "FINDER").body
    expect(paging).toEqual({ start: 0, count: 10, links: [] })
    expect(elements).toHaveLength(2)
    expect(elements[0].share).toBe(shares[0])
    expect(elements[1].ugcPost).toBe(ugc[0])
    const numbers = elements[0].totalShareStatistics
    const { impressionCount, clickCount, likeCount } = numbers
    const { commentCount, shareCount, engagement } = numbers
    const acts = clickCount + likeCount + commentCount + shareCount
    expect(engagement).toBeCloseTo(acts / impressionCount, 10)
    const truth = li.platform.truth(shares[0] as string)
    expect(numbers).toEqual(truth?.totalShareStatistics)
  })

  it("looks like no data together with timeIntervals", () => {
    const start = li.time - 10 * 86_400_000
    const range = `(timeRange:(start:${start},end:${li.time}),timeGranularityType:DAY)`
    const both = `&shares=${list([li.urn(undefined, "share")])}&timeIntervals=${range}`
    expect(li.ask(statistics(both), "FINDER").body.elements).toEqual([])
    const days = li.ask(statistics(`&timeIntervals=${range}`), "FINDER").body
    expect(days.elements).toHaveLength(10)
    expect(days.elements[0].timeRange.start).toBe(start)
    const sum = days.elements.reduce(
      (total: number, one: any) =>
        total + one.totalShareStatistics.impressionCount,
      0
    )
    const all = li.ask(statistics(), "FINDER").body.elements[0]
    expect(sum).toBeGreaterThan(0)
    expect(sum).toBeLessThan(all.totalShareStatistics.impressionCount)
    expect(all).not.toHaveProperty("share")
  })

  it.each([
    "(timeRange:(start:1,end:2),timeGranularityType:DAY)",
    "(timeRange:(start:1790000000000,end:1780000000000),timeGranularityType:DAY)",
    "(timeRange:(start:1780000000000,end:1790000000000),timeGranularityType:WEEK)",
    "(timeGranularityType:DAY)",
    "DAY",
  ])("refuses timeIntervals=%s", (range) => {
    const target = statistics(`&timeIntervals=${range}`)
    expect(li.ask(target, "FINDER").status).toBe(400)
  })

  it("never takes a share for a ugcPost, nor the reverse", () => {
    const share = list([li.urn(undefined, "share")])
    const ugc = list([li.urn(undefined, "ugcPost")])
    for (const query of [`&ugcPosts=${share}`, `&shares=${ugc}`]) {
      expect(li.ask(statistics(query), "FINDER").status).toBe(400)
    }
  })

  it("lets statistics lag when told to", () => {
    const urn = li.urn(undefined, "share")
    const query = statistics(`&shares=${list([urn])}`)
    const read = () =>
      li.ask(query, "FINDER").body.elements[0].totalShareStatistics
        .impressionCount
    const before = read()
    li.platform.set({ statistics_lag_seconds: 86_400 })
    expect(read()).toBeLessThan(before)
  })

  it("refuses members, guests and missing scopes with ACCESS_DENIED", () => {
    const account = li.account().external_id
    li.platform.set({ account, role: "NONE" })
    const targets = [
      statistics(),
      `/rest/posts?q=author&author=${li.page}`,
      `/rest/organizationPageStatistics?q=organization&organization=${li.page}`,
    ]
    for (const target of targets) {
      for (const who of ["organization", "not_administrator", "member"]) {
        const { status, body } = li.as(who, target, "FINDER")
        expect(status).toBe(403)
        expect(body).toMatchObject({
          serviceErrorCode: 100,
          code: "ACCESS_DENIED",
        })
        expect(body.message).toMatch(/^Not enough permissions to access: /)
      }
    }
    li.platform.set({ account, role: "ADMINISTRATOR" })
    expect(li.ask(statistics(), "FINDER").status).toBe(200)
  })

  it("counts followers without totals in the facets", () => {
    const size = `/rest/networkSizes/${li.page}`
    const edge = "?edgeType=COMPANY_FOLLOWED_BY_MEMBER"
    expect(li.ask(`${size}${edge}`).body.firstDegreeSize).toBeGreaterThan(0)
    const old = `${size}?edgeType=CompanyFollowedByMember`
    expect(li.ask(old).status).toBe(400)
    const query = `q=organizationalEntity&organizationalEntity=${li.page}`
    const path = `/rest/organizationalEntityFollowerStatistics?${query}`
    const [facets] = li.ask(path, "FINDER").body.elements
    expect(Object.keys(facets)).toHaveLength(8)
    expect(facets.followerCountsByGeoCountry[0].followerCounts).toHaveProperty(
      "organicFollowerCount"
    )
    const from = li.time - 5 * 86_400_000
    const range = `(timeRange:(start:${from},end:${li.time}),timeGranularityType:DAY)`
    const gains = li.ask(`${path}&timeIntervals=${range}`, "FINDER").body
    expect(gains.elements).toHaveLength(3)
  })

  it("answers page views and videos", () => {
    const views = `/rest/organizationPageStatistics?q=organization&organization=${li.page}`
    const [element] = li.ask(views, "FINDER").body.elements
    const { pageViews, uniquePageViews } =
      element.totalPageStatistics.views.allPageViews
    expect(pageViews).toBeGreaterThan(uniquePageViews)
    const video = (type: string) =>
      li.ask(
        `/rest/videoAnalytics?q=entity&entity=${enc(li.urn("video"))}&type=${type}&aggregation=ALL`,
        "FINDER"
      )
    const plays = video("VIDEO_VIEW").body.elements[0].value
    expect(plays).toBeGreaterThan(video("VIEWER").body.elements[0].value)
    expect(video("VIEWS").status).toBe(400)
    const account = li.account().external_id
    li.platform.set({ account, role: "NONE" })
    expect(video("VIDEO_VIEW").body.elements[0].value).toBe(0)
  })

  it("describes accounts", () => {
    const { external_id, display_name } = li.account()
    const id = external_id.split(":").pop()
    const body = li.ask(`/rest/organizations/${id}`).body
    expect(body).toMatchObject({ id: Number(id), localizedName: display_name })
    const member = li.account("member").external_id
    expect(`urn:li:person:${li.as("member", "/rest/me").body.id}`).toBe(member)
    const { body: info } = li.ask(
      "/v2/userinfo",
      undefined,
      { "linkedin-version": undefined, "x-restli-protocol-version": undefined },
      li.account("member").access_token
    )
    expect(`urn:li:person:${info.sub}`).toBe(member)
  })
})
