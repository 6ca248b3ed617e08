import PlatformRegistry from "../services/platform-registry"

const platform = (identifier: string, aliases: string[] = []) => ({
  profile: { identifier, aliases },
})

const instagram = platform("instagram")
const twitter = platform("twitter", ["x"])

const registry = new PlatformRegistry({
  logger: {},
  social_platform_twitter: twitter,
  social_platform_ig: instagram,
})

describe("PlatformRegistry", () => {
  it("lists the platforms of the container and nothing else", () => {
    expect(registry.list()).toEqual([instagram, twitter])
  })

  it("finds a platform by identifier or alias, in any case", () => {
    expect(registry.find("twitter")).toBe(twitter)
    expect(registry.find("x")).toBe(twitter)
    expect(registry.find("X")).toBe(twitter)
    expect(registry.find("Instagram")).toBe(instagram)
    expect(registry.retrieve("x")).toBe(twitter)
  })

  it("does not find a platform by its key in the container", () => {
    expect(registry.find("ig")).toBeNull()
  })

  it("names the alternatives to an unknown platform", () => {
    expect(registry.find("tiktok")).toBeNull()
    expect(() => registry.retrieve("tiktok")).toThrow(
      'platform "tiktok" is not known. Configured platforms: instagram, twitter.'
    )
  })

  it("says when there is none at all", () => {
    expect(() => new PlatformRegistry({}).retrieve("x")).toThrow(
      "Configured platforms: (none)."
    )
  })

  it("refuses a platform that is registered twice", () => {
    expect(
      () =>
        new PlatformRegistry({
          social_platform_one: platform("instagram"),
          social_platform_two: platform("instagram"),
        })
    ).toThrow('The social platform "instagram" is registered twice.')
  })
})
