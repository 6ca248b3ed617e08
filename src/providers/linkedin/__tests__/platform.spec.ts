import entry from "../index"
import { LinkedInPlatform } from "../platform"
import { encodeValue, listOf, queryOf, recordOf } from "../restli"

const platform = new LinkedInPlatform({}, {})
const SHARE = "urn:li:share:7300000000000000001"
const UGC = "urn:li:ugcPost:7300000000000000002"

describe("the encoding of Rest.li 2.0", () => {
  it("encodes values and leaves the structure literal", () => {
    expect(listOf([SHARE, UGC])).toBe(
      "List(urn%3Ali%3Ashare%3A7300000000000000001,urn%3Ali%3AugcPost%3A7300000000000000002)"
    )
    expect(recordOf("share", "urn:li:share:1")).toBe(
      "(share:urn%3Ali%3Ashare%3A1)"
    )
    expect(
      queryOf([
        ["q", "entity"],
        ["ids", listOf([])],
      ])
    ).toBe("q=entity&ids=List()")
  })

  it("encodes the parentheses and the comma of a comment's URN", () => {
    expect(encodeValue("urn:li:comment:(urn:li:activity:1,2)")).toBe(
      "urn%3Ali%3Acomment%3A%28urn%3Ali%3Aactivity%3A1%2C2%29"
    )
  })

  it("encodes a quote, which encodeURIComponent leaves", () => {
    expect(encodeValue("it's")).toBe("it%27s")
  })
})

describe("the LinkedIn platform", () => {
  it("is a provider of the module", () => {
    expect(entry.services).toEqual([LinkedInPlatform])
    expect(LinkedInPlatform.identifier).toBe(platform.profile.identifier)
  })

  it.each(["2026-10", "202613", "v2", "26"])(
    "refuses %s as a version, saying what one looks like",
    (api_version) => {
      expect(() => LinkedInPlatform.validateOptions({ api_version })).toThrow(
        /api_version.*202609/
      )
    }
  )

  it("wants to know whose profile it is", () => {
    expect(platform.validateSettings({ kind: "member" })).toEqual({
      kind: "member",
    })
    for (const settings of [{}, { kind: "group" }]) {
      expect(() => platform.validateSettings(settings)).toThrow(
        /settings\.kind.*organization.*member/
      )
    }
  })

  it.each([SHARE, UGC])("takes %s as it is", (urn) => {
    expect(platform.parsePostId(` ${urn} `)).toBe(urn)
    expect(platform.parsePostId(encodeURIComponent(urn))).toBe(urn)
  })

  it.each(["7300000000000000001", "urn:li:share:", "urn:li:image:1", ""])(
    'refuses "%s", saying what an id looks like',
    (input) => {
      expect(() => platform.parsePostId(input)).toThrow(/urn:li:ugcPost/)
    }
  )

  it("explains why an activity is no post", () => {
    expect(() => platform.parsePostId("urn:li:activity:1")).toThrow(
      /activity is not a post/
    )
  })

  it.each([
    [`https://www.linkedin.com/feed/update/${SHARE}/`, SHARE],
    [
      `https://www.linkedin.com/feed/update/${encodeURIComponent(UGC)}?a=b`,
      UGC,
    ],
    [
      "https://www.linkedin.com/posts/shop_linen-ugcPost-7300000000000000002-Ab2c",
      UGC,
    ],
    [
      "https://www.linkedin.com/posts/shop_linen-share-5-Ab2c",
      "urn:li:share:5",
    ],
    ["https://www.linkedin.com/posts/shop_linen-activity-5-Ab2c", null],
    ["https://www.linkedin.com/feed/update/urn:li:activity:5/", null],
    ["no address", null],
  ])("finds the post in %s", (url, urn) => {
    expect(platform.postIdFromUrl(url)).toBe(urn)
  })
})
