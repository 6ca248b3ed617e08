import { computeEngagement } from "../engagement"

describe("computeEngagement", () => {
  it("adds up likes, comments, shares and saves over reach", () => {
    expect(
      computeEngagement({
        likes: 150,
        comments: 25,
        shares: 10,
        saves: 30,
        reach: 3500,
      })
    ).toEqual({
      engagement: 215,
      engagement_rate: 6.14,
      engagement_rate_basis: "reach",
    })
  })

  it.each([
    [250, 6000, 4.17],
    [122, 3500, 3.49],
    [201, 20000, 1.01],
    [0, 3500, 0],
    [4000, 3500, 114.29],
  ])("%d over %d is %d percent", (likes, reach, rate) => {
    expect(computeEngagement({ likes, reach }).engagement_rate).toBe(rate)
  })

  it("counts quotes, and nothing but its five parts", () => {
    expect(
      computeEngagement({ likes: 1, quotes: 2, clicks: 40, reposts: 50 })
        .engagement
    ).toBe(3)
  })

  it("leaves out parts that are not known", () => {
    expect(
      computeEngagement({ likes: 10, comments: null, shares: 5, reach: 100 })
    ).toMatchObject({ engagement: 15, engagement_rate: 15 })
  })

  it("keeps a measured zero apart from nothing known", () => {
    expect(computeEngagement({ likes: 0, comments: null }).engagement).toBe(0)
    expect(computeEngagement({ likes: null, reach: 100 })).toEqual({
      engagement: null,
      engagement_rate: null,
      engagement_rate_basis: null,
    })
    expect(computeEngagement({}).engagement).toBeNull()
  })

  it.each([[{}], [{ reach: null }], [{ reach: 0, views: 0, impressions: 0 }]])(
    "gives no rate without a denominator (%j)",
    (bases) => {
      expect(computeEngagement({ likes: 10, ...bases })).toEqual({
        engagement: 10,
        engagement_rate: null,
        engagement_rate_basis: null,
      })
    }
  )

  it.each([
    [{ reach: 100, views: 200, impressions: 400 }, "reach", 10],
    [{ views: 200, impressions: 400 }, "views", 5],
    [{ reach: 0, views: 200 }, "views", 5],
    [{ reach: null, impressions: 400 }, "impressions", 2.5],
  ])("of %j takes %s", (bases, basis, rate) => {
    expect(computeEngagement({ likes: 10, ...bases })).toMatchObject({
      engagement_rate: rate,
      engagement_rate_basis: basis,
    })
  })

  it("takes only the bases a platform allows, in its order", () => {
    const metrics = { likes: 10, reach: 100, views: 200, impressions: 400 }
    expect(computeEngagement(metrics, ["impressions", "reach"])).toMatchObject({
      engagement_rate: 2.5,
      engagement_rate_basis: "impressions",
    })
    expect(computeEngagement(metrics, []).engagement_rate).toBeNull()
  })
})
