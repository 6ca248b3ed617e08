import { instagramProfile } from "../../../../providers/instagram/profile"
import type { SocialPlatform } from "../../../types/http"
import {
  groupScopes,
  isGranted,
  missingPurposes,
  scopeKey,
  scopesFor,
} from "../scopes"

const SCOPES: SocialPlatform["scopes"] = [
  { name: "read", reason: "Reads.", needed_for: "numbers" },
  { name: "log_in", reason: "Logs in.", needed_for: "connection" },
  {
    name: "page_comments",
    reason: "Reads comments of a page.",
    needed_for: "comments",
    only_for: "page",
  },
]

const SETTINGS: SocialPlatform["settings"] = [
  { name: "region", label: "Region", help: "", options: [], default: "page" },
  {
    name: "kind",
    label: "Kind",
    help: "",
    options: [
      { value: "page", label: "Page" },
      { value: "person", label: "Person" },
    ],
    decides_scopes: true,
  },
]

const PLATFORM = { scopes: SCOPES, settings: SETTINGS }
const names = (scopes: readonly { name: string }[]) =>
  scopes.map(({ name }) => name)

describe("scopesFor", () => {
  it("takes those of every variant and of the chosen one", () => {
    expect(names(scopesFor(PLATFORM, { kind: "page" }))).toEqual([
      "read",
      "log_in",
      "page_comments",
    ])
    expect(names(scopesFor(PLATFORM, { kind: "person" }))).toEqual([
      "read",
      "log_in",
    ])
  })

  it("goes by the setting that decides alone", () => {
    expect(names(scopesFor(PLATFORM, { region: "page" }))).toEqual([
      "read",
      "log_in",
    ])
  })

  it("takes the preset as long as nothing is chosen", () => {
    const settings = SETTINGS.map((field) => ({ ...field, default: "page" }))
    expect(names(scopesFor({ scopes: SCOPES, settings }, null))).toContain(
      "page_comments"
    )
  })

  it("tells the logins of Instagram apart", () => {
    const { scopes, settings = [] } = instagramProfile
    const of = (login: string) =>
      names(
        scopesFor({ scopes, settings } as unknown as SocialPlatform, { login })
      )
    expect(of("instagram")).toContain("instagram_business_basic")
    expect(of("instagram")).not.toContain("instagram_basic")
    expect(of("facebook")).toContain("instagram_basic")
    expect(of("")).toEqual([])
  })
})

describe("groupScopes", () => {
  it("groups by purpose in the order one needs them, without empty groups", () => {
    const groups = groupScopes(SCOPES.slice(0, 2))
    expect(groups.map(({ purpose }) => purpose)).toEqual([
      "connection",
      "numbers",
    ])
  })
})

describe("granted permissions", () => {
  const account = { scopes: ["read", "log_in"], settings: { kind: "page" } }

  it("names what is not read for want of one", () => {
    expect(missingPurposes(account, PLATFORM)).toEqual(["comments"])
    expect(
      missingPurposes({ ...account, settings: { kind: "person" } }, PLATFORM)
    ).toEqual([])
  })

  it("claims nothing where the platform does not say", () => {
    const silent = { ...account, scopes: null }
    expect(isGranted(silent, "read")).toBeNull()
    expect(missingPurposes(silent, PLATFORM)).toEqual([])
  })
})

it("keeps dots and colons out of translation keys", () => {
  expect(scopeKey("tweet.read")).toBe("tweet_read")
  expect(scopeKey("posts:read")).toBe("posts_read")
})
