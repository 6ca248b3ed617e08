import { FacebookPlatform } from "../facebook/platform"
import { InstagramPlatform } from "../instagram/platform"
import { LinkedInPlatform } from "../linkedin/platform"
import { TwitterPlatform } from "../twitter/platform"

/*
 * What a form is told about a platform must be what the platform takes. A new
 * provider is added to this table and to nothing else here.
 */
const platforms = [
  new FacebookPlatform({}, {}),
  new InstagramPlatform({}, {}),
  new LinkedInPlatform({}, {}),
  new TwitterPlatform({}, {}),
].map((platform) => [platform.profile.label, platform] as const)

/** Texts in double quotes: the examples of a help. */
const examplesOf = (help: string) =>
  [...help.matchAll(/"([^"]+)"/g)].map(([, example]) => example as string)

describe.each(platforms)("the profile of %s", (_, platform) => {
  const { settings = [], scopes, ...profile } = platform.profile

  it("offers the settings that the platform takes", () => {
    const chosen = Object.fromEntries(
      settings.map(({ name, options }) => [name, options[0]?.value])
    )
    for (const { name, options } of settings) {
      expect(options.length).toBeGreaterThan(1)
      for (const { value } of options) {
        const given = { ...chosen, [name]: value }
        expect(platform.validateSettings(given)).toEqual(given)
      }
      const wrong = { ...chosen, [name]: "telepathy" }
      expect(() => platform.validateSettings(wrong)).toThrow(`settings.${name}`)
    }
  })

  it("says which settings can be left out, and what holds then", () => {
    const needed = settings.filter((field) => field.default === undefined)
    if (needed.length > 0) {
      expect(() => platform.validateSettings({})).toThrow("settings.")
    } else {
      expect(platform.validateSettings({})).toEqual(
        Object.fromEntries(settings.map((field) => [field.name, field.default]))
      )
    }
  })

  it("lets a form pick the scopes of the chosen variant", () => {
    const deciding = settings.filter((field) => field.decides_scopes)
    const variants = deciding.flatMap(({ options }) =>
      options.map(({ value }) => value)
    )
    const named = scopes.flatMap(({ only_for }) => only_for ?? [])
    expect([...new Set(named)].sort()).toEqual([...variants].sort())
    expect(deciding.length).toBeLessThan(2)
  })

  it("shows post ids that the platform takes", () => {
    const examples = examplesOf(profile.post_id_help ?? "").filter((text) =>
      /\d{15}/.test(text)
    )
    expect(examples.length).toBeGreaterThan(0)
    for (const example of examples) {
      expect(platform.parsePostId(example, "1148671018324630")).toBe(example)
    }
  })

  it("is right in saying that an address does not work", () => {
    expect(profile.post_id_help).toContain("address")
    for (const address of [
      "https://x.com/name/status/1346889436626259968",
      "https://www.instagram.com/p/CRyZpjhDO_k/",
      "https://www.facebook.com/shop/posts/122098291011327930",
      "https://www.linkedin.com/feed/update/urn:li:share:7300000000000000001/",
    ]) {
      expect(() => platform.parsePostId(address, "1")).toThrow()
    }
  })

  it("shows what the id of an account looks like", () => {
    const examples = examplesOf(profile.external_id_help ?? "")
    expect(examples.filter((text) => /\d{4}/.test(text))).not.toEqual([])
  })
})
