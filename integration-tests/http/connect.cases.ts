import { Connecting, suggested } from "../utils/connect"
import {
  httpCases,
  postBody,
  worldAccount,
  worldPosts,
} from "../utils/http-suite"

jest.setTimeout(120000)

/** Every way to connect, who consents there, and the account of the demo. */
const WAYS = [
  {
    platform: "instagram",
    flow: "instagram",
    person: /@atelier/,
    settings: { login: "instagram" },
  },
  {
    platform: "instagram",
    flow: "facebook",
    person: /Kontor Shop/,
    settings: { login: "facebook" },
  },
  { platform: "facebook", flow: "default", person: /Kontor/, settings: {} },
  {
    platform: "twitter",
    flow: "default",
    person: undefined,
    settings: { auth: "user" },
    world: {},
  },
  {
    platform: "linkedin",
    flow: "default",
    person: /Mara/,
    settings: { kind: "organization" },
  },
] as const

export default httpCases("connecting accounts", ({ api, admin, sandbox }) => {
  const merchant = new Connecting(api, admin)

  it.each(WAYS)(
    "connects $platform ($flow) through the consent page, and syncs",
    async ({ platform, flow, person, settings, ...way }) => {
      const account = worldAccount(sandbox(), {
        platform,
        settings: "world" in way ? way.world : settings,
      })
      const connection = await merchant.connection(
        { platform, flow },
        { person: person ?? new RegExp(`@${account.username}\\b`) }
      )
      expect(connection).toMatchObject({
        platform,
        flow,
        account_id: null,
        missing_scopes: [],
      })
      expect(connection.candidates).toContainEqual(
        expect.objectContaining({
          external_id: account.external_id,
          display_name: expect.any(String),
          settings: expect.objectContaining(settings),
          obstacle: null,
          connected_account_id: null,
          suggested: true,
        })
      )
      const again = await merchant.get(`connections/${connection.id}`)
      expect(again.data.connection).toEqual(connection)

      const chosen = await merchant.choose(connection.id, [account.external_id])
      expect(chosen.status).toBe(200)
      expect(chosen.data.failed).toEqual([])
      const [connected] = chosen.data.social_accounts
      expect(connected).toMatchObject({
        platform,
        external_id: account.external_id,
        status: "active",
        connection_flow: flow,
        posts_count: 0,
        settings,
      })
      const over = await merchant.get(`connections/${connection.id}`)
      expect([over.status, over.data.message]).toEqual([
        404,
        expect.stringMatching(/over.*Start again/s),
      ])

      const [post] = worldPosts(sandbox(), account).filter(
        ({ traits }) => traits.length === 0
      )
      const created = await api.post(
        "/admin/social-posts",
        postBody(connected.id, post as NonNullable<typeof post>),
        admin()
      )
      const synced = await api.post(
        `/admin/social-posts/${created.data.social_post.id}/sync-insights`,
        {},
        admin()
      )
      expect([synced.status, synced.data.message]).toEqual([
        200,
        "Insights synced successfully",
      ])
    }
  )

  it("connects several Pages at once, never just the first", async () => {
    const { id, candidates } = await merchant.connection(
      { platform: "facebook" },
      { person: /Kontor/ }
    )
    expect(candidates.length).toBeGreaterThanOrEqual(3)
    const ids = suggested(candidates).toReversed()
    expect(ids).toHaveLength(candidates.length)
    const { data } = await merchant.choose(id, ids)
    expect(
      data.social_accounts.map(
        (one: { external_id: string }) => one.external_id
      )
    ).toEqual(ids)
  })

  it("names the account that is there already, and keeps it", async () => {
    const body = { platform: "facebook" }
    const person = { person: /Kontor/ }
    const first = await merchant.connection(body, person)
    const one = first.candidates[0]?.external_id ?? ""
    const [connected] = (await merchant.choose(first.id, [one])).data
      .social_accounts
    const second = await merchant.connection(body, person)
    expect(second.candidates[0]?.connected_account_id).toBe(connected.id)
    expect(second.candidates[1]?.connected_account_id).toBeNull()
    const { data } = await merchant.choose(second.id, [one])
    expect(data.social_accounts[0].id).toBe(connected.id)
  })

  it("connects with less than asked for, and says what will be missing", async () => {
    const { id, candidates, missing_scopes, granted_scopes } =
      await merchant.connection(
        { platform: "instagram", flow: "instagram" },
        {
          person: /@atelier/,
          without: ["instagram_business_manage_comments"],
        }
      )
    expect(granted_scopes).not.toContain("instagram_business_manage_comments")
    expect(missing_scopes).toEqual([
      {
        name: "instagram_business_manage_comments",
        reason: expect.stringMatching(/\w+ \w+/),
        needed_for: "comments",
      },
    ])
    const { data } = await merchant.choose(id, suggested(candidates))
    expect(data.social_accounts[0]).toMatchObject({
      status: "active",
      scopes: granted_scopes,
    })
  })

  it("offers no personal account, and says how to make it professional", async () => {
    const { id, candidates } = await merchant.connection(
      { platform: "instagram", flow: "instagram" },
      { person: /Personal account/ }
    )
    expect(candidates).toMatchObject([
      {
        suggested: false,
        obstacle: {
          code: "personal_account",
          message: expect.stringMatching(/professional/i),
        },
      },
    ])
    const { status, data } = await merchant.choose(id, [
      candidates[0]?.external_id ?? "",
    ])
    expect([status, data.message]).toEqual([
      400,
      expect.stringMatching(/professional.*Nothing was connected/is),
    ])
  })

  it("says what somebody lacks who has nothing to connect", async () => {
    const cases = [
      [{ platform: "facebook" }, /Manages no Page/, "no_pages"],
      [
        { platform: "instagram", flow: "facebook" },
        /without an Instagram account/,
        "no_instagram_linked",
      ],
      [{ platform: "linkedin" }, /Jonas/, "no_pages"],
    ] as const
    for (const [body, person, code] of cases) {
      const { candidates, advice } = await merchant.connection(body, { person })
      expect(candidates).toEqual([])
      expect(advice.map((one) => one.code)).toContain(code)
    }
  })

  it("says that Pages may be hidden when the business was not allowed", async () => {
    const person = { person: /Kontor/ }
    const all = await merchant.connection({ platform: "facebook" }, person)
    const fewer = await merchant.connection(
      { platform: "facebook" },
      { ...person, without: ["business_management"] }
    )
    expect(fewer.candidates.length).toBeLessThan(all.candidates.length)
    expect(fewer.advice).toMatchObject([
      {
        code: "pages_may_be_hidden",
        message: expect.stringContaining("business_management"),
      },
    ])
  })

  it("says that the merchant cancelled", async () => {
    for (const { platform, flow } of WAYS) {
      const back = await merchant.consent(
        { platform, flow },
        { decision: "deny" }
      )
      expect(back.error).toMatch(/access_denied|user_cancelled/)
      const { status, data } = await merchant.post("callback", {
        state: back.state,
        error: back.error,
        error_reason: back.error_reason,
        error_description: back.error_description,
      })
      expect([platform, status, data.message]).toEqual([
        platform,
        400,
        expect.stringMatching(/cancelled.*nothing was connected/is),
      ])
    }
  })
})
