import {
  describeRecorded,
  errorOf,
  recorded,
} from "../../../platform-kit/meta-graph/__tests__/support"
import { mapComment } from "../comments"
import { mapInsights } from "../map-insights"
import { kindOf, mapPost } from "../map-post"
import { FACEBOOK_METRICS } from "../metrics"
import { parsePagePostId, postIdFromAddress } from "../post-id"
import { mapReactions } from "../reactions"

const { core, optional } = FACEBOOK_METRICS.video
const asked = [...core, ...optional]
const row = (name: string, value: unknown, period = "lifetime") => ({
  name,
  period,
  values: [{ value }],
})

describe("mapping Facebook posts", () => {
  it("renames reactions, fills zero types and keeps the object's total", () => {
    expect(
      mapReactions(
        { like: 120, love: 50, wow: 15, haha: 10, sorry: 3, anger: 2 },
        null
      )
    ).toEqual({
      like: 120,
      love: 50,
      wow: 15,
      haha: 10,
      sad: 3,
      angry: 2,
      total: 200,
    })
    expect(mapReactions({ LIKE: 1 }, 3)).toMatchObject({
      like: 1,
      love: 0,
      total: 3,
    })
  })

  it("knows zero from unknown for shares and comments", () => {
    const withRow = (value: unknown) =>
      mapInsights(
        {
          id: "1_2",
          insights: { data: [row("post_activity_by_action_type", value)] },
        },
        { asked, refused: [] }
      )
    expect(withRow({ like: 3 }).metrics).toMatchObject({
      shares: 0,
      comments: 0,
    })
    expect(withRow({ share: 3, comment: 2 }).metrics).toMatchObject({
      shares: 3,
      comments: 2,
    })
    const counted = mapInsights(
      {
        id: "1_2",
        shares: { count: 8 },
        comments: { data: [], summary: { total_count: 6 } },
        reactions: { data: [], summary: { total_count: 7 } },
        insights: {
          data: [row("post_activity_by_action_type", { share: 3, comment: 2 })],
        },
      },
      { asked, refused: [] }
    )
    expect(counted.metrics).toMatchObject({ shares: 8, comments: 6, likes: 7 })
    const without = mapInsights(
      { id: "1_2", insights: { data: [row("post_clicks", 1)] } },
      { asked, refused: [] }
    )
    expect(without.metrics.shares).toBeNull()
    expect(without.unavailable).toMatchObject({
      shares: "not_returned",
      comments: "not_returned",
      likes: "not_returned",
    })
    const blocked = mapInsights({ id: "1_2" }, { asked: [], refused: [] })
    expect(blocked.metrics).not.toHaveProperty("shares")
  })

  it("keeps video numbers of videos only, in seconds, organic and paid together", () => {
    const data = [
      row("post_video_views", 5),
      row("post_video_views", 0, "day"),
      row("post_video_avg_time_watched", 12549),
      row("post_video_complete_views_organic", 4),
      row("post_video_complete_views_paid", 3),
    ]
    const video = mapInsights(
      { id: "1_2", status_type: "added_video", insights: { data } },
      { asked, refused: [] }
    )
    expect(video.metrics).toMatchObject({
      video_views: 5,
      avg_watch_time: 12.549,
      complete_views: 7,
    })
    const photo = mapInsights(
      { id: "1_2", status_type: "added_photos", insights: { data } },
      { asked, refused: [] }
    )
    expect(photo.metrics.video_views).toBeNull()
    expect(photo.unavailable.video_views).toBe("not_offered")
    expect(photo.metrics).not.toHaveProperty("avg_watch_time")
  })

  it.each([
    [{ permalink_url: "https://www.facebook.com/reel/1/" }, "video"],
    [{ permalink_url: "https://www.facebook.com/1/videos/2" }, "video"],
    [{ status_type: "added_video" }, "video"],
    [{ attachments: { data: [{ media_type: "video" }] } }, "video"],
    [
      {
        attachments: { data: [{ media_type: "photo" }] },
        status_type: "added_photos",
      },
      "post",
    ],
    [{}, "post"],
  ])("%j is a %s", (post, kind) => {
    expect(kindOf(post)).toBe(kind)
  })

  it("asks no retired name", () => {
    const gone = new Set(FACEBOOK_METRICS.post.retired.map(({ name }) => name))
    expect(asked.filter(({ name }) => gone.has(name))).toEqual([])
  })
})

describeRecorded("recorded posts", () => {
  it("reads rows without a period and keeps what it does not map", () => {
    const { response, expect: wanted } = recorded(
      "fb_post_insights_activity_by_action"
    )
    const reading = mapInsights(
      { id: "1_2", insights: response.body },
      { asked, refused: [] }
    )
    expect(reading.metrics).toMatchObject({
      ...(wanted.metrics as object),
      shares: 3,
      comments: 2,
    })
    for (const name of wanted.raw_kept as string[]) {
      expect(reading.native).toHaveProperty(name)
    }
  })

  it("knows reels by their address", () => {
    const { response, expect: wanted } = recorded("fb_page_feed_live")
    const { data } = response.body as { data: Record<string, unknown>[] }
    const reels = data.filter(
      (post) => mapPost(post).media_product_type === "reel"
    )
    expect(reels.map(({ id }) => id)).toEqual(wanted.reels)
    const [first] = data
    const { external_id, posted_at, permalink } = wanted.first as Record<
      string,
      string
    >
    expect(first?.id).toBe(external_id)
    expect(mapPost(first ?? {})).toMatchObject({
      permalink,
      posted_at: new Date(posted_at ?? ""),
    })
  })

  it("knows comments by their address when the id was not asked for", () => {
    const { body } = recorded("fb_comments_stream_page1").response
    const { data } = body as { data: { permalink_url: string }[] }
    const ids = data.flatMap((entry) => mapComment(entry, "1"))
    expect(ids.map(({ id }) => id)).toEqual(
      data.map(({ permalink_url }) => permalink_url.split("=").at(-1))
    )
  })

  it("leaves out comments that cannot be told apart", () => {
    expect(mapComment({ message: "Hello" }, "1")).toEqual([])
  })
})

describe("Facebook ids", () => {
  it("completes a bare post id with the Page's", async () => {
    expect(parsePagePostId("1_22222", "9")).toBe("1_22222")
    expect(parsePagePostId(" 122098291011327930 ", "99")).toBe(
      "99_122098291011327930"
    )
    for (const input of [
      "https://www.facebook.com/1/posts/2",
      "pfbid02abc",
      "",
      "1_",
      "_2",
    ]) {
      expect(await errorOf(() => parsePagePostId(input, "9"))).toMatchObject({
        kind: "invalid",
        code: "invalid_post_id",
      })
    }
  })

  it.each([
    [
      "https://www.facebook.com/9/posts/122098291011327930",
      "9_122098291011327930",
    ],
    [
      "https://www.facebook.com/shop/posts/a-title/122098291011327930/",
      "9_122098291011327930",
    ],
    [
      "https://www.facebook.com/shop/posts/2026-sale/122098291011327930",
      "9_122098291011327930",
    ],
    ["https://www.facebook.com/reel/2415269175658897/", "9_2415269175658897"],
    [
      "https://www.facebook.com/permalink.php?story_fbid=123456&id=9",
      "9_123456",
    ],
    ["https://www.facebook.com/shop/posts/pfbid02abc", null],
    ["not an address", null],
  ])("%s holds %s", (url, id) => {
    expect(postIdFromAddress(url, "9")).toBe(id)
  })
})
