import { personNeededBy, timesOf, type TokenSet } from "../../../platform-kit"
import { CALLBACK } from "../../../platform-kit/__tests__/answer-consent"
import { TwitterPlatform } from "../platform"
import { failure } from "../../../platform-kit/__tests__/failure"
import { KEPT, OAuthHarness } from "./oauth-harness"

const SCOPES = ["tweet.read", "users.read", "offline.access"]
const HOUR = 60 * 60

let harness: OAuthHarness
beforeEach(async () => {
  harness = await OAuthHarness.start()
})
afterEach(() => harness.sandbox.close())

describe("the consent page of X", () => {
  it("is asked as X documents it", () => {
    const platform = new TwitterPlatform({}, { client_id: "client/1" })
    const address = platform.authorize({
      flow: "default",
      redirect_uri: "https://shop.example/cb?a=1",
      state: "st ate",
      code_challenge: "challenge",
      granted: ["tweet.read"],
    })
    expect(address).toBe(
      "https://x.com/i/oauth2/authorize?response_type=code&client_id=client%2F1&redirect_uri=https%3A%2F%2Fshop.example%2Fcb%3Fa%3D1&scope=tweet.read%20users.read%20offline.access&state=st%20ate&code_challenge=challenge&code_challenge_method=S256"
    )
  })

  it("cannot be asked for without an app, a known flow and PKCE", () => {
    const request = {
      flow: "default",
      redirect_uri: CALLBACK,
      state: "s",
      code_challenge: "c",
      granted: null,
    }
    const bare = new TwitterPlatform({}, {})
    expect(bare.connectionFlows()[0]?.missing_options).toEqual(["client_id"])
    expect(() => bare.authorize(request)).toThrow(/Set client_id in/)
    const { platform } = harness
    expect(platform.connectionFlows()).toMatchObject([
      { id: "default", missing_options: [], pkce: true },
    ])
    expect(() => platform.authorize({ ...request, flow: "other" })).toThrow(
      /must be one of: default/
    )
    expect(() =>
      platform.authorize({ ...request, code_challenge: null })
    ).toThrow(/PKCE/)
  })

  it("says what each scope is for", () => {
    const [flow] = harness.platform.connectionFlows()
    expect(flow?.scopes.map(({ name }) => name)).toEqual(SCOPES)
    expect(
      flow?.scopes.find(({ name }) => name === "offline.access")?.reason
    ).toMatch(/connected.*two hours/)
  })

  it("may be left: that is explained", async () => {
    const { back } = await harness.consent({ decision: "deny" })
    expect(back).toMatchObject({
      error: "access_denied",
      state: "state & more",
    })
    const error = harness.platform.explainRefusal({ error: back.error ?? "" })
    expect(error.message).toMatch(/cancelled on X/)
  })
})

describe("connecting an account of X", () => {
  it("finds the account, its counters, scopes and token", async () => {
    const { code_verifier, back } = await harness.consent({
      person: "harbour_goods",
    })
    expect(back.state).toBe("state & more")
    const now = harness.sandbox.clock.now().getTime()
    const found = await harness.exchange(back.code ?? "", code_verifier)
    const [account] = found.accounts
    const world = harness.sandbox.world
      .accounts()
      .find(({ username }) => username === "harbour_goods")
    expect(found).toMatchObject({ advice: [], granted_scopes: SCOPES })
    expect(account).toMatchObject({
      description: {
        external_id: world?.external_id,
        username: "harbour_goods",
        display_name: "Harbour Goods",
        account_type: "user",
        followers_count: expect.any(Number),
        posts_count: expect.any(Number),
        scopes: SCOPES,
      },
      settings: { auth: "user" },
      obstacle: null,
      tokens: {
        refresh_token: expect.any(String),
        granted_by: world?.external_id,
        own_app: true,
        source_token: null,
      },
    })
    const tokens = account?.tokens as TokenSet
    const end = tokens.expires_at?.getTime() ?? 0
    expect(Math.round((end - now) / 1000 / HOUR)).toBe(2)
    expect(harness.calls()).toMatchObject({
      "POST /2/oauth2/token": 1,
      "GET /2/users/me": 1,
    })
  })

  it("takes 30 seconds at most", async () => {
    const { code_verifier, back } = await harness.consent()
    harness.sandbox.clock.advance(31)
    const code = back.code ?? ""
    expect(
      await failure(harness.exchange(code, code_verifier), [
        code,
        code_verifier,
      ])
    ).toMatchObject({
      kind: "invalid",
      scope: "account",
      code: "authorization_code",
      message: "The consent took too long or was used already. Start again.",
    })
  })

  it("works once", async () => {
    const { code_verifier, back } = await harness.consent()
    const code = back.code ?? ""
    await harness.exchange(code, code_verifier)
    const error = await failure(harness.exchange(code, code_verifier))
    expect(error).toMatchObject({ code: "authorization_code" })
  })

  it("needs the verifier of the same connection", async () => {
    const { back } = await harness.consent()
    const code = back.code ?? ""
    const other = "another-verifier-another-verifier-another-1"
    expect(await failure(harness.exchange(code, other), [other])).toMatchObject(
      {
        code: "authorization_code",
      }
    )
    expect(await failure(harness.exchange(code, null))).toMatchObject({
      message: expect.stringContaining("PKCE"),
    })
  })

  it("names the redirect URL that has to be registered", async () => {
    const { code_verifier, back } = await harness.consent()
    const code = back.code ?? ""
    const url = "https://shop.example/elsewhere"
    expect(
      await failure(harness.exchange(code, code_verifier, url))
    ).toMatchObject({
      scope: "app",
      code: "redirect_uri",
      message: expect.stringContaining(url),
    })
  })

  it.each([
    ["client_id", { client_id: "wrong-client" }],
    ["client_secret", { client_secret: "wrong-s3cr3t" }],
    ["client_secret", { client_secret: undefined }],
  ])("blames the operator for a wrong %s", async (option, wrong) => {
    const { code_verifier, back } = await harness.consent()
    const base_url = `${harness.sandbox.url}/api.x.com`
    const right = {
      base_url,
      client_id: "sandbox-x-client",
      client_secret: "sandbox-x-secret",
    }
    const platform = new TwitterPlatform({}, { ...right, ...wrong })
    const request = {
      flow: "default",
      code: back.code ?? "",
      code_verifier,
      redirect_uri: CALLBACK,
    }
    expect(
      await failure(platform.exchange(request, harness.call()), [
        "wrong-s3cr3t",
        Buffer.from("sandbox-x-client:wrong-s3cr3t").toString("base64"),
      ])
    ).toMatchObject({
      kind: "invalid",
      scope: "app",
      code: "app_credentials",
      message: expect.stringContaining(option),
    })
  })

  it("works for a public client", async () => {
    harness.set({ client: "public" })
    const secretless = { client_secret: undefined }
    const platform = new TwitterPlatform(
      {},
      {
        base_url: `${harness.sandbox.url}/api.x.com`,
        client_id: "sandbox-x-client",
        ...secretless,
      }
    )
    expect(platform.connectionFlows()[0]?.missing_options).toEqual([])
    const { code_verifier, back } = await harness.consent()
    const request = {
      flow: "default",
      code: back.code ?? "",
      code_verifier,
      redirect_uri: CALLBACK,
    }
    const { accounts } = await platform.exchange(request, harness.call())
    const { tokens } = accounts[0] ?? {}
    const renewed = await platform.refresh(
      tokens as TokenSet,
      KEPT,
      harness.call()
    )
    expect(renewed.access_token).not.toBe(tokens?.access_token)
    await platform.revoke(renewed, KEPT, harness.call())
    expect(await harness.isAlive(renewed.access_token)).toBe(false)
  })

  it("advises when X gave no permission to stay connected", async () => {
    harness.sandbox.faults.add({
      kind: "patch",
      match: "oauth2/token",
      body: { refresh_token: undefined, scope: "tweet.read users.read" },
    })
    const { code_verifier, back } = await harness.consent()
    const found = await harness.exchange(back.code ?? "", code_verifier)
    expect(found.advice).toMatchObject([
      {
        code: "no_offline_access",
        message: expect.stringContaining("offline.access"),
      },
    ])
    const [account] = found.accounts
    expect(account?.tokens).toMatchObject({
      refresh_token: null,
      refresh_expires_at: null,
    })
    const model = harness.platform.tokenModel({ auth: "user" })
    const times = timesOf(account?.tokens as TokenSet)
    expect(personNeededBy(times, model)).toEqual(account?.tokens.expires_at)
  })

  it("survives a hiccup of X after the code is used up", async () => {
    const { code_verifier, back } = await harness.consent()
    harness.sandbox.faults.add({
      kind: "status",
      match: "users/me",
      status: 503,
      times: 1,
    })
    const found = await harness.exchange(back.code ?? "", code_verifier)
    expect(found.accounts).toHaveLength(1)
  })

  it("never sends a code twice", async () => {
    const { code_verifier, back } = await harness.consent()
    harness.sandbox.faults.add({ kind: "status", match: "oauth2", status: 503 })
    const code = back.code ?? ""
    expect(await failure(harness.exchange(code, code_verifier))).toMatchObject({
      kind: "transient",
    })
    expect(harness.calls()["fault: status"]).toBe(1)
  })
})
