import { createSandbox, type Sandbox } from "../../../../platform-sandbox"
import type {
  ConnectingCall,
  FoundAccount,
  KeptAccount,
  TokenSet,
} from "../../../platform-kit"
import {
  CALLBACK,
  answerConsent,
} from "../../../platform-kit/__tests__/answer-consent"
import {
  REQUEST,
  errorOf,
  resultsById,
  storedPost,
  testCall,
} from "../../../platform-kit/meta-graph/__tests__/support"
import { FacebookPlatform } from "../platform"

jest.setTimeout(30000)

const NOW = "2026-11-20T12:00:00Z"
const DAY = 24 * 60 * 60

describe("Page tokens against the sandbox", () => {
  let sandbox: Sandbox
  let platform: FacebookPlatform

  const create = (options: Record<string, unknown> = {}) =>
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

  beforeAll(async () => {
    sandbox = await createSandbox({ seed: 7, now: NOW })
    platform = create()
  })
  beforeEach(() => sandbox.rebuild({ seed: 7, now: NOW }))
  afterAll(() => sandbox.close())

  const set = (change: Record<string, unknown>) =>
    expect(sandbox.world.named("facebook")?.set(change)).toBe(true)
  const call = () => testCall({}, { now: () => sandbox.clock.now() })
  const connected = async (): Promise<FoundAccount> => {
    const address = platform.authorize({ ...REQUEST, flow: "default" })
    const back = await answerConsent(address)
    const { accounts } = await platform.exchange(
      {
        flow: "default",
        code: back.code ?? "",
        redirect_uri: CALLBACK,
        code_verifier: null,
      },
      call()
    )
    if (!accounts[0]) {
      throw new Error("no Page")
    }
    return accounts[0]
  }
  const kept = ({ description }: FoundAccount): KeptAccount => ({
    external_id: description.external_id,
    settings: {},
    scopes: description.scopes,
  })
  const opens = async (page: FoundAccount, tokens: TokenSet) => {
    const { external_id } = page.description
    const { access_token, own_app } = tokens
    await platform.describeAccount(
      { external_id, access_token, own_app, settings: {} },
      call()
    )
  }

  describe("renewal", () => {
    it("gets the Page's token again through the person's", async () => {
      const page = await connected()
      const refused = { ...page.tokens, access_token: "EAAold" }
      const asked = call()
      const renewed = await platform.refresh(refused, kept(page), asked)
      expect(asked.calls).toEqual(["GET /{page-id}?fields=access_token"])
      expect(renewed).toEqual({
        ...page.tokens,
        access_token: expect.stringMatching(/^EAA.{20}/),
        issued_at: expect.any(Date),
        expires_at: null,
      })
      await opens(page, renewed)
    })

    it.each([
      ["password_changed", "190/460", /password/],
      ["revoked", "190/458", /app was removed/],
    ])("cannot help when the person's is %s", async (state, code, words) => {
      const page = await connected()
      set({ person: page.tokens.granted_by, token: state })
      const error = await errorOf(() =>
        platform.refresh(page.tokens, kept(page), call())
      )
      expect(error).toMatchObject({ kind: "auth", scope: "account", code })
      expect(error.message).toMatch(words)
      expect(error.message).toMatch(/reconnect/i)
    })

    it("ends with the person's own token", async () => {
      const page = await connected()
      sandbox.clock.advance(61 * DAY)
      await opens(page, page.tokens)
      const error = await errorOf(() =>
        platform.refresh(page.tokens, kept(page), call())
      )
      expect(error).toMatchObject({ kind: "auth", code: "190/463" })
    })

    it("says that the role is lost when the Page is shown without a token", async () => {
      const page = await connected()
      sandbox.faults.add({
        kind: "status",
        match: "fields=access_token",
        status: 200,
        body: { id: page.description.external_id },
      })
      const error = await errorOf(() =>
        platform.refresh(page.tokens, kept(page), call())
      )
      expect(error.kind).toBe("auth")
      expect(error.message).toMatch(/role/)
    })

    it("is not for pasted tokens", async () => {
      const page = await connected()
      const pasted = { ...page.tokens, source_token: null }
      const asked = call()
      const error = await errorOf(() =>
        platform.refresh(pasted, kept(page), asked)
      )
      expect(error.kind).toBe("auth")
      expect(asked.calls).toEqual([])
    })
  })

  describe("inspection", () => {
    const inspect = (
      page: FoundAccount,
      change: Partial<TokenSet> = {},
      on = platform,
      asked: ConnectingCall = call()
    ) => on.inspect({ ...page.tokens, ...change }, kept(page), asked)

    it("tells scopes, end and app of a token", async () => {
      const page = await connected()
      expect(await inspect(page)).toEqual({
        valid: true,
        problem: null,
        scopes: expect.arrayContaining(["read_insights"]),
        expires_at: null,
        data_access_expires_at: null,
        own_app: true,
      })
      const person = { access_token: page.tokens.source_token ?? "" }
      const { expires_at } = await inspect(page, person)
      expect(expires_at?.getTime()).toBeGreaterThan(
        sandbox.clock.now().getTime()
      )
    })

    it("tells what happened to a dead one", async () => {
      const page = await connected()
      set({ person: page.tokens.granted_by, token: "password_changed" })
      expect(await inspect(page)).toMatchObject({
        valid: false,
        problem: expect.stringMatching(/password was changed.*Reconnect/),
        own_app: true,
      })
      expect(await inspect(page, { access_token: "EAAnonsense" })).toEqual(
        expect.objectContaining({
          valid: false,
          problem: expect.stringContaining("cannot read the token"),
        })
      )
    })

    it("asks with the token itself where no app is configured", async () => {
      const page = await connected()
      const bare = create({ client_id: undefined, client_secret: undefined })
      const found = await inspect(page, {}, bare)
      expect(found).toMatchObject({ valid: true })
      expect(found).not.toHaveProperty("own_app")
      set({ account: page.description.external_id, token: "revoked" })
      expect(await inspect(page, {}, bare)).toMatchObject({
        valid: false,
        problem: expect.stringContaining("app was removed"),
      })
    })

    it("names the options when the app's own secret is refused", async () => {
      const page = await connected()
      const wrong = create({ client_secret: "wrong-secret" })
      const error = await errorOf(() => inspect(page, {}, wrong))
      expect(error).toMatchObject({ kind: "invalid", scope: "app" })
      expect(error.message).toContain("client_secret")
      expect(error.message).not.toContain("wrong-secret")
    })

    it("does not take silence for an answer", async () => {
      const page = await connected()
      sandbox.faults.add({ kind: "status", match: "debug_token", status: 503 })
      const error = await errorOf(() => inspect(page))
      expect(error.kind).toBe("transient")
    })
  })

  describe("revocation", () => {
    it("ends everything the person granted, and is done when it is done", async () => {
      const page = await connected()
      expect(platform.revocation()).toBe("person")
      await platform.revoke(page.tokens, kept(page), call())
      const found = await platform.inspect(page.tokens, kept(page), call())
      expect(found.valid).toBe(false)
      const asked = call()
      await platform.revoke(page.tokens, kept(page), asked)
      expect(asked.calls).toEqual(["DELETE /{user-id}/permissions"])
    })

    it("does not pretend for a pasted token, or without an answer", async () => {
      const page = await connected()
      const pasted = { ...page.tokens, source_token: null }
      const refused = await errorOf(() =>
        platform.revoke(pasted, kept(page), call())
      )
      expect(refused.message).toContain("facebook.com")
      sandbox.faults.add({ kind: "status", match: "DELETE", status: 500 })
      const silent = await errorOf(() =>
        platform.revoke(page.tokens, kept(page), call())
      )
      expect(silent.kind).toBe("transient")
    })
  })

  describe("an app that requires proofs", () => {
    const requireProofs = (app_secret = "sandbox-app-secret") =>
      set({ app_secret })
    const read = async (
      page: FoundAccount,
      own_app: boolean,
      on = platform
    ) => {
      const { external_id } = page.description
      const posts = sandbox.world
        .posts()
        .filter(
          ({ account_external_id }) => account_external_id === external_id
        )
      const asked = testCall(
        { external_id, access_token: page.tokens.access_token, own_app },
        { now: () => sandbox.clock.now() }
      )
      const results = await resultsById(
        on.fetchInsights(asked, posts.map(storedPost))
      )
      return { asked, results: [...results.values()] }
    }

    it("is satisfied from the consent to the numbers, batches included", async () => {
      requireProofs()
      const page = await connected()
      const { asked, results } = await read(page, true)
      expect(asked.calls).toContain("POST / (batch)")
      const read_ = results.filter(({ insights }) => insights !== null)
      expect(read_.length).toBeGreaterThan(results.length * 0.8)
      await platform.refresh(page.tokens, kept(page), call())
      await platform.inspect(page.tokens, kept(page), call())
      await platform.revoke(page.tokens, kept(page), call())
    })

    it("recognises a pasted token of its own app", async () => {
      const page = await connected()
      requireProofs()
      await opens(page, { ...page.tokens, own_app: false })
    })

    it("gets no proof for tokens of another app", async () => {
      const page = await connected()
      requireProofs()
      const { results } = await read(page, false)
      for (const { problems } of results) {
        expect(problems[0]?.error).toMatchObject({
          kind: "invalid",
          code: "appsecret_proof_missing",
        })
      }
    })

    it("names the option of a wrong secret", async () => {
      const page = await connected()
      requireProofs("another-secret")
      const { asked, results } = await read(page, true)
      expect(asked.calls).toHaveLength(Math.ceil(results.length / 50))
      for (const { problems } of results) {
        expect(problems[0]?.error).toMatchObject({
          kind: "invalid",
          scope: "app",
          message: expect.stringContaining("client_secret"),
        })
      }
    })

    it("makes a new proof for a token that was renewed in between", async () => {
      const page = await connected()
      requireProofs()
      const good = page.tokens.access_token
      const worn = { ...page, tokens: { ...page.tokens, access_token: "EAAx" } }
      const { external_id } = page.description
      const [post] = sandbox.world
        .posts()
        .filter(
          ({ account_external_id, traits }) =>
            account_external_id === external_id && traits.length === 0
        )
      if (!post) {
        throw new Error("no post")
      }
      const asked = testCall(
        { external_id, access_token: "EAAx", own_app: true },
        {
          now: () => sandbox.clock.now(),
          renewToken: async (refused) =>
            refused === worn.tokens.access_token ? good : null,
        }
      )
      const results = await resultsById(
        platform.fetchInsights(asked, [storedPost(post)])
      )
      expect([...results.values()][0]?.problems).toEqual([])
    })

    it("costs no call more", async () => {
      const page = await connected()
      const plain = await read(page, false)
      const proven = await read(page, true)
      expect(proven.asked.calls).toEqual(plain.asked.calls)
    })
  })

  it("knows until when its version is served", () => {
    expect(platform.apiVersion()).toEqual({ version: "v26.0", ends_on: null })
    expect(create({ api_version: "v24.0" }).apiVersion()).toEqual({
      version: "v24.0",
      ends_on: "2028-02-18",
    })
  })
})
