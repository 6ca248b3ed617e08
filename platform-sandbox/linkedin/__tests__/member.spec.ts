import { Client, enc } from "./client"

describe("a member's analytics", () => {
  let li: Client
  let share: string
  beforeEach(() => {
    li = new Client()
    share = li.urn(undefined, "share", "member")
  })

  const entityOf = (urn: string, key?: string) =>
    `(${key ?? (urn.includes(":share:") ? "share" : "ugc")}:${enc(urn)})`

  const target = (
    metric: string,
    more = "aggregation=TOTAL",
    entity?: string
  ) =>
    `/rest/memberCreatorPostAnalytics?q=entity&entity=${
      entity ?? entityOf(share)
    }&queryType=${metric}&${more}`

  const ask = (...parts: Parameters<typeof target>) =>
    li.as("member", target(...parts), "FINDER")

  it("answers one metric of one share or ugcPost", () => {
    const ugc = li.urn(undefined, "ugcPost", "member")
    for (const urn of [share, ugc]) {
      const entity = entityOf(urn)
      const body = ask("IMPRESSION", "aggregation=TOTAL", entity).body
      const truth = li.platform.truth(urn)?.memberCreatorPostAnalytics as any
      expect(body.elements[0]).toMatchObject({
        count: truth.IMPRESSION,
        metricType: "IMPRESSION",
      })
      expect(Object.values(body.elements[0].targetEntity)).toEqual([urn])
    }
  })

  it("wraps the metric type before 202605", () => {
    li.version = "202604"
    expect(ask("REACTION").body.elements[0].metricType).toEqual({
      "com.linkedin.adsexternalapi.memberanalytics.v1.CreatorPostAnalyticsMetricTypeV1":
        "REACTION",
    })
    li.version = "202605"
    expect(ask("REACTION").body.elements[0].metricType).toBe("REACTION")
  })

  it("knows newer metrics from 202604 only", () => {
    li.version = "202603"
    expect(ask("POST_SAVE").status).toBe(400)
    li.version = "202604"
    expect(ask("POST_SAVE").status).toBe(200)
  })

  it("refuses what is not one metric of one post", () => {
    const urn = share
    expect(ask("LIKES").status).toBe(400)
    expect(ask("List(IMPRESSION,REACTION)").status).toBe(400)
    expect(ask("REACTION", "aggregation=WEEKLY").status).toBe(400)
    expect(ask("REACTION", "").status).toBe(400)
    for (const entity of [
      enc(urn),
      `List(${entityOf(urn)})`,
      entityOf(urn, "post"),
      entityOf(urn, "ugc"),
      `(share:${enc(urn)},ugc:${enc(urn)})`,
    ]) {
      expect(ask("REACTION", "aggregation=TOTAL", entity).status).toBe(400)
    }
  })

  it("answers days, but not for every metric", () => {
    const range =
      "dateRange=(start:(day:1,month:11,year:2026),end:(day:11,month:11,year:2026))"
    const daily = `aggregation=DAILY&${range}`
    const urn = li.urn("many_comments", undefined, "member")
    li.time += 86_400_000
    const old = li.urns(undefined, undefined, "member").pop() as string
    for (const one of [urn, old]) {
      const { elements } = ask("IMPRESSION", daily, entityOf(one)).body
      for (const element of elements) {
        expect(element.dateRange.start.month).toBe(11)
        expect(element.count).toBeGreaterThan(0)
      }
    }
    expect(ask("MEMBERS_REACHED", daily).status).toBe(400)
    expect(ask("MEMBERS_REACHED").status).toBe(200)
  })

  it("answers an empty list for no data", () => {
    for (const trait of ["zero_activity", "deleted"]) {
      const urn = li.urn(trait, undefined, "member")
      const answer = ask("REACTION", "aggregation=TOTAL", entityOf(urn))
      expect(answer.body.elements).toEqual([])
    }
  })

  it("sums up all posts with q=me", () => {
    const path =
      "/rest/memberCreatorPostAnalytics?q=me&queryType=IMPRESSION&aggregation=TOTAL"
    const [all] = li.as("member", path, "FINDER").body.elements
    expect(all.count).toBeGreaterThan(ask("IMPRESSION").body.elements[0].count)
    expect(all).not.toHaveProperty("targetEntity")
  })

  it("refuses other people's posts, pages and refused apps", () => {
    const foreign = entityOf(li.urn(undefined, "share"))
    const other = ask("REACTION", "aggregation=TOTAL", foreign)
    expect(other.status).toBe(403)
    expect(li.ask(target("REACTION"), "FINDER").status).toBe(403)
    li.platform.set({ member_analytics: "404" })
    expect(ask("REACTION").status).toBe(404)
    li.platform.set({ member_analytics: "403" })
    expect(ask("REACTION").status).toBe(403)
  })

  it("refuses a member's posts and organisation statistics", () => {
    const author = enc(li.account("member").external_id)
    for (const path of [
      `/rest/posts?q=author&author=${author}`,
      `/rest/organizationalEntityShareStatistics?q=organizationalEntity&organizationalEntity=${li.page}`,
    ]) {
      expect(li.as("member", path, "FINDER").status).toBe(403)
    }
    expect(li.as("member", `/rest/posts/${enc(share)}`).status).toBe(403)
  })

  it("answers videos and followers", () => {
    const video = li.urn("video", undefined, "member")
    const path = `/rest/memberCreatorVideoAnalytics?q=entity&entity=${entityOf(video)}&queryType=VIDEO_PLAY&aggregation=TOTAL`
    expect(li.as("member", path, "FINDER").body.elements[0].count).toBe(
      (li.platform.truth(video)?.memberCreatorPostAnalytics as any).VIDEO_PLAY
    )
    const followers = "/rest/memberFollowersCount"
    const me = li.as("member", `${followers}?q=me`, "FINDER").body
    expect(me.elements[0].memberFollowersCount).toBeGreaterThan(0)
    const range =
      "(start:(day:1,month:11,year:2026),end:(day:4,month:11,year:2026))"
    const days = `${followers}?q=dateRange&dateRange=${range}`
    expect(li.as("member", days, "FINDER").body.elements).toHaveLength(3)
    expect(li.ask(`${followers}?q=me`, "FINDER").status).toBe(403)
    const none = `${followers}?q=dateRange`
    expect(li.as("member", none, "FINDER").status).toBe(400)
  })
})
