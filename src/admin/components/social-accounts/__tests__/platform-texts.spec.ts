import type { AbstractSocialPlatform } from "../../../../platform-kit"
import { FacebookPlatform } from "../../../../providers/facebook"
import { InstagramPlatform } from "../../../../providers/instagram"
import { LinkedInPlatform } from "../../../../providers/linkedin"
import { TwitterPlatform } from "../../../../providers/twitter"
import german from "../../../i18n/de/platforms.json"
import english from "../../../i18n/en/platforms.json"
import { scopeKey } from "../scopes"

const PLATFORMS = [
  new InstagramPlatform({}, {}),
  new FacebookPlatform({}, {}),
  new TwitterPlatform({}, {}),
  new LinkedInPlatform({}, {}),
]

const textsOf = (platform: AbstractSocialPlatform) => ({
  token_help: platform.profile.token_help,
  external_id_help: platform.profile.external_id_help,
  post_id_help: platform.profile.post_id_help,
  flows: Object.fromEntries(
    platform
      .connectionFlows()
      .map(({ id, label, help }) => [scopeKey(id), { label, help }])
  ),
  scopes: Object.fromEntries(
    platform.profile.scopes.map(({ name, reason }) => [scopeKey(name), reason])
  ),
  settings: Object.fromEntries(
    (platform.profile.settings ?? []).map(({ name, label, help, options }) => [
      name,
      {
        label,
        help,
        options: Object.fromEntries(
          options.map((option) => [option.value, option.label])
        ),
      },
    ])
  ),
})

/** "scopes.tweet_read", … of every text. */
const keysOf = (texts: object, path = ""): string[] =>
  Object.entries(texts).flatMap(([key, value]) =>
    typeof value === "object" && value !== null
      ? keysOf(value, `${path}${key}.`)
      : [`${path}${key}`]
  )

const texts = Object.fromEntries(
  PLATFORMS.map((platform) => [platform.profile.identifier, textsOf(platform)])
)

describe("texts of the platforms", () => {
  it("are the profiles' own in English", () => {
    expect(english).toEqual(texts)
  })

  it("are all there in German", () => {
    expect(keysOf(german).sort()).toEqual(keysOf(texts).sort())
  })

  it("give two permissions of a platform different keys", () => {
    for (const { profile } of PLATFORMS) {
      const keys = profile.scopes.map(({ name }) => scopeKey(name))
      expect(new Set(keys).size).toBe(keys.length)
    }
  })
})
