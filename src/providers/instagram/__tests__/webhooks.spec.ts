import { InstagramPlatform } from "../platform"

const receiver = new InstagramPlatform(
  {},
  { webhook_verify_token: "token", facebook_client_secret: "secret" }
).webhooks()

const parse = (change: unknown) =>
  receiver.parse(
    Buffer.from(
      JSON.stringify({
        object: "instagram",
        entry: [{ id: "178", time: 1762000000, changes: [change] }],
      })
    )
  )
const of = { account_external_id: "178", at: new Date(1762000000000) }

const story = (value: object) => {
  const [notice] = parse({
    field: "story_insights",
    value: { media_id: "179", ...value },
  })
  return notice?.kind === "story_insights" ? notice.reading : null
}

describe("Instagram's webhooks", () => {
  it("need a token and one of two secrets", () => {
    expect(receiver.missingOptions()).toEqual([])
    expect(new InstagramPlatform({}, {}).webhooks().missingOptions()).toEqual([
      "webhook_verify_token",
      "client_secret or facebook_client_secret",
    ])
  })

  it("tell of comments", () => {
    const value = {
      id: "17900",
      text: "Wo gibt es das?",
      from: { id: "9", username: "jane" },
      media: { id: "17901", media_product_type: "FEED" },
      parent_id: "17902",
    }
    const notices = parse({ field: "comments", value })
    expect(notices).toEqual([
      {
        ...of,
        kind: "comment",
        platform_post_id: "17901",
        comment_id: "17900",
        verb: "added",
      },
    ])
    // Texts and names are nobody's business here.
    expect(JSON.stringify(notices)).not.toMatch(/jane|gibt/)
    expect(parse({ field: "comments", value: {} })).toEqual([])
    expect(parse({ field: "messages", value: { id: "1" } })).toEqual([])
  })

  it("tell the last numbers of a story", () => {
    const reading = story({
      impressions: 99,
      reach: 42,
      taps_forward: 20,
      taps_back: 3,
      exits: 4,
      replies: 0,
      views: 50,
      something_new: 7,
    })
    expect(reading).toEqual({
      metrics: { reach: 42, replies: 0, views: 50, navigation: 27 },
      unavailable: {},
      native: {
        reach: 42,
        taps_forward: 20,
        taps_back: 3,
        exits: 4,
        replies: 0,
        views: 50,
        something_new: 7,
      },
      breakdowns: {
        navigation: { tap_forward: 20, tap_back: 3, tap_exit: 4 },
      },
    })
  })

  it("take -1 and fewer than five viewers for unknown, not for 0", () => {
    expect(story({ reach: 42, replies: -1 })).toEqual({
      metrics: { reach: 42, replies: null },
      unavailable: { replies: "too_few_viewers" },
      native: { reach: 42 },
    })
    expect(story({ reach: 4, replies: 1, taps_forward: 2 })).toEqual({
      metrics: { reach: null, replies: null },
      unavailable: { reach: "too_few_viewers", replies: "too_few_viewers" },
      native: {},
    })
  })
})
