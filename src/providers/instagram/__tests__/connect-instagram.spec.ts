import { createSandbox, type Sandbox } from "../../../../platform-sandbox"
import {
  CALLBACK,
  answerConsent,
} from "../../../platform-kit/__tests__/answer-consent"
import {
  REQUEST,
  errorOf,
} from "../../../platform-kit/meta-graph/__tests__/support"
import { InstagramPlatform } from "../platform"
import { kept, LoginProbe } from "./login"

jest.setTimeout(30000)

const NOW = "2026-11-20T12:00:00Z"
const HOUR = 60 * 60
const DAY = 24 * HOUR
const SCOPES = [
  "instagram_business_basic",
  "instagram_business_manage_insights",
  "instagram_business_manage_comments",
]

describe("the Instagram login against the sandbox", () => {
  let sandbox: Sandbox
  let login: LoginProbe
  let platform: InstagramPlatform

  beforeAll(async () => {
    sandbox = await createSandbox({ seed: 7, now: NOW })
    login = new LoginProbe(sandbox, "instagram")
    platform = login.platform()
  })
  beforeEach(() => sandbox.rebuild({ seed: 7, now: NOW }))
  afterAll(() => sandbox.close())

  const set = (change: Record<string, unknown>) =>
    expect(sandbox.world.named("instagram")?.set(change)).toBe(true)
  const inDays = (date: Date | null | undefined) =>
    ((date?.getTime() ?? 0) - sandbox.clock.now().getTime()) / (DAY * 1000)

  it("asks for the whole list on Instagram's own address, each time", () => {
    const on = new InstagramPlatform({}, { client_id: "1", client_secret: "s" })
    const address = new URL(
      on.authorize({ ...REQUEST, flow: "instagram", granted: SCOPES })
    )
    expect(address.origin + address.pathname).toBe(
      "https://www.instagram.com/oauth/authorize"
    )
    expect(Object.fromEntries(address.searchParams)).toEqual({
      client_id: "1",
      redirect_uri: CALLBACK,
      response_type: "code",
      scope: SCOPES.join(","),
      state: REQUEST.state,
    })
  })

  it.each(["data", "flat"])(
    "finds the one account (%s answer, a long number as id)",
    async (token_answer) => {
      set({ token_answer })
      const { accounts, advice, granted_scopes } = await login.connect()
      const world = sandbox.world
        .accounts()
        .find(
          (one) =>
            one.platform === "instagram" &&
            one.demo &&
            one.settings.login === "instagram"
        )
      expect(advice).toEqual([])
      expect(granted_scopes).toEqual(SCOPES)
      expect(accounts).toHaveLength(1)
      const [account] = accounts
      expect(account).toMatchObject({
        description: {
          external_id: world?.external_id,
          username: world?.username,
          account_type: expect.stringMatching(/^(business|media_creator)$/),
          followers_count: expect.any(Number),
          posts_count: expect.any(Number),
          scopes: SCOPES,
        },
        settings: { login: "instagram" },
        obstacle: null,
        tokens: {
          access_token: expect.stringMatching(/^IGAA/),
          refresh_token: null,
          source_token: null,
          data_access_expires_at: null,
          own_app: true,
        },
      })
      // The id inside the app, to the last digit and once.
      expect(account?.other_ids).toEqual([account?.tokens.granted_by])
      expect(account?.other_ids[0]).toMatch(/^\d{17}$/)
      expect(account?.other_ids).not.toContain(world?.external_id)
      expect(inDays(account?.tokens.expires_at)).toBeCloseTo(60, 1)
    }
  )

  it("gives a token that opens the account, and needs no secret for it", async () => {
    const account = await login.account()
    const { external_id, settings } = kept(account)
    const { access_token, own_app } = account.tokens
    const asked = login.call()
    const claim = { external_id, access_token, own_app, settings }
    expect(await platform.describeAccount(claim, asked)).toMatchObject({
      external_id,
      posts_count: expect.any(Number),
    })
    expect(asked.calls).toEqual(["GET /me"])
    const queries = sandbox.ledger.entries().map(({ query }) => query)
    expect(queries.join()).not.toContain("appsecret_proof")
  })

  it("strips what Instagram puts behind the code", async () => {
    const code = await login.code()
    const { accounts } = await login.exchange(`${code}#_`)
    expect(accounts).toHaveLength(1)
  })

  it("says how a personal account becomes one with numbers", async () => {
    const { accounts } = await login.connect({ person: "Personal account" })
    expect(accounts[0]?.obstacle).toEqual({
      code: "personal_account",
      message: expect.stringMatching(
        /@personal\.shop is a personal account.*Settings, Account type/
      ),
    })
  })

  it("says what was not granted", async () => {
    const { accounts, advice, granted_scopes } = await login.connect({
      untick: ["instagram_business_manage_comments"],
    })
    expect(granted_scopes).toEqual(SCOPES.slice(0, 2))
    expect(accounts[0]?.description.scopes).toEqual(granted_scopes)
    expect(advice).toEqual([
      {
        code: "not_granted",
        message: expect.stringContaining("instagram_business_manage_comments"),
      },
    ])
  })

  it("explains a cancelled consent", async () => {
    const address = platform.authorize({ ...REQUEST, flow: "instagram" })
    const back = await answerConsent(address, { decision: "deny" })
    const error = platform.explainRefusal({ error: back.error ?? "" })
    expect(error.code).toBe("cancelled")
    expect(error.message).toContain("Instagram")
  })

  it("takes a code once, and for an hour", async () => {
    const code = await login.code()
    await login.exchange(code)
    const late = await login.code()
    sandbox.clock.advance(2 * HOUR)
    for (const dead of [code, late]) {
      const error = await errorOf(() => login.exchange(dead))
      expect(error).toMatchObject({
        kind: "invalid",
        scope: "account",
        code: "authorization_code",
      })
      expect(error.message).toContain("Start again")
      expect(error.message).not.toContain(dead)
    }
  })

  it("tells the exact redirect URL to register", async () => {
    const other = `${CALLBACK}/`
    const code = await login.code()
    const error = await errorOf(() =>
      login.exchange(code, platform, login.call(), other)
    )
    expect(error).toMatchObject({ scope: "app", code: "redirect_uri" })
    expect(error.message).toContain(other)
  })

  it.each([
    ["client_id", { client_id: "100000000000001" }],
    ["client_secret", { client_secret: "sandbox-app-secret" }],
  ])("names a wrong %s", async (option, options) => {
    const code = await login.code()
    const error = await errorOf(() =>
      login.exchange(code, login.platform(options))
    )
    expect(error).toMatchObject({ scope: "app", code: "app_credentials" })
    expect(error.message).toContain(`option ${option}`)
    expect(error.message).not.toContain("sandbox-app-secret")
  })

  it("does not lose a consent to a hiccup after the code", async () => {
    const code = await login.code()
    sandbox.faults.add({
      kind: "status",
      match: "ig_exchange_token",
      status: 503,
      times: 2,
    })
    const call = login.call()
    const { accounts } = await login.exchange(code, platform, call)
    expect(accounts).toHaveLength(1)
    expect(call.calls).toEqual([
      "POST /oauth/access_token",
      "GET /access_token",
      "GET /access_token",
      "GET /access_token",
      "GET /me",
    ])
  })

  it("asks only once for the code itself", async () => {
    const code = await login.code()
    sandbox.faults.add({
      kind: "status",
      host: "api.instagram.com",
      match: "POST",
      status: 503,
    })
    const call = login.call()
    const error = await errorOf(() => login.exchange(code, platform, call))
    expect(error.kind).toBe("transient")
    expect(call.calls).toEqual(["POST /oauth/access_token"])
  })

  describe("renewal", () => {
    it("gives another 60 days, from a day of age on", async () => {
      const account = await login.account()
      const model = platform.tokenModel(account.settings)
      expect(model).toMatchObject({
        renewed_with: "access_token",
        on_use_only: false,
        min_age_ms: DAY * 1000,
      })
      const early = await errorOf(() =>
        platform.refresh(account.tokens, kept(account), login.call())
      )
      expect(early).toMatchObject({ kind: "transient", code: "too_early" })
      expect(inDays(early.retry_at)).toBeCloseTo(1, 1)

      sandbox.clock.advance(model.min_age_ms / 1000)
      const renewed = await platform.refresh(
        account.tokens,
        kept(account),
        login.call()
      )
      expect(renewed).toEqual({
        ...account.tokens,
        access_token: expect.stringMatching(/^IGAA/),
        issued_at: expect.any(Date),
        expires_at: expect.any(Date),
      })
      expect(renewed.access_token).not.toBe(account.tokens.access_token)
      expect(inDays(renewed.expires_at)).toBeCloseTo(60, 1)
      expect(inDays(renewed.issued_at)).toBeCloseTo(0, 1)
    })

    it.each([
      ["expired", "190/463", /expired/],
      ["revoked", "190/458", /app was removed/],
      ["password_changed", "190/460", /password/],
    ])("is over for a token that is %s", async (state, code, words) => {
      const account = await login.account()
      sandbox.clock.advance(2 * DAY)
      set({ account: account.description.external_id, token: state })
      const error = await errorOf(() =>
        platform.refresh(account.tokens, kept(account), login.call())
      )
      expect(error).toMatchObject({ kind: "auth", scope: "account", code })
      expect(error.message).toMatch(words)
      expect(error.message).not.toContain(account.tokens.access_token)
    })

    it("is over after 60 days without one", async () => {
      const account = await login.account()
      sandbox.clock.advance(61 * DAY)
      const error = await errorOf(() =>
        platform.refresh(account.tokens, kept(account), login.call())
      )
      expect(error.kind).toBe("auth")
    })
  })

  it("tells whether a token is alive", async () => {
    const account = await login.account()
    const inspect = () =>
      platform.inspect(account.tokens, kept(account), login.call())
    expect(await inspect()).toMatchObject({ valid: true, problem: null })
    set({ account: account.description.external_id, token: "revoked" })
    expect(await inspect()).toMatchObject({
      valid: false,
      problem: expect.stringContaining("app was removed"),
    })
  })

  it("cannot take anything back", async () => {
    const account = await login.account()
    expect(platform.revocation(account.settings)).toBe("none")
    const call = login.call()
    await platform.revoke(account.tokens, kept(account), call)
    expect(call.calls).toEqual([])
  })
})
