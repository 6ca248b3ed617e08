import type { PlatformProfile, PostReading } from "../../../platform-kit"
import {
  composeInsights,
  knownMetrics,
  otherMetrics,
} from "../insights/compose-insights"

const PROFILE = {
  insights_block: "platform_insights",
  engagement_rate_basis: ["reach", "views", "impressions"],
} as unknown as PlatformProfile

const compose = (
  stored: Record<string, unknown>,
  reading: Partial<PostReading>
) =>
  composeInsights(
    stored,
    { metrics: {}, unavailable: {}, native: {}, details: {}, ...reading },
    PROFILE
  )

describe("composeInsights", () => {
  it("computes engagement over read and kept numbers", () => {
    const { patch, numbers } = compose(
      { likes: 100, comments: 25, shares: 10, saves: 30, reach: 3500 },
      { metrics: { likes: 150 } }
    )
    expect(patch).toEqual({
      likes: 150,
      engagement: 215,
      engagement_rate: 6.14,
      engagement_rate_basis: "reach",
      unavailable: {},
    })
    expect(numbers).toEqual({
      likes: 150,
      comments: 25,
      shares: 10,
      saves: 30,
      reach: 3500,
      engagement: 215,
      engagement_rate: 6.14,
    })
  })

  it("turns a number into null only when the reading says so", () => {
    const stored = { likes: 10, comments: 5 }
    const { patch, numbers } = compose(stored, {
      metrics: { likes: null },
      unavailable: { likes: "not_returned" },
    })
    expect(patch).toMatchObject({
      likes: null,
      engagement: 5,
      unavailable: { likes: "not_returned" },
    })
    expect(patch).not.toHaveProperty("comments")
    expect(numbers).toMatchObject({ likes: null, comments: 5 })
  })

  it("uses the bases of the platform", () => {
    const { patch } = composeInsights(
      { likes: 10, reach: 100, impressions: 200 },
      { metrics: {}, unavailable: {}, native: {}, details: {} },
      { ...PROFILE, engagement_rate_basis: ["impressions"] }
    )
    expect(patch).toMatchObject({
      engagement_rate: 5,
      engagement_rate_basis: "impressions",
    })
  })

  it("keeps earlier reasons of numbers the reading does not mention", () => {
    const { patch } = compose(
      { unavailable: { quotes: "not_offered", likes: "no_data_yet" } },
      {
        metrics: { likes: 3, saves: null },
        unavailable: { saves: "not_permitted" },
      }
    )
    expect(patch.unavailable).toEqual({
      quotes: "not_offered",
      saves: "not_permitted",
    })
  })

  it.each([[[]], ["none"], [null], [undefined]])(
    "ignores reasons that are none (%p)",
    (unavailable) => {
      const { patch } = compose(
        { unavailable },
        { metrics: { saves: null }, unavailable: { saves: "retired" } }
      )
      expect(patch.unavailable).toEqual({ saves: "retired" })
    }
  )

  it("ignores comments that an older store kept under `comments`", () => {
    const stored = { likes: 10, comments: [{ id: "1", text: "Nice" }] }
    const { patch, numbers } = compose(stored, { metrics: { shares: 1 } })
    expect(patch.engagement).toBe(11)
    expect(numbers).not.toHaveProperty("comments")
    expect(compose(stored, { metrics: { comments: 1 } })).toMatchObject({
      patch: { comments: 1, engagement: 11 },
      changed: true,
    })
  })

  it("adds what else the reading brought, and nothing it did not", () => {
    const extras = {
      reactions: { like: 3, total: 3 },
      breakdowns: { navigation: { tap_forward: 20 } },
    }
    expect(
      compose({}, { ...extras, native: { plays: 7 } }).patch
    ).toMatchObject({ ...extras, platform_insights: { plays: 7 } })

    const { patch } = compose({ platform_post_id: "1" }, {})
    expect(Object.keys(patch).sort()).toEqual([
      "engagement",
      "engagement_rate",
      "engagement_rate_basis",
      "unavailable",
    ])
  })

  it.each([
    ["the same number", { likes: 10 }, { likes: 10 }, false],
    ["a risen number", { likes: 10 }, { likes: 11 }, true],
    ["a fallen number", { likes: 10 }, { likes: 9 }, true],
    ["a first zero", {}, { likes: 0 }, true],
    ["a number that is gone", { likes: 10 }, { likes: null }, true],
    ["null where nothing was", {}, { likes: null }, false],
    ["nothing", { likes: 10 }, {}, false],
  ])("sees whether %s is a change", (_name, stored, metrics, changed) => {
    expect(compose(stored, { metrics }).changed).toBe(changed)
  })
})

describe("knownMetrics", () => {
  it("takes the numbers and leaves all else", () => {
    expect(
      knownMetrics({
        likes: 0,
        comments: [],
        shares: "5",
        saves: null,
        engagement: 7,
        facebook_post_id: 12,
      })
    ).toEqual({ likes: 0 })
  })
})

describe("otherMetrics", () => {
  it("gives known numbers without a column", () => {
    expect(
      otherMetrics({ likes: 1, follows: 0, navigation: null }, ["likes"])
    ).toEqual({ follows: 0 })
  })

  it("gives nothing when there are none", () => {
    expect(otherMetrics({ likes: 1, follows: null }, ["likes"])).toBeNull()
  })
})
