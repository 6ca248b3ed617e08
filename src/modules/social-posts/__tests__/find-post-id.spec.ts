import type { AbstractSocialPlatform } from "../../../platform-kit"
import { findPostId } from "../insights/find-post-id"

const PLATFORM = {
  profile: {
    identifier: "twitter",
    aliases: ["x"],
    stored_id_keys: ["twitter_tweet_id", "tweet_id"],
  },
  parsePostId: (input: string, accountId: string) => `${accountId}/${input}`,
  postIdFromUrl: (url: string, accountId: string) =>
    url.includes("/status/") ? `${accountId}/${url.split("/").pop()}` : null,
} as unknown as AbstractSocialPlatform

const find = (
  insights: Record<string, unknown>,
  post: { platform_post_id?: string; permalink?: string } = {}
) =>
  findPostId(
    { platform_post_id: null, permalink: null, insights, ...post },
    PLATFORM,
    "acme"
  )

describe("findPostId", () => {
  it("takes the post's own column first, as it is", () => {
    expect(
      find({ twitter_tweet_id: "2" }, { platform_post_id: "acme/1" })
    ).toBe("acme/1")
  })

  it("takes the platform's keys of insights, in their order", () => {
    expect(find({ tweet_id: "2" })).toBe("acme/2")
    expect(find({ tweet_id: "2", twitter_tweet_id: "1" })).toBe("acme/1")
    expect(find({ twitter_tweet_id: "", tweet_id: 2 })).toBe("acme/2")
  })

  it("ignores other platforms' keys", () => {
    expect(find({ facebook_post_id: "1", instagram_media_id: "2" })).toBeNull()
  })

  it.each(["postId", "post_id", "id"])(
    "takes %s of publish_results as an array",
    (key) => {
      expect(
        find({
          publish_results: [
            null,
            "broken",
            { platform: "facebook", [key]: "1" },
            { platform: "twitter", [key]: "2" },
          ],
        })
      ).toBe("acme/2")
    }
  )

  it("takes publish_results as an object by platform", () => {
    expect(
      find({
        publish_results: {
          facebook: { postId: "1" },
          twitter: { postId: "2" },
        },
      })
    ).toBe("acme/2")
  })

  it("knows the platform by its other names, in any case", () => {
    expect(find({ publish_results: [{ platform: "X", id: "3" }] })).toBe(
      "acme/3"
    )
    expect(find({ publish_results: { Twitter: { id: "4" } } })).toBe("acme/4")
  })

  it("prefers the keys of insights to publish_results", () => {
    expect(
      find({ tweet_id: "1", publish_results: { x: { postId: "2" } } })
    ).toBe("acme/1")
  })

  it("takes the public address last", () => {
    const permalink = "https://x.com/acme/status/9"
    expect(find({}, { permalink })).toBe("acme/9")
    expect(find({ permalink })).toBe("acme/9")
    expect(find({ publish_results: { x: { error: "no" } }, permalink })).toBe(
      "acme/9"
    )
    expect(find({ tweet_id: "1" }, { permalink })).toBe("acme/1")
  })

  it.each([
    [{}],
    [{ permalink: "https://x.com/acme" }],
    [{ permalink: 5 }],
    [{ publish_results: "posted" }],
    [{ publish_results: { x: "posted" } }],
    [{ publish_results: [{ id: "1" }] }],
  ])("finds none in %j", (insights) => {
    expect(find(insights)).toBeNull()
  })
})
