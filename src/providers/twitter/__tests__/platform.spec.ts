import { TwitterPlatform } from "../platform"
import entry from "../index"

const platform = new TwitterPlatform({}, {})

describe("the X platform", () => {
  it("is a provider of the module", () => {
    expect(entry.services).toEqual([TwitterPlatform])
    expect(TwitterPlatform.identifier).toBe(platform.profile.identifier)
    expect(platform.profile.aliases).toContain("x")
  })

  it.each([
    ["base_url", "not an address"],
    ["vocabulary", "ancient"],
    ["api_version", "v2"],
  ])("refuses a wrong %s, naming it", (option, value) => {
    expect(() => TwitterPlatform.validateOptions({ [option]: value })).toThrow(
      option
    )
  })

  it("takes a user's token unless told otherwise", () => {
    expect(platform.validateSettings({})).toEqual({ auth: "user" })
    expect(platform.validateSettings({ auth: "app" })).toEqual({ auth: "app" })
    expect(() => platform.validateSettings({ auth: "both" })).toThrow(
      /settings\.auth.*"user" or "app"/
    )
  })

  it("keeps ids of 19 digits as they are", () => {
    expect(platform.parsePostId(" 1992837465019283746 ")).toBe(
      "1992837465019283746"
    )
  })

  it.each([
    "",
    "abc",
    "12345678901234567890",
    "1_2",
    "https://x.com/a/status/1",
  ])('refuses "%s", saying what an id looks like', (input) => {
    expect(() => platform.parsePostId(input)).toThrow(/1 to 19 digits/)
  })

  it.each([
    ["https://x.com/shop/status/1992837465019283746", "1992837465019283746"],
    ["https://twitter.com/shop/status/20?s=20", "20"],
    ["https://x.com/i/web/status/20/photo/1", "20"],
    ["https://x.com/shop", null],
    ["https://x.com/shop/status/12345678901234567890", null],
    ["no address", null],
  ])("finds the id in %s", (url, id) => {
    expect(platform.postIdFromUrl(url)).toBe(id)
  })
})
