import type { AbstractSocialPlatform } from "../../../../platform-kit"
import { FacebookPlatform } from "../../../../providers/facebook/platform"
import { InstagramPlatform } from "../../../../providers/instagram/platform"
import { LinkedInPlatform } from "../../../../providers/linkedin/platform"
import { TwitterPlatform } from "../../../../providers/twitter/platform"
import { findPosts } from "../find-ids"
import { networksOf } from "../old-names"
import { readOldRow } from "../old-row"

const platforms: AbstractSocialPlatform[] = [
  new InstagramPlatform({}, {}),
  new FacebookPlatform({}, {}),
  new TwitterPlatform({}, {}),
  new LinkedInPlatform({}, {}),
]

const columns = {
  id: "id",
  insights: "insights",
  permalink: "post_url",
  post_id: "external_id",
  publish_results: "publish_results",
}

const find = (
  row: string | Record<string, unknown>,
  named: string[] = [],
  page: string | null = "111"
) =>
  findPosts(
    readOldRow(typeof row === "string" ? row : JSON.stringify(row), columns),
    platforms,
    named,
    () => page
  )

const ids = (...args: Parameters<typeof find>) =>
  find(...args).posts.map(({ platform, id, place }) => [platform, id, place])

const IG = "17900000000000001"

describe("the ids of old posts", () => {
  it("keeps every digit of an id that is a number", () => {
    expect(ids(`{"insights":{"instagram_media_id":${IG}}}`)).toEqual([
      ["instagram", IG, "instagram_media_id"],
    ])
  })

  it("are found on several networks at once", () => {
    const insights = { instagram_media_id: IG, facebook_post_id: "111_222" }
    expect(ids({ insights })).toEqual([
      ["instagram", IG, "instagram_media_id"],
      ["facebook", "111_222", "facebook_post_id"],
    ])
  })

  it.each([
    ["a list", [{ platform: "instagram", postId: IG }]],
    ["an object", { instagram: { post_id: IG } }],
    ["an object of ids", { instagram: IG }],
    ["one result", { platform: "instagram", id: IG }],
    ["a text", JSON.stringify([{ platform: "ig", media_id: IG }])],
    ["results", { results: [{ network: "Instagram", id: IG }] }],
  ])("are found in results of publishing that are %s", (_what, results) => {
    const found = [["instagram", IG, "publish_results"]]
    expect(ids({ insights: { publish_results: results } })).toEqual(found)
    expect(ids({ publish_results: results })).toEqual(found)
  })

  it("are none of a publishing that failed", () => {
    const publish_results = [
      { platform: "instagram", postId: IG, success: false },
      { platform: "instagram", postId: IG, status: "failed" },
    ]
    expect(ids({ insights: { publish_results } })).toEqual([])
  })

  it("are those of the network that was read, or of the row's only one", () => {
    const insights = { platform_post_id: "19" }
    expect(ids({ insights }, ["twitter"])).toEqual([
      ["twitter", "19", "insights.platform_post_id"],
    ])
    expect(ids({ insights })).toEqual([])
    expect(ids({ insights: { ...insights, platform: "x" } })).toEqual([
      ["twitter", "19", "insights.platform_post_id"],
    ])
    expect(ids({ external_id: "19" }, ["twitter"])).toEqual([
      ["twitter", "19", "post_id"],
    ])
  })

  it("are found in addresses of their own site only", () => {
    const post_url = "https://x.com/shop/status/19"
    expect(ids({ post_url })).toEqual([["twitter", "19", "url"]])
    const evil = "https://x.com.evil.example/shop/status/19"
    expect(ids({ post_url: evil })).toEqual([])
  })

  it("need the Page where they are not whole", () => {
    const insights = { facebook_post_id: "22222" }
    expect(ids({ insights })).toEqual([
      ["facebook", "111_22222", "facebook_post_id"],
    ])
    const { posts, bad } = find({ insights }, ["facebook"], null)
    expect(posts).toEqual([])
    expect(bad[0]).toMatch(/complete only with the id of the Facebook account/)
  })

  it("are no ids when they only look like something", () => {
    const { posts, bad } = find({
      insights: { instagram_media_id: "undefined" },
    })
    expect(posts).toEqual([])
    expect(bad[0]).toMatch(/^instagram_media_id: /)
  })
})

describe("networksOf", () => {
  it.each([
    ["FBINSTA", ["instagram", "facebook"]],
    ["Facebook & Instagram", ["instagram", "facebook"]],
    ["X", ["twitter"]],
    ["X (Twitter)", ["twitter"]],
    ["LinkedIn Page", ["linkedin"]],
    ["Xing", []],
    ["Pinterest", []],
    [null, []],
  ])("%s", (name, networks) => {
    expect(networksOf(name)).toEqual(networks)
  })
})
