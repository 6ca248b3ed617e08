import { createSandbox, type Sandbox } from "../../../../platform-sandbox"
import {
  CALLBACK,
  answerConsent,
  type ConsentAnswer,
} from "../../../platform-kit/__tests__/answer-consent"
import {
  REQUEST,
  errorOf,
  testCall,
} from "../../../platform-kit/meta-graph/__tests__/support"
import { FacebookPlatform } from "../platform"

jest.setTimeout(30000)

const NOW = "2026-11-20T12:00:00Z"
const DAY = 24 * 60 * 60 * 1000
const ALL_PAGES = ["Kontor Shop", "Portfolio Shop", "Werkstatt Shop"]

describe("connecting Pages against the sandbox", () => {
  let sandbox: Sandbox

  beforeAll(async () => {
    sandbox = await createSandbox({ seed: 7, now: NOW })
  })
  beforeEach(() => sandbox.rebuild({ seed: 7, now: NOW }))
  afterAll(() => sandbox.close())

  const platform = (options: Record<string, unknown> = {}) =>
    new FacebookPlatform(
      {},
      {
        base_url: `${sandbox.url}/graph.facebook.com`,
        oauth_base_url: `${sandbox.url}/www.facebook.com`,
        client_id: "100000000000001",
        client_secret: "sandbox-app-secret",
        retry_base_ms: 1,
        ...options,
      }
    )
  const call = () => testCall({}, { now: () => sandbox.clock.now() })
  const exchange = (code: string, on = platform(), change = {}) =>
    on.exchange(
      {
        flow: "default",
        code,
        redirect_uri: CALLBACK,
        code_verifier: null,
        ...change,
      },
      call()
    )
  const codeFrom = async (answer?: ConsentAnswer, on = platform()) => {
    const address = on.authorize({ ...REQUEST, flow: "default" })
    const back = await answerConsent(address, answer)
    expect(back.state).toBe(REQUEST.state)
    return back.code ?? ""
  }
  const exchanges = () =>
    sandbox.ledger
      .entries()
      .filter(({ path }) => path.endsWith("/oauth/access_token")).length
  const connect = async (answer?: ConsentAnswer, on = platform()) =>
    exchange(await codeFrom(answer, on), on)

  it("asks for the permissions of the profile on the address of the manual flow", () => {
    const address = new URL(
      new FacebookPlatform(
        {},
        { client_id: "1", client_secret: "s", api_version: "v25.0" }
      ).authorize({ ...REQUEST, flow: "default" })
    )
    expect(address.origin + address.pathname).toBe(
      "https://www.facebook.com/v25.0/dialog/oauth"
    )
    expect(Object.fromEntries(address.searchParams)).toEqual({
      client_id: "1",
      redirect_uri: CALLBACK,
      state: REQUEST.state,
      response_type: "code",
      auth_type: "rerequest",
      scope:
        "pages_show_list,business_management,pages_read_engagement,read_insights,pages_read_user_content",
    })
  })

  it("finds every Page with a token of its own, behind it the person's", async () => {
    const { accounts, advice, granted_scopes } = await connect()
    expect(accounts.map((one) => one.description.display_name)).toEqual(
      ALL_PAGES
    )
    expect(advice).toEqual([])
    expect(granted_scopes).toEqual(
      expect.arrayContaining(["read_insights", "business_management"])
    )
    const [page] = accounts
    const world = sandbox.world
      .accounts()
      .find(({ platform: name, demo }) => name === "facebook" && demo)
    expect(page).toMatchObject({
      description: {
        external_id: world?.external_id,
        username: world?.username,
        account_type: "page",
        avatar_url: expect.stringMatching(/^http/),
        followers_count: expect.any(Number),
        scopes: granted_scopes,
        token_expires_at: null,
      },
      settings: {},
      other_ids: [],
      obstacle: null,
      tokens: {
        expires_at: null,
        refresh_token: null,
        // Every permission that is asked for is exempt from that end.
        data_access_expires_at: null,
        granted_by: expect.stringMatching(/^\d+$/),
        own_app: true,
      },
    })
    const tokens = accounts.map((one) => one.tokens)
    expect(new Set(tokens.map((one) => one.access_token)).size).toBe(3)
    expect(new Set(tokens.map((one) => one.source_token)).size).toBe(1)
    const life =
      (page?.tokens.source_expires_at?.getTime() ?? 0) -
      sandbox.clock.now().getTime()
    expect(life).toBeGreaterThan(59 * DAY)
    expect(platform().tokenModel()).toMatchObject({
      renewed_with: "source_token",
      on_use_only: true,
    })
  })

  it("gives tokens that open their Page", async () => {
    const on = platform()
    const { accounts } = await connect({}, on)
    for (const { description, tokens } of accounts) {
      const { external_id } = description
      const { access_token, own_app } = tokens
      const claim = { external_id, access_token, own_app, settings: {} }
      expect(await on.describeAccount(claim, call())).toMatchObject({
        external_id,
        display_name: description.display_name,
        token_expires_at: null,
        scopes: expect.arrayContaining(["read_insights"]),
      })
    }
  })

  it("takes a system user's token as it is, without an end", async () => {
    const on = platform({
      config_id: "300000000000004",
      config_token: "system_user",
    })
    const address = on.authorize({ ...REQUEST, flow: "default", granted: [] })
    expect(address).toContain("config_id=300000000000004")
    expect(address).not.toMatch(/[?&](scope|auth_type)=/)
    const { accounts, advice } = await connect({}, on)
    expect(accounts).toHaveLength(ALL_PAGES.length)
    expect(advice).toEqual([])
    expect(accounts[0]?.tokens).toMatchObject({
      source_expires_at: null,
      expires_at: null,
    })
    expect(exchanges()).toBe(1)
  })

  it("names the option when the configuration makes other tokens than stated", async () => {
    const on = platform({ config_id: "300000000000004" })
    const error = await errorOf(async () => connect({}, on))
    expect(error).toMatchObject({ kind: "invalid", scope: "app" })
    expect(error.message).toContain("config_token")
  })

  it("names the option when system users are stated and people connect", async () => {
    const on = platform({
      config_id: "300000000000003",
      config_token: "system_user",
    })
    const error = await errorOf(async () => connect({}, on))
    expect(error).toMatchObject({ kind: "invalid", scope: "app" })
    expect(error.message).toMatch(
      /those of a person.*option config_token to "user"/
    )
  })

  it("passes the end of a system user's token on to the Pages", async () => {
    const on = platform({
      config_id: "300000000000005",
      config_token: "system_user",
    })
    const { accounts } = await connect({}, on)
    expect(accounts).toHaveLength(ALL_PAGES.length)
    for (const { tokens, description } of accounts) {
      const left =
        (tokens.expires_at?.getTime() ?? 0) - sandbox.clock.now().getTime()
      expect(left / DAY).toBeCloseTo(60, 1)
      expect(description.token_expires_at).toEqual(tokens.expires_at)
      const renewed = await on.refresh(
        tokens,
        { ...description, settings: {} },
        call()
      )
      expect(renewed.expires_at).toEqual(tokens.source_expires_at)
    }
  })

  it("asks a new person again for what they once declined", async () => {
    await connect({ untick: ["read_insights"] })
    const { granted_scopes } = await connect()
    expect(granted_scopes).toContain("read_insights")
  })

  it("finds Pages although their fields are refused, and says why", async () => {
    sandbox.world.named("facebook")?.set({ strict_page_fields: true })
    const { accounts, advice } = await connect({
      untick: ["pages_read_engagement"],
    })
    expect(accounts.map((one) => one.description.display_name)).toEqual(
      ALL_PAGES
    )
    for (const { obstacle } of accounts) {
      expect(obstacle).toMatchObject({ code: "missing_scope" })
    }
    expect(advice).toMatchObject([
      {
        code: "not_granted",
        message: expect.stringContaining("pages_read_engagement"),
      },
    ])
  })

  it("reads the permissions themselves when nobody tells of the token", async () => {
    sandbox.faults.add({
      kind: "status",
      match: "debug_token",
      status: 400,
      body: { error: { code: 100, message: "no" } },
    })
    const { granted_scopes } = await connect({ untick: ["read_insights"] })
    expect(granted_scopes).toContain("pages_show_list")
    expect(granted_scopes).not.toContain("read_insights")
  })

  it("mentions portfolios where no Page is found and no permission is known", async () => {
    for (const match of ["debug_token", "permissions"]) {
      sandbox.faults.add({
        kind: "status",
        match,
        status: 400,
        body: { error: { code: 100, message: "no" } },
      })
    }
    const { advice, granted_scopes } = await connect({ person: "no Page" })
    expect(granted_scopes).toBeNull()
    expect(advice[0]?.message).toContain("business_management")
  })

  it("makes a person's token last, with a configuration too", async () => {
    const on = platform({ config_id: "300000000000003" })
    const { accounts } = await connect({}, on)
    expect(accounts[0]?.tokens.source_expires_at).toBeInstanceOf(Date)
    expect(exchanges()).toBe(2)
  })

  it("says that Pages may be hidden without business_management", async () => {
    const { accounts, advice, granted_scopes } = await connect({
      untick: ["business_management"],
    })
    expect(accounts.map((one) => one.description.display_name)).toEqual([
      "Kontor Shop",
      "Werkstatt Shop",
    ])
    expect(advice).toEqual([
      {
        code: "pages_may_be_hidden",
        message: expect.stringMatching(/business_management.*Connect again/),
      },
    ])
    expect(granted_scopes).not.toContain("business_management")
  })

  it("says what else was not granted, and what for", async () => {
    const untick = ["pages_read_user_content", "read_insights"]
    const { accounts, advice } = await connect({ untick })
    expect(accounts).toHaveLength(ALL_PAGES.length)
    expect(advice).toEqual([
      {
        code: "not_granted",
        message: expect.stringMatching(
          /read_insights \(Read reach.*pages_read_user_content \(Read comments/
        ),
      },
    ])
  })

  it("keeps a Page from being connected that could not be read", async () => {
    const { accounts } = await connect({ untick: ["pages_read_engagement"] })
    expect(accounts.length).toBeGreaterThan(0)
    for (const { obstacle } of accounts) {
      expect(obstacle).toMatchObject({ code: "missing_scope" })
      expect(obstacle?.message).toContain("pages_read_engagement")
    }
  })

  it("says how to get Pages when there are none", async () => {
    const { accounts, advice } = await connect({ person: "no Page" })
    expect(accounts).toEqual([])
    expect(advice).toEqual([
      { code: "no_pages", message: expect.stringContaining("role") },
    ])
    expect(advice[0]?.message).not.toContain("business_management")
  })

  it("asks again for what is missing, the whole list each time", async () => {
    const on = platform()
    const typeFor = (granted: string[]) =>
      new URL(on.authorize({ ...REQUEST, flow: "default", granted }))
        .searchParams
    const missing = typeFor(["pages_show_list"])
    expect(missing.get("auth_type")).toBe("rerequest")
    expect(missing.get("scope")?.split(",")).toHaveLength(5)
    const all = on.profile.scopes.map(({ name }) => name)
    expect(typeFor(all).get("auth_type")).toBe("reauthorize")
    const back = await answerConsent(
      on.authorize({ ...REQUEST, flow: "default", granted: ["read_insights"] })
    )
    const { granted_scopes } = await exchange(back.code ?? "", on)
    expect(granted_scopes).toEqual(expect.arrayContaining(all))
  })

  it("explains a cancelled consent", async () => {
    const on = platform()
    const address = on.authorize({ ...REQUEST, flow: "default" })
    const back = await answerConsent(address, { decision: "deny" })
    const error = on.explainRefusal({ error: back.error ?? "" })
    expect(error).toMatchObject({ kind: "invalid", code: "cancelled" })
  })

  it("takes a code once, with the fragment that Facebook adds", async () => {
    const code = await codeFrom()
    const { accounts } = await exchange(`${code}#_=_`)
    expect(accounts).toHaveLength(ALL_PAGES.length)
    const error = await errorOf(() => exchange(code))
    expect(error).toMatchObject({ kind: "invalid", code: "authorization_code" })
    expect(error.message).toContain("used already")
    expect(error.message).not.toContain(code)
  })

  it("says that a code came too late", async () => {
    const code = await codeFrom()
    sandbox.clock.advance(11 * 60)
    const error = await errorOf(() => exchange(code))
    expect(error.code).toBe("authorization_code")
    expect(error.message).toContain("too old")
  })

  it("tells the exact redirect URL to register", async () => {
    const redirect_uri = `${CALLBACK}/`
    const code = await codeFrom()
    const error = await errorOf(() =>
      exchange(code, platform(), { redirect_uri })
    )
    expect(error).toMatchObject({ scope: "app", code: "redirect_uri" })
    expect(error.message).toContain(redirect_uri)
  })

  it.each([
    ["client_secret", { client_secret: "wrong-secret" }],
    ["client_id", { client_id: "999" }],
  ])("names a wrong %s", async (option, options) => {
    const code = await codeFrom()
    const error = await errorOf(() => exchange(code, platform(options)))
    expect(error).toMatchObject({ kind: "invalid", scope: "app" })
    expect(error.code).toBe("app_credentials")
    expect(error.message).toContain(`option ${option}`)
    expect(error.message).not.toContain("wrong-secret")
  })

  it("knows the refusals by their numbers when the words are translated", async () => {
    const code = await codeFrom()
    await exchange(code)
    sandbox.world.named("facebook")?.set({ localised: true })
    const error = await errorOf(() => exchange(code))
    expect(error.message).toContain("used already")
  })

  it("says which options are missing before anybody is sent away", async () => {
    const bare = new FacebookPlatform({}, { client_id: "1" })
    const [flow, ...others] = bare.connectionFlows()
    expect(others).toEqual([])
    expect(flow).toMatchObject({
      id: "default",
      missing_options: ["client_secret"],
      pkce: false,
      scopes: bare.profile.scopes,
    })
    expect(platform().connectionFlows()[0]?.missing_options).toEqual([])
    const error = await errorOf(() =>
      bare.authorize({ ...REQUEST, flow: "default" })
    )
    expect(error).toMatchObject({ kind: "invalid", scope: "app" })
    expect(error.message).toContain("client_secret")
    const unknown = await errorOf(() =>
      platform().authorize({ ...REQUEST, flow: "instagram" })
    )
    expect(unknown.message).toContain('"flow"')
  })
})
