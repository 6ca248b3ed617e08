import type { AbstractSocialPlatform } from "../../../platform-kit"
import { instagramProfile } from "../../../providers/instagram/profile"
import { linkedinProfile } from "../../../providers/linkedin/profile"
import { missingScopes, ungranted } from "../health/missing-scopes"
import { refusedMetrics } from "../health/refused-metrics"

const instagram = {
  profile: instagramProfile,
  connectionFlows: () => [
    {
      id: "instagram",
      scopes: [
        { name: "basic", reason: "Basic.", needed_for: "connection" },
        { name: "talk", reason: "Talk.", needed_for: "comments" },
      ],
    },
  ],
} as unknown as AbstractSocialPlatform

const pasted = (login: string) => ({
  connection_flow: null,
  settings: { login },
})
const names = (scopes: { name: string }[]) => scopes.map(({ name }) => name)

describe("missingScopes", () => {
  it("are those of the account's login family that were not granted", () => {
    expect(
      names(
        missingScopes(instagram, pasted("instagram"), [
          "instagram_business_basic",
          "instagram_manage_insights",
        ])
      )
    ).toEqual([
      "instagram_business_manage_insights",
      "instagram_business_manage_comments",
    ])
  })

  it("are those of the way it was connected", () => {
    const account = {
      connection_flow: "instagram",
      settings: { login: "instagram" },
    }
    expect(missingScopes(instagram, account, ["basic"])).toEqual([
      { name: "talk", reason: "Talk.", needed_for: "comments" },
    ])
  })

  it("are none when nobody knows what was granted", () => {
    expect(missingScopes(instagram, pasted("instagram"), null)).toEqual([])
  })
})

describe("ungranted", () => {
  const of = (granted: string[] | null) =>
    ungranted("comments", instagram, pasted("instagram"), granted)

  it("are the permissions of a part when it has none of them", () => {
    const comments = "instagram_business_manage_comments"
    expect(of([])).toEqual([comments])
    expect(of([comments])).toEqual([])
    expect(of(null)).toEqual([])
  })
})

describe("refusedMetrics", () => {
  const since = new Date("2026-11-01T00:00:00Z")
  const until = new Date("2026-12-01T00:00:00Z")
  const verdict = (host: string, product_type: string, metric: string) => ({
    host,
    product_type,
    metric,
    since,
    until,
  })

  it("are those of the account's own login family", () => {
    const account = { id: "sacc_1", settings: { login: "facebook" } }
    expect(
      refusedMetrics(instagramProfile, account, [
        verdict("facebook", "FEED", "views"),
        verdict("facebook", "STORY", "navigation:story_navigation_action_type"),
        verdict("instagram", "FEED", "reach"),
      ])
    ).toEqual([
      { metric: "views", product_type: "FEED", since, until },
      {
        metric: "navigation:story_navigation_action_type",
        product_type: "STORY",
        since,
        until,
      },
    ])
  })

  it("are the account's own matters, not those of another account", () => {
    const account = { id: "sacc_1", settings: { login: "facebook" } }
    const own = verdict("sacc_1", "post", "comments.summary")
    const foreign = verdict("sacc_2", "post", "comments.summary")
    expect(refusedMetrics(instagramProfile, account, [own, foreign])).toEqual([
      { metric: "comments.summary", product_type: "post", since, until },
    ])
  })

  it("are metrics, not ways of asking or single posts", () => {
    const refused = (kind: string) =>
      refusedMetrics(linkedinProfile, { id: "sacc_1", settings: { kind } }, [
        verdict("rest", "batch", "BATCH_GET"),
        verdict("owner_only", "1346889436626259968", "*"),
        verdict("rest", "member", "POST_SAVE"),
      ])
    expect(refused("member").map(({ metric }) => metric)).toEqual(["POST_SAVE"])
    expect(refused("organization")).toEqual([])
  })
})
