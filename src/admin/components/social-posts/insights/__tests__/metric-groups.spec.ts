import { groupMetrics } from "../metric-groups"

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

  it("puts a platform's own metrics with its others", () => {
    const insights = {
      likes: 1,
      reposts: 2,
      pins: 0,
      closeups: null,
      stitches: null,
      unavailable: { closeups: "no_data_yet", stitches: "not_offered" },
    }
    expect(groupMetrics(insights)).toEqual({
      groups: [
        { id: "engagement", metrics: ["likes"] },
        { id: "platform", metrics: ["reposts", "pins", "closeups"] },
      ],
      notOffered: ["stitches"],
    })
  })

  it("takes nothing for a metric that is none", () => {
    const insights = {
      engagement: 5,
      engagement_rate: 1.2,
      comments_new: 3,
      comments_capped: false,
      facebook_post_id: "1",
      share_id: null,
      unavailable: { engagement_rate: "no_basis" },
    }
    expect(groupMetrics(insights)).toEqual({ groups: [], notOffered: [] })
  })

  it("keeps unknown video numbers of other posts out of the last group", () => {
    const unavailable = { avg_watch_time: "no_data_yet" }
    expect(groupMetrics({ media_type: "IMAGE", unavailable }).groups).toEqual(
      []
    )
  })
})
