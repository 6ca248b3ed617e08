import {
  describeRecorded,
  errorOf,
  recorded,
} from "../../../platform-kit/meta-graph/__tests__/support"
import { mapComments } from "../map-comments"
import { addBreakdown, mapInsights } from "../map-insights"
import { mapListed } from "../map-listed"
import { mapMedia } from "../map-media"
import { INSTAGRAM_METRICS } from "../metrics"
import { parseMediaId } from "../post-id"
import { productTypeOf } from "../product-type"
import { readInsightsRows } from "../../../platform-kit/meta-graph"
import { InstagramPlatform } from "../platform"

const { REELS, FEED } = INSTAGRAM_METRICS
const row = (name: string, value: unknown) => ({
  name,
  period: "lifetime",
  values: [{ value }],
})

describe("mapping Instagram media", () => {
  it("prefers what a visitor sees and falls back to insights", () => {
    const insights = { data: [row("likes", 9), row("comments", 4)] }
    const context = {
      product_type: "FEED" as const,
      asked: [...FEED.core, ...FEED.optional],
      refused: [],
    }
    const shown = mapInsights(
      { id: "1", like_count: 0, comments_count: 5, insights },
      context
    )
    expect(shown.metrics).toMatchObject({ likes: 0, comments: 5 })
    const hidden = mapInsights({ id: "1", insights }, context)
    expect(hidden.metrics).toMatchObject({ likes: 9, comments: 4 })
    expect(hidden.unavailable).not.toHaveProperty("likes")
    const nothing = mapInsights(
      { id: "1", insights: { data: [row("reach", 3)] } },
      { ...context, asked: FEED.core }
    )
    expect(nothing.metrics.likes).toBeNull()
    expect(nothing.unavailable.likes).toBe("not_returned")
    expect(nothing.unavailable.views).toBe("not_returned")
  })

  it("lets organic numbers win over totals that follow them", () => {
    const data = [row("total_views", 50), row("views", 40)]
    const reading = mapInsights(
      { id: "1", insights: { data } },
      {
        product_type: "REELS",
        asked: [...REELS.core, ...REELS.optional],
        refused: [],
      }
    )
    expect(reading.metrics).toMatchObject({ views: 40, video_views: 40 })
    expect(reading.native).toMatchObject({ total_views: 50, views: 40 })
  })

  it("says no data yet for empty insights", () => {
    for (const insights of [{ data: [] }, undefined]) {
      const reading = mapInsights(
        { id: "1", like_count: 2, insights },
        { product_type: "FEED", asked: FEED.core, refused: [] }
      )
      expect(reading.metrics).toMatchObject({ likes: 2, reach: null })
      expect(reading.unavailable.reach).toBe("no_data_yet")
    }
  })

  it.each([
    ["VIDEO", "https://www.instagram.com/reel/AbC/", "REELS"],
    ["IMAGE", "https://www.instagram.com/stories/shop/179/", "STORY"],
    ["CAROUSEL_ALBUM", "https://www.instagram.com/p/AbC/", "FEED"],
    ["IMAGE", "https://www.instagram.com/p/AbC/", "FEED"],
    ["VIDEO", "https://www.instagram.com/p/AbC/", undefined],
    ["IMAGE", undefined, undefined],
  ])(
    "a %s at %s without a product type is %s",
    (media_type, permalink, type) => {
      expect(mapMedia({ media_type, permalink }).media_product_type).toBe(type)
    }
  )

  it("does not learn fields that are absent", () => {
    expect(mapMedia({ id: "1" })).toEqual({})
    expect(
      mapMedia({
        id: "1",
        caption: "Neu: #Sommer #SOMMER",
        timestamp: "2026-09-01T10:20:30+0000",
      })
    ).toEqual({
      caption: "Neu: #Sommer #SOMMER",
      hashtags: ["sommer"],
      posted_at: new Date("2026-09-01T10:20:30Z"),
    })
  })

  it.each([
    ["IMAGE", "FEED", "FEED"],
    ["CAROUSEL_ALBUM", "FEED", "FEED"],
    ["VIDEO", "FEED", "FEED_VIDEO"],
    ["VIDEO", "REELS", "REELS"],
    ["IMAGE", "STORY", "STORY"],
    ["IMAGE", "AD", "NONE"],
    [null, "REELS", "REELS"],
    [null, "FEED", null],
    ["IMAGE", null, null],
  ])("%s %s is %s", (media_type, media_product_type, key) => {
    expect(productTypeOf({ media_type, media_product_type })).toBe(key)
  })

  it("asks no retired name and no name twice for one metric by accident", () => {
    for (const table of Object.values(INSTAGRAM_METRICS)) {
      const gone = new Set(table.retired.map(({ name }) => name))
      const keys = [...table.core, ...table.optional].map(
        ({ name, metric }) => `${name} ${metric}`
      )
      expect(new Set(keys).size).toBe(keys.length)
      for (const { name } of [...table.core, ...table.optional]) {
        expect(gone.has(name)).toBe(false)
      }
    }
  })
})

describeRecorded("recorded media", () => {
  it("reads a reel's watch times in seconds and keeps retired names native only", () => {
    const { response, expect: wanted } = recorded("ig_insights_reel_watch_time")
    const metrics = wanted.metrics as Record<string, number>
    const reading = mapInsights(
      { id: "1", insights: response.body },
      {
        product_type: "REELS",
        asked: [...REELS.core, ...REELS.optional],
        refused: [],
      }
    )
    expect(reading.metrics).toMatchObject({
      likes: metrics.likes,
      comments: metrics.comments,
      reach: metrics.reach,
      saves: metrics.saves,
      shares: metrics.shares,
      avg_watch_time: metrics.avg_watch_time_s,
      total_watch_time: (metrics.total_watch_time_ms ?? NaN) / 1000,
      views: null,
    })
    for (const name of wanted.raw_kept as string[]) {
      expect(reading.native).toHaveProperty(name)
    }
  })

  it("adds a story's navigation", () => {
    const { response, expect: wanted } = recorded(
      "ig_insights_story_navigation_breakdown"
    )
    const reading = mapInsights(
      { id: "1" },
      { product_type: "STORY", asked: [], refused: [] }
    )
    const [navigation] = INSTAGRAM_METRICS.STORY.optional.filter(
      ({ name }) => name === "navigation"
    )
    if (!navigation) {
      throw new Error("navigation is not in the table")
    }
    addBreakdown(reading, readInsightsRows(response.body), navigation)
    expect(reading.metrics).toMatchObject(wanted.metrics as object)
    expect(reading.breakdowns).toEqual(wanted.breakdowns)
  })

  it("reads objects by id", () => {
    const { response, expect: wanted } = recorded("ig_media_batch_ids")
    const byId = wanted.by_id as Record<
      string,
      { media_type: string; metrics: object }
    >
    for (const [id, { media_type, metrics }] of Object.entries(byId)) {
      const media =
        (response.body as Record<string, Record<string, unknown>>)[id] ?? {}
      const reading = mapInsights(media, {
        product_type: "FEED",
        asked: [],
        refused: [],
      })
      expect(reading.metrics).toMatchObject(metrics)
      expect(reading.details.media_type).toBe(media_type)
    }
  })

  it("reads comments without authors", () => {
    const { response, expect: wanted } = recorded("ig_comments_page1")
    const { comments } = mapComments(
      (response.body as { data: unknown[] }).data,
      { external_id: "17841400000000001", username: "shop" }
    )
    expect(
      comments.map(({ id, text, created_at }) => ({
        id,
        text,
        created_at: created_at?.toISOString().replace(".000Z", "Z"),
      }))
    ).toEqual(wanted.comments)
    expect(comments[0]).toMatchObject({
      author_name: null,
      author_id: null,
      parent_id: null,
      hidden: null,
      by_account: null,
    })
  })

  it.each([
    [{ username: "Shop" }, true],
    [{ from: { id: "17841400000000001", username: "renamed" } }, true],
    [{ from: { id: "77", username: "anna" } }, false],
    [{ from: { id: "77" } }, null],
    [{}, null],
  ])("knows whose comment it is: %j", (author, by_account) => {
    const owner = { external_id: "17841400000000001", username: "shop" }
    const { comments } = mapComments([{ id: "1", ...author }], owner)
    expect(comments[0]?.by_account).toBe(by_account)
  })
})

describe("Instagram ids, settings, options", () => {
  it("takes numeric media ids only", async () => {
    expect(parseMediaId(" 17900000000000001 ")).toBe("17900000000000001")
    for (const input of [
      "CP5Rq0bjBzn",
      "https://www.instagram.com/p/AbC/",
      "123",
      "1790000000000000a",
    ]) {
      expect(await errorOf(() => parseMediaId(input))).toMatchObject({
        kind: "invalid",
        code: "invalid_post_id",
        message: expect.stringContaining("media id"),
      })
    }
  })

  it("names the logins it allows", async () => {
    const platform = new InstagramPlatform({})
    expect(platform.validateSettings({ login: "facebook" })).toEqual({
      login: "facebook",
    })
    for (const settings of [{}, { login: "x" }, undefined]) {
      const error = await errorOf(() => platform.validateSettings(settings))
      expect(error.message).toMatch(/settings\.login.*"instagram".*"facebook"/)
    }
  })

  it("refuses wrong options by name", () => {
    expect(() =>
      InstagramPlatform.validateOptions({ facebook_base_url: "no" })
    ).toThrow(/facebook_base_url/)
    expect(() =>
      InstagramPlatform.validateOptions({ api_version: "26" })
    ).toThrow(/api_version/)
    expect(() => InstagramPlatform.validateOptions({})).not.toThrow()
  })
})

describeRecorded("recorded media in a list", () => {
  it("are listed with what they say of themselves", () => {
    const { response, expect: wanted } = recorded("ig_media_batch_ids")
    const media = response.body as Record<string, Record<string, unknown>>
    const kinds = wanted.by_id as Record<string, { media_type: string }>
    for (const [id, object] of Object.entries(media)) {
      expect(mapListed(object)).toMatchObject({
        platform_post_id: id,
        reading: null,
        mentions: [],
        details: {
          caption: object.caption,
          media_type: kinds[id]?.media_type,
          // Not asked for in this answer, but its address shows it.
          media_product_type: "FEED",
        },
      })
    }
  })
})
