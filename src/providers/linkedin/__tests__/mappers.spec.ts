import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { PlatformError, type PlatformPost } from "../../../platform-kit"
import { readBatch } from "../batch-answer"
import { judgePost, type PostAnswers } from "../judge-post"
import { readCommentPage } from "../map-comment"
import { toDetails } from "../map-details"
import { mapMemberPost } from "../map-member"
import { MEMBER_METRICS } from "../metrics"
import {
  readCount,
  readPost,
  readSocialMetadata,
  readStatistics,
  type SocialMetadata,
} from "../schemas"

const NOW = new Date("2026-11-15T12:00:00.000Z")
const URN = "urn:li:share:7300000000000000001"
const DAY = 24 * 60 * 60 * 1000
const daysAgo = (days: number) => new Date(NOW.getTime() - days * DAY)

const post = (more: Partial<PlatformPost> = {}): PlatformPost => ({
  id: "spost_1",
  platform_post_id: URN,
  media_type: null,
  media_product_type: null,
  posted_at: daysAgo(10),
  insights_blocked: null,
  known: {},
  ...more,
})

const QUIET: SocialMetadata = {
  reactions: {},
  comments: 0,
  top_level_comments: 0,
  comments_state: "OPEN",
}
const BUSY: SocialMetadata = { ...QUIET, reactions: { LIKE: 19, PRAISE: 3 } }

const error = (kind: "gone" | "permission" | "transient", more = {}) =>
  new PlatformError({
    kind,
    scope: "post",
    code: kind,
    message: kind,
    ...more,
  })

const judge = (answers: Partial<PostAnswers>, of = post()) =>
  judgePost(
    of,
    {
      statistics: null,
      metadata: null,
      details: null,
      permalink: "https://web.test/1",
      ...answers,
    },
    NOW
  )

const SEEN = readPost({ id: URN, publishedAt: daysAgo(10).getTime() })

describe("a page's post with statistics", () => {
  const statistics = {
    impressionCount: 640,
    uniqueImpressionsCount: 455,
    clickCount: 18,
    likeCount: 22,
    commentCount: 3,
    shareCount: 0,
    engagement: 0.067,
  }

  it("maps them, zero as zero", () => {
    const { insights, problems } = judge({ statistics, metadata: BUSY })
    expect(problems).toEqual([])
    expect(insights?.metrics).toEqual({
      impressions: 640,
      reach: 455,
      clicks: 18,
      likes: 22,
      comments: 3,
      shares: 0,
      saves: null,
      quotes: null,
      views: null,
      video_views: null,
    })
    expect(insights?.unavailable).toEqual({
      saves: "not_offered",
      quotes: "not_offered",
      views: "not_offered",
      video_views: "not_offered",
    })
    expect(insights?.native).toMatchObject({
      totalShareStatistics: { engagement: 0.067 },
    })
  })

  it("keeps reactions by type beside likes, never in them", () => {
    const { insights } = judge({ statistics, metadata: BUSY })
    expect(insights?.reactions).toEqual({ like: 19, praise: 3, total: 22 })
    const other = judge({
      statistics: { ...statistics, likeCount: 30 },
      metadata: BUSY,
    })
    expect(other.insights?.metrics.likes).toBe(30)
    expect(other.insights?.reactions?.total).toBe(22)
  })

  it("says which number was not in the answer", () => {
    const { clickCount: _left, ...rest } = statistics
    const { insights } = judge({ statistics: rest })
    expect(insights?.metrics.clicks).toBeNull()
    expect(insights?.unavailable.clicks).toBe("not_returned")
  })

  it("counts without reactions, naming the missing scope", () => {
    const denied = error("permission", {
      scope: "account",
      missing_scope: "r_organization_social_feed",
    })
    const { insights, problems } = judge({ statistics, metadata: denied })
    expect(insights?.metrics.likes).toBe(22)
    expect(insights).not.toHaveProperty("reactions")
    expect(problems).toEqual([{ part: "Insights metrics", error: denied }])
  })

  it("leaves a video's views to single syncs", () => {
    const video = judge({ statistics }, post({ media_type: "VIDEO" }))
    expect(video.insights?.metrics).not.toHaveProperty("video_views")
  })
})

describe("a page's post that the statistics leave out", () => {
  const ZEROS = {
    impressions: 0,
    reach: 0,
    clicks: 0,
    likes: 0,
    comments: 0,
    shares: 0,
  }

  it("has no activity when it exists and is young", () => {
    const { insights, problems } = judge({ metadata: QUIET })
    expect(insights?.metrics).toMatchObject(ZEROS)
    expect(insights?.reactions).toEqual({ total: 0 })
    expect(problems).toEqual([])
    expect(judge({ details: SEEN }).insights?.metrics).toMatchObject(ZEROS)
  })

  it("never turns a known number into 0", () => {
    const known = post({ known: { impressions: 640, likes: 22, shares: 0 } })
    const { insights } = judge({ metadata: QUIET }, known)
    for (const metric of ["impressions", "likes", "shares"]) {
      expect(insights?.metrics).not.toHaveProperty(metric)
    }
    expect(insights?.unavailable.reach).toBe("no_data_yet")
  })

  it("is only not counted yet when the feed shows activity", () => {
    const { insights } = judge({ metadata: BUSY })
    expect(insights?.metrics.likes).toBeNull()
    expect(insights?.unavailable.likes).toBe("no_data_yet")
    expect(insights?.reactions?.total).toBe(22)
  })

  it("keeps its last numbers after twelve months", () => {
    const old = { posted_at: daysAgo(366) }
    const kept = judge(
      { metadata: QUIET },
      post({ ...old, known: { likes: 22 } })
    )
    expect(kept.insights?.metrics).not.toHaveProperty("likes")
    expect(kept.insights?.unavailable.impressions).toBe("window_closed")
    const young = judge({ metadata: QUIET }, post({ posted_at: daysAgo(364) }))
    expect(young.insights?.metrics.impressions).toBe(0)
  })

  it("is unknown while nothing shows whether it exists", () => {
    const { insights, problems } = judge({})
    expect(insights?.unavailable.likes).toBe("no_data_yet")
    expect(problems).toEqual([])
  })

  it("learns its age from the post where it must", () => {
    const ageless = post({ posted_at: null })
    expect(
      judge({ metadata: QUIET }, ageless).insights?.unavailable.likes
    ).toBe("no_data_yet")
    const { insights } = judge({ metadata: QUIET, details: SEEN }, ageless)
    expect(insights?.metrics.likes).toBe(0)
    expect(insights?.details.posted_at).toEqual(daysAgo(10))
  })

  it("is gone when the post itself is", () => {
    const gone = error("gone")
    const result = judge({ metadata: error("gone"), details: gone })
    expect(result).toMatchObject({
      insights: null,
      problems: [{ part: "Post", error: gone }],
    })
  })

  it("is not gone while the post is there", () => {
    const { insights } = judge({ metadata: error("gone"), details: SEEN })
    expect(insights?.metrics).toMatchObject(ZEROS)
  })

  it("waits when the confirmation failed", () => {
    const trouble = error("transient")
    const { problems } = judge({ metadata: error("gone"), details: trouble })
    expect(problems).toEqual([{ part: "Post", error: trouble }])
  })

  it.each(["account", "app"] as const)(
    "waits when a limit of the %s kept it from being confirmed",
    (scope) => {
      const limit = new PlatformError({
        kind: "rate_limit",
        scope,
        code: "member_day_limit",
        message: "A limit.",
        retry_at: NOW,
      })
      for (const metadata of [error("gone"), limit]) {
        const result = judge({ metadata, details: limit })
        expect(result).toMatchObject({
          insights: null,
          problems: [
            {
              part: "Post",
              error: { kind: "rate_limit", scope: "post", retry_at: NOW },
            },
          ],
        })
      }
    }
  )

  it("belongs to somebody else when LinkedIn says so", () => {
    const denied = error("permission")
    const { insights, problems } = judge({ metadata: denied, details: denied })
    expect(insights).toBeNull()
    expect(problems[0]?.error.kind).toBe("permission")
  })
})

describe("answers of LinkedIn", () => {
  it.each([
    ["encoded", encodeURIComponent],
    ["plain", (urn: string) => urn],
  ])("reads a batch with %s keys, each post by itself", (_name, key) => {
    const [one, two, three] = [1, 2, 3].map((n) => `urn:li:share:${n}`) as [
      string,
      string,
      string,
    ]
    const body = {
      results: { [key(one)]: { commentSummary: { count: 0 } } },
      statuses: { [key(one)]: 200, [key(two)]: 404 },
      errors: { [key(two)]: { status: 404, code: "RESOURCE_NOT_FOUND" } },
    }
    const known = readBatch(body, [one, two, three], readSocialMetadata, NOW)
    expect(known.get(one)).toMatchObject({ comments: 0 })
    expect(known.get(two)).toMatchObject({ kind: "gone", scope: "post" })
    expect(known.get(three)).toMatchObject({ code: "missing_in_answer" })
  })

  it.each([
    [403, "permission"],
    [404, "gone"],
    [429, "transient"],
    [500, "transient"],
  ])("keeps an entry's %i to its post", (status, kind) => {
    const body = { statuses: { [URN]: status } }
    const entry = readBatch(body, [URN], readPost, NOW).get(URN)
    expect(entry).toMatchObject({ kind, scope: "post" })
  })

  it("does not take the organisation's own total for a post", () => {
    const body = {
      elements: [
        { organizationalEntity: "urn:li:organization:1" },
        { ugcPost: "urn:li:ugcPost:2", totalShareStatistics: { likeCount: 1 } },
      ],
    }
    expect([...(readStatistics(body)?.keys() ?? [])]).toEqual([
      "urn:li:ugcPost:2",
    ])
  })

  it("tells an empty list from an answer without one", () => {
    expect(readStatistics({ elements: [] })?.size).toBe(0)
    expect(readStatistics({ message: "hm" })).toBeNull()
  })

  it.each([[{ entity: URN }], [{ commentsState: "OPEN" }], [{}]])(
    "takes metadata without counters for a post that is there: %j",
    (metadata) => {
      const body = { results: { [URN]: metadata } }
      const entry = readBatch(body, [URN], readSocialMetadata, NOW).get(URN)!
      const { insights, problems } = judge({
        statistics: { likeCount: 3 },
        metadata: entry,
      })
      expect(problems).toEqual([])
      // Not counted is not zero.
      expect(insights).not.toHaveProperty("reactions")
      expect(insights?.metrics.likes).toBe(3)
    }
  )

  it("reads what it can of malformed statistics", () => {
    const share = (id: number) => `urn:li:share:${id}`
    const known = readStatistics({
      elements: [
        null,
        { share: share(1), totalShareStatistics: null },
        {
          share: share(2),
          totalShareStatistics: { likeCount: "4", commentCount: -1, later: {} },
        },
      ],
    })
    expect([...known!.keys()]).toEqual([share(2)])
    const { insights } = judge({ statistics: known!.get(share(2))! })
    expect(insights?.metrics).toMatchObject({
      likes: 4,
      comments: -1,
      impressions: null,
    })
  })

  it("passes over elements that are none", () => {
    expect(readCount({ elements: [null, { count: "7" }] })).toBe(7)
  })

  it("reads a metric's number, and no data as none", () => {
    expect(readCount({ elements: [{ count: 71 }] })).toBe(71)
    expect(readCount({ elements: [{ count: 0 }] })).toBe(0)
    expect(readCount({ elements: [] })).toBeNull()
  })

  it.each([
    [undefined, "text"],
    [{ media: { id: "urn:li:video:C4D1" } }, "video"],
    [{ media: { id: "urn:li:image:C4D1" } }, "image"],
    [{ article: { source: "https://shop.test" } }, "article"],
    [{ multiImage: {} }, "multiImage"],
  ])("knows what a post shows: %j", (content, type) => {
    expect(readPost({ id: URN, content })?.media_type).toBe(type)
  })

  it("reads LinkedIn's way of writing hashtags", () => {
    const commentary = "New \\(linen\\) {hashtag|\\#|Apron} #wool"
    const seen = readPost({ id: URN, commentary })
    expect(seen && toDetails(seen)).toMatchObject({
      caption: "New (linen) #Apron #wool",
      hashtags: ["apron", "wool"],
    })
  })

  it("reads comments without names", () => {
    const { comments, total } = readCommentPage(
      {
        elements: [
          {
            id: "9",
            commentUrn: "urn:li:comment:(urn:li:activity:1,9)",
            actor: "urn:li:person:abc",
            message: { text: "Great" },
            created: { time: Date.UTC(2026, 10, 14) },
            likesSummary: { totalLikes: 2 },
            commentsSummary: { totalFirstLevelComments: 1 },
          },
          { text: "no id" },
        ],
        paging: { total: 2 },
      },
      null,
      "urn:li:organization:1"
    )
    expect(total).toBe(2)
    expect(comments).toEqual([
      {
        urn: "urn:li:comment:(urn:li:activity:1,9)",
        replies: 1,
        comment: {
          id: "9",
          parent_id: null,
          text: "Great",
          author_id: "urn:li:person:abc",
          author_name: null,
          like_count: 2,
          hidden: null,
          created_at: new Date("2026-11-14T00:00:00.000Z"),
          by_account: false,
        },
      },
    ])
  })

  it.each([
    ["urn:li:organization:1", "urn:li:organization:1", true],
    ["urn:li:organization:1", "1", true],
    ["urn:li:person:abc", "urn:li:person:abc", true],
    ["urn:li:person:abc", "urn:li:organization:1", false],
    [undefined, "urn:li:organization:1", null],
  ])("knows a comment by %s on a post of %s", (actor, owner, by_account) => {
    const body = { elements: [{ id: "9", actor }] }
    const { comments } = readCommentPage(body, null, owner)
    expect(comments[0]?.comment.by_account).toBe(by_account)
  })
})

describe("a person's post", () => {
  const answers = (counts: [string, number | null][]) => ({
    table: MEMBER_METRICS.VIDEO,
    counts: new Map(counts),
    refused: [],
    error: null,
  })

  it("maps metric by metric, durations to seconds", () => {
    const reading = mapMemberPost(
      post(),
      answers([
        ["IMPRESSION", 5000],
        ["REACTION", 71],
        ["VIDEO_WATCH_TIME", 90500],
      ])
    )
    expect(reading.metrics).toMatchObject({
      impressions: 5000,
      likes: 71,
      total_watch_time: 90.5,
    })
    expect(reading.metrics).not.toHaveProperty("comments")
    expect(reading.unavailable).toEqual({
      quotes: "not_offered",
      views: "not_offered",
    })
  })

  it("has no data yet where the answer is empty, unless it had", () => {
    const empty = answers([["REACTION", null]])
    expect(mapMemberPost(post(), empty)).toMatchObject({
      metrics: { likes: null },
      unavailable: { likes: "no_data_yet" },
    })
    const known = mapMemberPost(post({ known: { likes: 3 } }), empty)
    expect(known.metrics).not.toHaveProperty("likes")
  })

  it("names a refused metric", () => {
    const [save] = MEMBER_METRICS.POST.optional
    const reading = mapMemberPost(post(), {
      ...answers([]),
      refused: save ? [save] : [],
    })
    expect(reading.unavailable.saves).toBe("not_supported")
  })
})

const RECORDED = join(process.cwd(), "../shared/recorded")
const whenRecorded = existsSync(RECORDED) ? describe : describe.skip

whenRecorded("recorded answers", () => {
  const recorded = (name: string) =>
    JSON.parse(readFileSync(join(RECORDED, `${name}.json`), "utf8"))

  it("reads an object as metric type", () => {
    const { response, expect: expected } = recorded("li_member_post_impression")
    expect(readCount(response.body)).toBe(expected.value)
  })

  it("reads posts that were left out as quiet, not as gone", () => {
    const { request, response } = recorded("li_org_share_stats_omitted_share")
    const known = readStatistics(response.body)
    for (const urn of request.requested) {
      const { insights, problems } = judge({
        statistics: known?.get(urn) ?? null,
        metadata: QUIET,
      })
      expect(problems).toEqual([])
      expect(insights?.metrics.impressions).toBe(0)
    }
  })

  it("does not take a page's total for a post's", () => {
    const { response } = recorded("li_org_stats_zero_live")
    expect(readStatistics(response.body)?.size).toBe(0)
  })

  it("reads social metadata", () => {
    const { response, expect: expected } = recorded("li_social_metadata")
    const metadata = readSocialMetadata(response.body)
    expect(metadata).toMatchObject({
      reactions: expected.reactions,
      comments: expected.metrics.comments,
      top_level_comments: expected.metrics.top_level_comments,
    })
    const { insights } = judge({ statistics: {}, metadata })
    expect(insights?.reactions?.total).toBe(expected.metrics.reactions)
  })
})
