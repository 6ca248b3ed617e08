import { groupMetrics, hasNumbers } from "../metric-groups"

const metricsOf = (insights: Parameters<typeof groupMetrics>[0]) =>
  Object.fromEntries(
    groupMetrics(insights).groups.map(({ id, metrics }) => [id, metrics])
  )

describe("groupMetrics", () => {
  it("groups what is known and leaves out what was never asked for", () => {
    expect(
      metricsOf({ likes: 12, comments: 0, reach: 90, reposts: 3 })
    ).toEqual({
      engagement: ["likes", "comments"],
      reach: ["reach"],
      platform: ["reposts"],
    })
  })

  it("keeps unknown numbers that a merchant would look for", () => {
    const insights = {
      likes: 1,
      clicks: null,
      unavailable: { clicks: "window_closed" },
    }
    expect(metricsOf(insights).reach).toEqual(["clicks"])
  })

  it("neither shows nor lists retired numbers", () => {
    const insights = {
      likes: 1,
      impressions: null,
      unavailable: { impressions: "retired" },
    }
    expect(groupMetrics(insights)).toEqual({
      groups: [{ id: "engagement", metrics: ["likes"] }],
      notOffered: [],
    })
  })

  it("lists what the platform does not offer apart", () => {
    const insights = {
      likes: 1,
      quotes: null,
      video_views: null,
      unavailable: { quotes: "not_offered", video_views: "not_offered" },
    }
    expect(groupMetrics(insights).notOffered).toEqual(["quotes", "video_views"])
  })

  it("shows the video group for videos only", () => {
    const unknownVideo = {
      video_views: null,
      unavailable: { video_views: "no_data_yet" },
    }
    expect(metricsOf({ ...unknownVideo, media_type: "image" })).toEqual({})
    expect(metricsOf({ ...unknownVideo, media_type: "VIDEO" })).toEqual({
      video: ["video_views"],
    })
    expect(metricsOf({ video_views: 0, media_type: "image" })).toEqual({
      video: ["video_views"],
    })
  })
})

describe("hasNumbers", () => {
  it("counts a zero, but not an unknown number", () => {
    expect(hasNumbers({ likes: 0 })).toBe(true)
    expect(hasNumbers({ likes: null, facebook_post_id: "1" })).toBe(false)
    expect(hasNumbers(null)).toBe(false)
  })
})
