import type { PlatformProfile } from "../../../../platform-kit"
import { facebookProfile } from "../../../../providers/facebook/profile"
import { instagramProfile } from "../../../../providers/instagram/profile"
import { linkedinProfile } from "../../../../providers/linkedin/profile"
import { twitterProfile } from "../../../../providers/twitter/profile"
import german from "../../../i18n/de/platforms.json"
import english from "../../../i18n/en/platforms.json"
import { scopeKey } from "../scopes"

const PROFILES = [
  instagramProfile,
  facebookProfile,
  twitterProfile,
  linkedinProfile,
]

const textsOf = (profile: PlatformProfile) => ({
  token_help: profile.token_help,
  external_id_help: profile.external_id_help,
  post_id_help: profile.post_id_help,
  scopes: Object.fromEntries(
    profile.scopes.map(({ name, reason }) => [scopeKey(name), reason])
  ),
  settings: Object.fromEntries(
    (profile.settings ?? []).map(({ name, label, help, options }) => [
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
  PROFILES.map((profile) => [profile.identifier, textsOf(profile)])
)

describe("texts of the platforms", () => {
  it("are the profiles' own in English", () => {
    expect(english).toEqual(texts)
  })

  it("are all there in German", () => {
    expect(keysOf(german).sort()).toEqual(keysOf(texts).sort())
  })

  it("give two permissions of a platform different keys", () => {
    for (const { scopes } of PROFILES) {
      const keys = scopes.map(({ name }) => scopeKey(name))
      expect(new Set(keys).size).toBe(keys.length)
    }
  })
})
