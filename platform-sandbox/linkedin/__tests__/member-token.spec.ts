import { enc, list } from "./client"
import { OAuthClient, SCOPE } from "./oauth-client"

describe("what a member's token opens", () => {
  let li: OAuthClient
  let token: string
  beforeEach(() => {
    li = new OAuthClient()
    token = li.connect().access_token
  })

  const urnOf = (which: string) => li.account(which).external_id
  const statistics = (organisation: string, who = token) =>
    li.with(
      who,
      `/rest/organizationalEntityShareStatistics?q=organizationalEntity&organizationalEntity=${enc(organisation)}`,
      "FINDER"
    )

  it("opens every page the member administers, and no other", () => {
    for (const which of ["organization", "no_social_feed_scope"]) {
      const page = urnOf(which)
      expect(statistics(page).status).toBe(200)
      const [post, next] = li.urns(undefined, undefined, which) as [
        string,
        string,
      ]
      expect(li.with(token, `/rest/posts/${enc(post)}`).body.author).toBe(page)
      const batch = `/rest/socialMetadata?ids=${list([post, next])}`
      const { results } = li.with(token, batch, "BATCH_GET").body
      expect(Object.keys(results)).toHaveLength(2)
    }
    for (const which of ["not_administrator", "revoked_token"]) {
      expect(statistics(urnOf(which)).status).toBe(403)
      const post = enc(li.urn(undefined, undefined, which))
      const paths = [`posts/${post}`, `socialActions/${post}/comments`]
      for (const path of paths) {
        expect(li.with(token, `/rest/${path}`).status).toBe(403)
      }
    }
  })

  it("answers a batch over pages one by one", () => {
    const [mine, closed] = ["organization", "not_administrator"].map((which) =>
      li.urn(undefined, undefined, which)
    ) as [string, string]
    for (const path of ["posts", "socialMetadata"]) {
      const target = `/rest/${path}?ids=${list([mine, closed])}`
      const { statuses } = li.with(token, target, "BATCH_GET").body
      expect(statuses).toEqual({ [enc(mine)]: 200, [enc(closed)]: 403 })
    }
  })

  it("opens nothing beyond the scopes", () => {
    const without = (scope: string) => {
      const rest = SCOPE.split(" ").filter((one) => one !== scope)
      return li.connect({ scope: rest.join(" ") }).access_token as string
    }
    const page = urnOf("organization")
    const post = enc(li.urn())
    const blind = without("rw_organization_admin")
    expect(statistics(page, blind).status).toBe(403)
    const mute = without("r_organization_social_feed")
    expect(li.with(mute, `/rest/socialMetadata/${post}`).status).toBe(403)
    // Nor does it learn whether a post exists.
    const gone = enc(li.urn("deleted"))
    expect(li.with(mute, `/rest/socialMetadata/${gone}`).status).toBe(403)
    const bare = without("r_organization_social")
    expect(li.with(bare, `/rest/posts/${post}`).status).toBe(403)
  })

  it("counts no video views without the role", () => {
    const views = (which: string) => {
      const { external_id } = li.account(which)
      const video = li.platform
        .posts()
        .find(
          ({ account_external_id, media_type }) =>
            account_external_id === external_id && media_type === "video"
        )
      const urn = enc(video?.platform_post_id ?? "")
      const target = `/rest/videoAnalytics?q=entity&entity=${urn}&type=VIDEO_VIEW&aggregation=ALL`
      const { status, body } = li.with(token, target, "FINDER")
      return status === 200 ? body.elements[0].value : status
    }
    expect(views("organization")).toBeGreaterThan(0)
    expect(views("not_administrator")).toBe(0)
    expect(views("member")).toBe(403)
  })

  it("follows the role", () => {
    const account = urnOf("organization")
    expect(li.platform.set({ account, role: "CURATOR" })).toBe(true)
    expect(statistics(account).status).toBe(403)
    li.platform.set({ account, role: "NONE" })
    expect(statistics(account).status).toBe(403)
    li.platform.set({ account, role: "DIRECT_SPONSORED_CONTENT_POSTER" })
    const post = enc(li.urn())
    expect(li.with(token, `/rest/socialMetadata/${post}`).status).toBe(200)
    expect(statistics(account).status).toBe(403)
  })

  it("opens a member's own analytics beside the pages", () => {
    const scope = `${SCOPE} r_member_postAnalytics r_member_profileAnalytics`
    const { access_token } = li.connect({ scope })
    const share = li.urn(undefined, "share", "member")
    const target = `/rest/memberCreatorPostAnalytics?q=entity&entity=(share:${enc(share)})&queryType=IMPRESSION&aggregation=TOTAL`
    const { elements } = li.with(access_token, target, "FINDER").body
    expect(elements[0].count).toBeGreaterThan(0)
    const followers = "/rest/memberFollowersCount?q=me"
    expect(li.with(access_token, followers, "FINDER").status).toBe(200)
    expect(li.with(token, followers, "FINDER").status).toBe(401)
    expect(statistics(urnOf("organization"), access_token).status).toBe(200)
  })

  it("shares the member's daily quota", () => {
    const person = li.mara.urn
    expect(li.platform.set({ person, daily_limit: 2 })).toBe(true)
    const status = () => li.with(token, "/rest/me").status
    expect([status(), status(), status()]).toEqual([200, 200, 429])
    expect(li.as("member", "/rest/me").status).toBe(429)
    expect(li.ask("/rest/me").status).toBe(200)
  })
})
