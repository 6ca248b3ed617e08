import { createSandbox, type Sandbox } from "../../../../platform-sandbox"
import {
  REQUEST,
  errorOf,
  resultsById,
  storedPost,
  testCall,
} from "../../../platform-kit/meta-graph/__tests__/support"
import { InstagramPlatform } from "../platform"
import { kept, LoginProbe } from "./login"

jest.setTimeout(30000)

const NOW = "2026-11-20T12:00:00Z"
const DAY = 24 * 60 * 60 * 1000
const SCOPES =
  "instagram_basic,pages_show_list,business_management,pages_read_engagement,instagram_manage_insights,instagram_manage_comments"

describe("Instagram by the Facebook login against the sandbox", () => {
  let sandbox: Sandbox
  let login: LoginProbe
  let platform: InstagramPlatform

  beforeAll(async () => {
    sandbox = await createSandbox({ seed: 7, now: NOW })
    login = new LoginProbe(sandbox, "facebook")
    platform = login.platform()
  })
  beforeEach(() => sandbox.rebuild({ seed: 7, now: NOW }))
  afterAll(() => sandbox.close())

  const set = (change: Record<string, unknown>) =>
    expect(sandbox.world.named("facebook")?.set(change)).toBe(true)
  const inDays = (date: Date | null | undefined) =>
    ((date?.getTime() ?? 0) - sandbox.clock.now().getTime()) / DAY

  it("offers both logins, each with its own options and scopes", () => {
    const bare = new InstagramPlatform({}, { client_id: "1" })
    expect(
      bare.connectionFlows().map(({ id, missing_options, scopes }) => ({
        id,
        missing_options,
        scopes: scopes.map(({ name }) => name).join(","),
      }))
    ).toEqual([
      {
        id: "instagram",
        missing_options: ["client_secret"],
        scopes:
          "instagram_business_basic,instagram_business_manage_insights,instagram_business_manage_comments",
      },
      {
        id: "facebook",
        missing_options: ["facebook_client_id", "facebook_client_secret"],
        scopes: SCOPES,
      },
    ])
    for (const flow of ["facebook", "default"]) {
      expect(() => bare.authorize({ ...REQUEST, flow })).toThrow(
        flow === "facebook" ? "facebook_client_id" : '"flow"'
      )
    }
  })

  it("asks on Facebook's address with the Meta app's id", () => {
    const on = new InstagramPlatform(
      {},
      {
        client_id: "instagram-app",
        client_secret: "s",
        facebook_client_id: "meta-app",
        facebook_client_secret: "s",
      }
    )
    const address = new URL(on.authorize({ ...REQUEST, flow: "facebook" }))
    expect(address.origin + address.pathname).toBe(
      "https://www.facebook.com/v26.0/dialog/oauth"
    )
    expect(address.searchParams.get("client_id")).toBe("meta-app")
    expect(address.searchParams.get("scope")).toBe(SCOPES)
  })

  it("asks for the scopes of the option too, once each", async () => {
    const on = login.platform({
      facebook_extra_scopes: ["ads_read", "instagram_basic"],
    })
    const address = new URL(on.authorize({ ...REQUEST, flow: "facebook" }))
    expect(address.searchParams.get("scope")).toBe(`${SCOPES},ads_read`)
    const { scopes } = on.connectionFlows()[1] ?? {}
    expect(scopes?.at(-1)).toMatchObject({ name: "ads_read" })
    const { advice } = await login.connect({ untick: ["ads_read"] }, on)
    expect(advice.map(({ message }) => message).join()).toContain("ads_read")
    const wrong = { facebook_extra_scopes: ["ads_read,x"] }
    expect(() => InstagramPlatform.validateOptions(wrong)).toThrow(
      "facebook_extra_scopes"
    )
  })

  it("finds the account behind a Page, with the person's token and its ends", async () => {
    const { accounts, advice } = await login.connect()
    const world = sandbox.world
      .accounts()
      .find(
        (one) =>
          one.platform === "instagram" &&
          one.demo &&
          one.settings.login === "facebook"
      )
    const account = accounts.find(
      ({ description }) => description.external_id === world?.external_id
    )
    expect(account).toMatchObject({
      description: {
        username: world?.username,
        followers_count: expect.any(Number),
        posts_count: expect.any(Number),
        avatar_url: expect.stringMatching(/^http/),
      },
      settings: { login: "facebook" },
      other_ids: [],
      obstacle: null,
      tokens: { source_token: null, own_app: true },
    })
    expect(inDays(account?.tokens.expires_at)).toBeCloseTo(60, 1)
    // No permission of Instagram is exempt from the end of data access.
    expect(inDays(account?.tokens.data_access_expires_at)).toBeCloseTo(90, 1)
    expect(platform.tokenModel({ login: "facebook" }).renewed_with).toBe("none")
    expect(advice).toEqual([
      {
        code: "no_instagram_linked",
        message: expect.stringMatching(
          /linked to (?=.*Werkstatt Shop)(?!.*Kontor).*professional/
        ),
      },
    ])
  })

  it("gives a token that reads the account's posts, with proofs when required", async () => {
    set({ app_secret: "sandbox-app-secret" })
    const account = await login.account()
    const { external_id } = account.description
    const posts = sandbox.world
      .posts()
      .filter(
        ({ account_external_id, traits }) =>
          account_external_id === external_id && traits.length === 0
      )
      .slice(0, 5)
    const call = testCall(
      {
        external_id,
        settings: account.settings,
        access_token: account.tokens.access_token,
        own_app: account.tokens.own_app,
      },
      { now: () => sandbox.clock.now() }
    )
    const results = await resultsById(
      platform.fetchInsights(call, posts.map(storedPost))
    )
    expect(results.size).toBe(5)
    for (const { insights } of results.values()) {
      expect(insights?.metrics.reach).toEqual(expect.any(Number))
    }
  })

  it("has no end with a system user", async () => {
    const on = login.platform({
      facebook_config_id: "300000000000004",
      facebook_config_token: "system_user",
    })
    const account = await login.account(on)
    expect(account.tokens).toMatchObject({
      expires_at: null,
      data_access_expires_at: null,
    })
    expect(account.description.token_expires_at).toBeNull()
  })

  it("says where Pages may be hidden, and that nothing is linked to the others", async () => {
    const { advice } = await login.connect({ untick: ["business_management"] })
    expect(advice.map(({ code }) => code)).toEqual([
      "no_instagram_linked",
      "pages_may_be_hidden",
    ])
  })

  it("names the Pages without an Instagram account, and what to do", async () => {
    const { accounts, advice } = await login.connect({
      person: "without an Instagram account",
    })
    expect(accounts).toEqual([])
    expect(advice).toEqual([
      {
        code: "no_instagram_linked",
        message: expect.stringMatching(/Backstube Shop.*professional.*link/),
      },
    ])
  })

  it("says how to get Pages when there are none", async () => {
    const { accounts, advice } = await login.connect({ person: "no Page" })
    expect(accounts).toEqual([])
    expect(advice.map(({ code }) => code)).toEqual(["no_pages"])
  })

  it("keeps an account from being connected that could not be read", async () => {
    const { accounts, advice } = await login.connect({
      untick: ["instagram_basic"],
    })
    expect(accounts.map(({ obstacle }) => obstacle?.code)).toEqual([
      "missing_scope",
    ])
    // Pages may have an account that just cannot be seen.
    expect(advice).toEqual([
      {
        code: "not_granted",
        message: expect.stringContaining("instagram_basic"),
      },
    ])
  })

  it("names the Meta app's own options", async () => {
    const code = await login.code()
    const error = await errorOf(() =>
      login.exchange(
        code,
        login.platform({ facebook_client_secret: "sandbox-instagram-secret" })
      )
    )
    expect(error.code).toBe("app_credentials")
    expect(error.message).toContain("option facebook_client_secret")
  })

  it("tells scopes and both ends of a token", async () => {
    const account = await login.account()
    const found = await platform.inspect(
      account.tokens,
      kept(account),
      login.call()
    )
    expect(found).toMatchObject({ valid: true, own_app: true })
    expect(found.scopes).toEqual(expect.arrayContaining(SCOPES.split(",")))
    expect(inDays(found.expires_at)).toBeCloseTo(60, 1)
    expect(inDays(found.data_access_expires_at)).toBeCloseTo(90, 1)
  })

  it("tells scopes and end of a pasted token of the app", async () => {
    const account = await login.account()
    const { external_id, settings } = kept(account)
    const claim = {
      external_id,
      settings,
      access_token: account.tokens.access_token,
    }
    const described = await platform.describeAccount(claim, login.call())
    expect(described.scopes).toEqual(expect.arrayContaining(SCOPES.split(",")))
    expect(inDays(described.token_expires_at)).toBeCloseTo(60, 1)
    sandbox.faults.add({ kind: "status", match: "debug_token", status: 400 })
    expect(await platform.describeAccount(claim, login.call())).toMatchObject({
      external_id,
      scopes: null,
      token_expires_at: null,
    })
  })

  it("needs a person for a new token", async () => {
    const account = await login.account()
    const error = await errorOf(() =>
      platform.refresh(account.tokens, kept(account), login.call())
    )
    expect(error.kind).toBe("auth")
    expect(error.message).toMatch(/reconnect/i)
  })

  it("takes back all the person granted", async () => {
    const account = await login.account()
    expect(platform.revocation(account.settings)).toBe("person")
    await platform.revoke(account.tokens, kept(account), login.call())
    const found = await platform.inspect(
      account.tokens,
      kept(account),
      login.call()
    )
    expect(found.valid).toBe(false)
    await platform.revoke(account.tokens, kept(account), login.call())
  })
})
