import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import type { PlatformPost } from "../../../platform-kit"
import { type FoundPost, findPosts } from "../find-posts"
import { mapPost } from "../map-post"
import { mapReply } from "../map-reply"
import type { OwnerOnly } from "../owner-only"
import { readXAnswer, type XPost } from "../schemas"

const post = (id: string, more: Partial<PlatformPost> = {}): PlatformPost => ({
  id: `spost_${id}`,
  platform_post_id: id,
  media_type: null,
  media_product_type: null,
  posted_at: null,
  insights_blocked: null,
  known: {},
  ...more,
})

const KEPT: OwnerOnly = { state: "kept", error: null }

function map(
  body: unknown,
  of: PlatformPost,
  ownerOnly: OwnerOnly = KEPT
): ReturnType<typeof mapPost> {
  const found = findPosts(readXAnswer(body), [of]).get(of.id)
  return mapPost(
    of,
    found as FoundPost & { item: XPost },
    ownerOnly,
    "https://web.test/i/status/1"
  )
}

/** Longer than 2^53: an id read as a number would come out another one. */
const ID = "1992837465019283746"

const COUNTERS = {
  reply_count: 2,
  like_count: 41,
  quote_count: 1,
  bookmark_count: 5,
  impression_count: 2210,
}

describe("a post of X as a reading", () => {
  it.each([
    ["new", "repost_count", "edit_history_post_ids", "note_post"],
    ["legacy", "retweet_count", "edit_history_tweet_ids", "note_tweet"],
  ])("reads the %s vocabulary", (_name, shares, history, note) => {
    const body = {
      data: [
        {
          id: ID,
          text: "Linen &amp; wool… ",
          [note]: { text: "Linen &amp; wool #Autumn #autumn" },
          [history]: [ID],
          created_at: "2026-11-01T09:00:00.000Z",
          public_metrics: { ...COUNTERS, [shares]: 3 },
        },
      ],
    }
    const reading = map(body, post(ID))
    expect(reading.metrics).toEqual({
      likes: 41,
      comments: 2,
      shares: 3,
      quotes: 1,
      saves: 5,
      impressions: 2210,
      reach: null,
      views: null,
      video_views: null,
    })
    expect(reading.unavailable).toEqual({
      reach: "not_offered",
      views: "not_offered",
      video_views: "not_offered",
    })
    expect(reading.details).toMatchObject({
      caption: "Linen & wool #Autumn #autumn",
      hashtags: ["autumn"],
      media_type: "text",
      media_product_type: "POST",
      posted_at: new Date("2026-11-01T09:00:00.000Z"),
    })
    expect(reading.details).not.toHaveProperty("platform_post_id")
  })

  it("takes a missing counter for unknown, never for 0", () => {
    const { bookmark_count: _left, ...rest } = COUNTERS
    const body = {
      data: [{ id: ID, public_metrics: { ...rest, like_count: 0 } }],
    }
    const { metrics, unavailable } = map(body, post(ID))
    expect(metrics).toMatchObject({ likes: 0, saves: null, shares: null })
    expect(unavailable).toMatchObject({
      saves: "not_returned",
      shares: "not_returned",
    })
    expect(unavailable).not.toHaveProperty("likes")
  })

  it("keeps taking a video for one when the answer lacks the attachment", () => {
    const body = {
      data: [
        {
          id: ID,
          public_metrics: COUNTERS,
          attachments: { media_keys: ["13_1"] },
        },
      ],
    }
    const video = post(ID, { media_type: "video", known: { video_views: 9 } })
    const { details, unavailable } = map(body, video)
    expect(details.media_type).toBeUndefined()
    expect(unavailable.video_views).toBe("not_returned")
  })

  it("takes what it can from a malformed answer", () => {
    const body = {
      data: [
        null,
        {
          id: ID,
          public_metrics: { like_count: "41", reply_count: -1, later: {} },
          attachments: null,
          referenced_posts: [null],
          unheard_of: true,
        },
      ],
      includes: { media: [null] },
      errors: [null, { detail: "?" }],
    }
    expect(map(body, post(ID)).metrics).toMatchObject({
      likes: 41,
      comments: -1,
      impressions: null,
    })
  })

  it("lets the new name win where an answer has both", () => {
    const both = { ...COUNTERS, repost_count: 3, retweet_count: 2 }
    const body = { data: [{ id: ID, public_metrics: both }] }
    expect(map(body, post(ID)).metrics.shares).toBe(3)
  })

  it("finds an edited post under its newest id", () => {
    const body = {
      data: [
        {
          id: "300",
          edit_history_post_ids: ["100", "200", "300"],
          conversation_id: "100",
          public_metrics: COUNTERS,
        },
      ],
    }
    const { details } = map(body, post("100"))
    expect(details.platform_post_id).toBe("300")
    expect(details.media_product_type).toBe("POST")
  })

  it("tells replies, quotes and reposts apart", () => {
    const typeOf = (more: object) =>
      map({ data: [{ id: ID, ...more }] }, post(ID)).details.media_product_type
    expect(typeOf({ conversation_id: "1" })).toBe("REPLY")
    const refers = (type: string) => ({
      referenced_tweets: [{ type, id: "1" }],
    })
    expect(typeOf(refers("quoted"))).toBe("QUOTE")
    expect(typeOf(refers("retweeted"))).toBe("REPOST")
  })

  const video = {
    data: [
      {
        id: ID,
        attachments: { media_keys: ["13_1", "3_2"] },
        public_metrics: COUNTERS,
      },
    ],
    includes: {
      media: [
        {
          media_key: "13_1",
          type: "video",
          preview_image_url: "https://img.test/1.jpg",
          public_metrics: { view_count: 812 },
        },
        { media_key: "3_2", type: "photo", url: "https://img.test/2.jpg" },
      ],
    },
  }

  it("keeps a video's views apart from the views of the post", () => {
    const { metrics, unavailable, details } = map(video, post(ID))
    expect(metrics).toMatchObject({ video_views: 812, views: null })
    expect(unavailable.views).toBe("not_offered")
    expect(details).toMatchObject({
      media_type: "video",
      thumbnail_url: "https://img.test/1.jpg",
    })
  })

  describe("owner-only numbers", () => {
    const read = (item: object, media: object[] = []): OwnerOnly => ({
      state: "read",
      found: findPosts(
        readXAnswer({ data: [{ id: ID, ...item }], includes: { media } }),
        [post(ID)]
      ).get(`spost_${ID}`) as FoundPost,
    })

    it("are mapped, quartiles as a breakdown", () => {
      const quartiles = {
        playback_0_count: 500,
        playback_25_count: 300,
        playback_50_count: 200,
        playback_75_count: 150,
        playback_100_count: 90,
      }
      const own = read(
        {
          attachments: { media_keys: ["13_1"] },
          non_public_metrics: {
            url_link_clicks: 18,
            user_profile_clicks: 7,
            engagements: 75,
          },
        },
        [{ media_key: "13_1", type: "video", non_public_metrics: quartiles }]
      )
      const reading = map(video, post(ID), own)
      expect(reading.metrics).toMatchObject({
        clicks: 18,
        profile_visits: 7,
        total_interactions: 75,
        complete_views: 90,
      })
      expect(reading.breakdowns).toEqual({
        video_quartiles: {
          "0": 500,
          "25": 300,
          "50": 200,
          "75": 150,
          "100": 90,
        },
      })
      expect(reading.native).toMatchObject({
        public_metrics: { like_count: 41 },
        non_public_metrics: { engagements: 75 },
        media: {
          "13_1": {
            public_metrics: { view_count: 812 },
            non_public_metrics: quartiles,
          },
        },
      })
    })

    it("say so when one is missing in a good answer", () => {
      const own = read({ non_public_metrics: { url_link_clicks: 0 } })
      const { metrics, unavailable } = map(video, post(ID), own)
      expect(metrics).toMatchObject({ clicks: 0, profile_visits: null })
      expect(unavailable.profile_visits).toBe("not_returned")
    })

    it("are not permitted on a stranger's post", () => {
      const reading = map(video, post(ID), { state: "refused" })
      expect(reading.metrics).toMatchObject({ clicks: null, likes: 41 })
      expect(reading.unavailable.clicks).toBe("not_permitted")
    })

    it("keep their last value once the window is closed", () => {
      const closed: OwnerOnly = { state: "closed" }
      const known = map(video, post(ID, { known: { clicks: 12 } }), closed)
      expect(known.metrics).not.toHaveProperty("clicks")
      expect(known.unavailable).not.toHaveProperty("clicks")
      const never = map(video, post(ID), closed)
      expect(never.metrics.clicks).toBeNull()
      expect(never.unavailable.clicks).toBe("window_closed")
    })

    it("are left alone when nothing was learned", () => {
      expect(map(video, post(ID)).metrics).not.toHaveProperty("clicks")
    })
  })
})

describe("a reply as a comment", () => {
  const reply = (more: object): XPost =>
    readXAnswer({ data: [{ id: "9", text: "Nice &lt;3", ...more }] })
      .posts[0] as XPost

  it("has no parent when it answers the post itself", () => {
    const direct = reply({
      author_id: "77",
      created_at: "2026-11-14T10:00:00.000Z",
      public_metrics: { like_count: 4 },
      referenced_posts: [{ type: "replied_to", id: "1" }],
    })
    expect(mapReply(direct, ["1"], "9")).toEqual({
      id: "9",
      parent_id: null,
      text: "Nice <3",
      author_id: "77",
      author_name: null,
      like_count: 4,
      hidden: null,
      created_at: new Date("2026-11-14T10:00:00.000Z"),
      by_account: false,
    })
    expect(mapReply(direct, ["1"], "77").by_account).toBe(true)
  })

  it("has the answered reply as its parent", () => {
    const nested = reply({
      referenced_tweets: [{ type: "replied_to", id: "5" }],
    })
    expect(mapReply(nested, ["1"], "9")).toMatchObject({
      parent_id: "5",
      author_id: null,
      like_count: null,
      by_account: null,
    })
  })
})

const RECORDED = join(process.cwd(), "../shared/recorded")
const whenRecorded = existsSync(RECORDED) ? describe : describe.skip

whenRecorded("recorded answers", () => {
  const recorded = (name: string) =>
    JSON.parse(readFileSync(join(RECORDED, `${name}.json`), "utf8"))

  it("reads a timeline page", () => {
    const { response, expect: expected } = recorded("x_user_timeline_page")
    const answer = readXAnswer(response.body)
    expect(answer.posts).toHaveLength(expected.count)
    expect(answer.next_token).toBe(expected.next_cursor)
    for (const { id, public_metrics: sent } of response.body.data) {
      const { metrics } = map(response.body, post(id))
      expect(metrics).toMatchObject({
        likes: sent.like_count,
        comments: sent.reply_count,
        shares: sent.retweet_count,
        quotes: sent.quote_count,
        // Not offered at the time of the recording.
        saves: null,
      })
    }
  })

  it("reads a page without data", () => {
    const { response } = recorded("x_page_without_data_key")
    expect(readXAnswer(response.body)).toMatchObject({
      posts: [],
      problems: [],
      next_token: null,
    })
  })

  it("keeps the good post of an answer with errors", () => {
    const { response } = recorded("x_partial_error_missing_tweet")
    const wanted = [post("123"), post("456")]
    const found = findPosts(readXAnswer(response.body), wanted)
    expect(found.get("spost_123")?.item?.text).toBe("Hello")
    expect(found.get("spost_456")).toMatchObject({
      item: null,
      problems: [{ type: "resource-not-found" }],
    })
  })
})
