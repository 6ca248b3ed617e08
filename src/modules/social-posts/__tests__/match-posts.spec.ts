import { PlatformError, type ListedPost } from "../../../platform-kit"
import type { AbstractSocialPlatform } from "../../../platform-kit"
import { type KnownPost, matchPosts } from "../imports/match-posts"
import { permalinkKey } from "../imports/permalink-key"

const platform = {
  profile: {
    identifier: "fake",
    label: "Fake",
    aliases: ["phoney"],
    stored_id_keys: ["fake_post_id"],
  },
  parsePostId: (input: string) => {
    if (!/^p\d+$/.test(input)) {
      throw new PlatformError({
        kind: "invalid",
        scope: "post",
        code: "post_id",
        message: "No id.",
      })
    }
    return input
  },
  postIdFromUrl: (url: string) => /\/posts\/(p\d+)/.exec(url)?.[1] ?? null,
} as unknown as AbstractSocialPlatform

const listed = (
  platform_post_id: string,
  more: Partial<ListedPost> = {}
): ListedPost => ({
  platform_post_id,
  details: {},
  reading: null,
  problems: [],
  ...more,
})

const known = (id: string, more: Partial<KnownPost> = {}): KnownPost => ({
  id,
  platform_post_id: null,
  permalink: null,
  insights: {},
  listed_at: null,
  ...more,
})

const matched = (posts: ListedPost[], rows: KnownPost[]) =>
  matchPosts(posts, rows, platform, "ext").map(
    (match) => `${match.listed.platform_post_id}=${match.known?.id ?? "new"}`
  )

const at = (permalink: string) => ({ details: { permalink } })

describe("matchPosts", () => {
  it("knows a post by its id, and by another id of the platform", () => {
    const rows = [
      known("row1", { platform_post_id: "p1" }),
      known("row2", { platform_post_id: "video2" }),
    ]
    const posts = [listed("p1"), listed("p2", { other_ids: ["video2"] })]
    expect(matched([...posts, listed("p3")], rows)).toEqual([
      "p1=row1",
      "p2=row2",
      "p3=new",
    ])
  })

  it("knows drafts by ids that publishers left behind, and by addresses", () => {
    const rows = [
      known("key", { insights: { fake_post_id: "p1" } }),
      known("list", {
        insights: { publish_results: [{ platform: "phoney", postId: "p2" }] },
      }),
      known("url", { permalink: "https://fake.example/posts/p3" }),
      known("other", {
        insights: { permalink: "http://www.fake.example/x/abc/?utm_source=n" },
      }),
    ]
    const posts = [
      listed("p1"),
      listed("p2"),
      listed("p3"),
      listed("p4", at("https://fake.example/x/abc")),
    ]
    expect(matched(posts, rows)).toEqual([
      "p1=key",
      "p2=list",
      "p3=url",
      "p4=other",
    ])
  })

  it("gives a row to the surest match, and to one post only", () => {
    const rows = [
      known("row", {
        platform_post_id: "p2",
        permalink: "https://fake.example/x/1",
      }),
    ]
    const posts = [
      listed("p1", at("https://fake.example/x/1")),
      listed("p2", at("https://fake.example/x/1")),
    ]
    expect(matched(posts, rows)).toEqual(["p1=new", "p2=row"])
  })

  it("takes no row by its address that was listed under its own id", () => {
    const row = {
      platform_post_id: "p9",
      permalink: "https://fake.example/x/1",
    }
    const posts = [listed("p1", at("https://fake.example/x/1"))]
    expect(matched(posts, [known("row", row)])).toEqual(["p1=row"])
    const seen = known("row", { ...row, listed_at: new Date() })
    expect(matched(posts, [seen])).toEqual(["p1=new"])
  })

  it("does not stumble over ids of another shape", () => {
    const odd = known("odd", { insights: { fake_post_id: "<p1>" } })
    expect(matched([listed("p1")], [odd])).toEqual(["p1=new"])
  })
})

describe("permalinkKey", () => {
  it.each([
    ["https://www.instagram.com/p/AbC/?igsh=x", "instagram.com/p/AbC"],
    [
      "http://m.facebook.com/permalink.php?story_fbid=1&id=2&utm_a=b",
      "facebook.com/permalink.php?id=2&story_fbid=1",
    ],
    ["https://x.com/a/status/1?s=20&t=q", "x.com/a/status/1"],
    ["https://instagram.com/", null],
    ["javascript:alert(1)", null],
    ["not an address", null],
    [null, null],
  ])("brings %p to %p", (permalink, key) => {
    expect(permalinkKey(permalink)).toBe(key)
  })

  it("keeps letters apart that differ in size: short codes do", () => {
    expect(permalinkKey("https://a.b/p/AbC")).not.toBe(
      permalinkKey("https://a.b/p/abc")
    )
  })
})
