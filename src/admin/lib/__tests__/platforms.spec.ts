import { consentPlatform, platformLook } from "../platforms"

it("names the platform whose consent page it is", () => {
  expect(consentPlatform("instagram", "facebook")).toBe("Facebook")
  expect(consentPlatform("instagram", "instagram")).toBe("Instagram")
  expect(consentPlatform("twitter", "default")).toBe("X")
  expect(consentPlatform("mastodon")).toBe("Mastodon")
})

it("shows a platform of another plugin by its name", () => {
  expect(platformLook("mastodon").label).toBe("Mastodon")
})
