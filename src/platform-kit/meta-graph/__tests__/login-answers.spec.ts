import { FacebookPlatform } from "../../../providers/facebook"
import { InstagramPlatform } from "../../../providers/instagram"
import { bareTokens } from "../../tokens"
import { Stub } from "./stub"
import { errorOf, testCall } from "./support"

const redirect_uri = "https://shop.example/app/social/callback"
const request = { code: "AQcode", redirect_uri, code_verifier: null }
const SECONDS = 1790000000

describe("answers of the login in their odd shapes", () => {
  const stub = new Stub()
  beforeAll(() => stub.start())
  beforeEach(() => stub.reset())
  afterAll(() => stub.close())

  const options = (change: Record<string, unknown> = {}) => ({
    base_url: stub.url,
    facebook_base_url: stub.url,
    token_base_url: stub.url,
    client_id: "1",
    client_secret: "secret",
    facebook_client_id: "1",
    facebook_client_secret: "secret",
    retry_base_ms: 1,
    ...change,
  })
  const facebook = (change?: Record<string, unknown>) =>
    new FacebookPlatform({}, options(change))
  const instagram = (change?: Record<string, unknown>) =>
    new InstagramPlatform({}, options(change))

  describe("the token of an Instagram code", () => {
    const me = { id: "26", user_id: "17841400000000001", username: "shop" }
    const long = { access_token: "IGAAlong", expires_in: 5183944 }
    const connect = async (answer: unknown, about: unknown = me) => {
      stub.answers = [
        { on: /ig_exchange_token/, body: long },
        { on: /POST .*access_token/, body: answer as string },
        { on: /\/me\?/, body: about },
      ]
      return instagram().exchange(
        { ...request, flow: "instagram" },
        testCall({})
      )
    }

    it.each([
      [
        "in a list",
        '{"data":[{"access_token":"IG","user_id":27000000000000123,"permissions":"a, b"}]}',
      ],
      [
        "flat",
        '{"access_token":"IG","user_id":27000000000000123,"permissions":["a","b"]}',
      ],
      [
        "with the id as text",
        '{"access_token":"IG","user_id":"27000000000000123","permissions":"a,b"}',
      ],
    ])("is read %s", async (_, body) => {
      const { accounts, granted_scopes } = await connect(body)
      expect(granted_scopes).toEqual(["a", "b"])
      expect(accounts[0]?.other_ids).toEqual(["26", "27000000000000123"])
      expect(stub.requests.at(-1)?.token).toBe("IGAAlong")
    })

    it("may name the account by its own id, which is no other one", async () => {
      const answer = { access_token: "IG", user_id: me.user_id }
      const { accounts } = await connect(answer)
      expect(accounts[0]?.other_ids).toEqual([me.id])
    })

    it("may say nothing of permissions: then none is called missing", async () => {
      const { advice, granted_scopes } = await connect({ access_token: "IG" })
      expect(granted_scopes).toBeNull()
      expect(advice).toEqual([])
    })

    it.each([
      ["Business", null],
      ["BUSINESS", null],
      ["Media_Creator", null],
      [undefined, null],
      ["CREATOR_2027", null],
      ["Personal", "personal_account"],
      ["PERSONAL", "personal_account"],
    ])("an account of the type %s: %s", async (account_type, code) => {
      const about = { data: [{ ...me, account_type }] }
      const { accounts } = await connect({ access_token: "IG" }, about)
      expect(accounts[0]?.obstacle?.code ?? null).toBe(code)
    })

    it("lives 60 days when nothing is said", async () => {
      stub.answers = [
        { on: /refresh_access_token/, body: { access_token: "IGAAnew" } },
      ]
      const now = new Date("2026-11-20T12:00:00Z")
      const tokens = await instagram().refresh(
        bareTokens("IGAAold"),
        { external_id: "1", settings: { login: "instagram" }, scopes: null },
        testCall({}, { now: () => now })
      )
      expect(tokens.expires_at?.toISOString()).toBe("2027-01-19T12:00:00.000Z")
      expect(stub.requests[0]).toMatchObject({
        name: "GET /refresh_access_token",
        token: undefined,
      })
    })

    it.each([
      ["any refusal of a young one", { code: 100 }, "transient", "too_early"],
      ["words only", { message: "no" }, "transient", "too_early"],
      ["a limit", { code: 4 }, "rate_limit", "4"],
      ["a dead one", { code: 190 }, "auth", "190"],
      ["a permission", { code: 10 }, "transient", "renewal_refused"],
    ])("is not renewed: %s", async (_, error, kind, code) => {
      stub.answers = [{ on: /refresh/, status: 400, body: { error } }]
      const thrown = await errorOf(() =>
        instagram().refresh(
          bareTokens("IGAAold"),
          { external_id: "1", settings: { login: "instagram" }, scopes: null },
          testCall({})
        )
      )
      expect(thrown).toMatchObject({ kind, code })
    })
  })

  it.each([
    [23, "too_early"],
    [25, "renewal_refused"],
  ])("a token of %d hours that is not renewed: %s", async (hours, code) => {
    const error = { code: 100 }
    stub.answers = [{ on: /refresh/, status: 400, body: { error } }]
    const now = new Date("2026-11-20T12:00:00Z")
    const issued_at = new Date(now.getTime() - hours * 60 * 60 * 1000)
    const thrown = await errorOf(() =>
      instagram().refresh(
        { ...bareTokens("IGAAold"), issued_at },
        { external_id: "1", settings: { login: "instagram" }, scopes: null },
        testCall({}, { now: () => now })
      )
    )
    expect(thrown).toMatchObject({ kind: "transient", code })
    expect(thrown.message.includes("instagram_business_basic")).toBe(hours > 24)
  })

  describe("the Pages of a person", () => {
    const page = (id: string, more: Record<string, unknown> = {}) => ({
      id,
      name: `Page ${id}`,
      access_token: `EAApage${id}`,
      tasks: ["ANALYZE"],
      ...more,
    })
    const paging = (after: string, next = true) => ({
      cursors: { after },
      ...(next && {
        next: `https://graph.example/?access_token=x&after=${after}`,
      }),
    })
    // Longer than a number of JavaScript can be.
    const facts = `{"data":{"is_valid":true,"app_id":"1","user_id":27000000000000123,"expires_at":${SECONDS},"data_access_expires_at":0}}`
    const connect = async (
      pages: { on: RegExp; body: unknown; status?: number }[],
      on: FacebookPlatform | InstagramPlatform = facebook()
    ) => {
      stub.answers = [
        { on: /\/oauth\/access_token/, body: { access_token: "EAA" } },
        ...pages,
        { on: /debug_token/, body: facts },
      ]
      const flow = on instanceof FacebookPlatform ? "default" : "facebook"
      const call = testCall({})
      const found = await on.exchange({ ...request, flow }, call)
      return { ...found, calls: call.calls }
    }

    it("are read to the very end, each once, past empty pages and circles", async () => {
      const { accounts, calls } = await connect([
        {
          on: /after=c(&|$)/,
          body: { data: [page("3")], paging: paging("a") },
        },
        {
          on: /after=b(&|$)/,
          body: { data: [page("2"), page("3")], paging: paging("c") },
        },
        { on: /after=a(&|$)/, body: { data: [], paging: paging("b") } },
        {
          on: /accounts/,
          body: { data: [page("1"), page("2")], paging: paging("a") },
        },
      ])
      expect(
        accounts.map(({ description }) => description.external_id)
      ).toEqual(["1", "2", "3"])
      expect(calls.filter((name) => name === "GET /me/accounts")).toHaveLength(
        4
      )
      const list = stub.requests.filter(({ name }) => name.endsWith("accounts"))
      expect(list.map(({ token }) => token)).toEqual(Array(4).fill("EAA"))
      expect(list.every(({ query }) => !query.has("access_token"))).toBe(true)
    })

    it("end at a last page with a cursor", async () => {
      const { calls } = await connect([
        {
          on: /accounts/,
          body: { data: [page("1")], paging: paging("a", false) },
        },
      ])
      expect(calls.filter((name) => name === "GET /me/accounts")).toHaveLength(
        1
      )
    })

    it("come with the end that only the token's check tells", async () => {
      const { accounts } = await connect([
        { on: /accounts/, body: { data: [page("1")] } },
      ])
      expect(accounts[0]?.tokens).toMatchObject({
        source_expires_at: new Date(SECONDS * 1000),
        granted_by: "27000000000000123",
        data_access_expires_at: null,
      })
    })

    it.each([
      ["missing_role", { tasks: ["ADVERTISE"] }, /ANALYZE.*Page access/],
      ["no_page_token", { access_token: undefined }, /no token/],
      [null, { tasks: undefined }, /$/],
    ])("cannot all be connected: %s", async (code, more, words) => {
      const { accounts } = await connect([
        { on: /accounts/, body: { data: [page("1", more)] } },
      ])
      expect(accounts[0]?.obstacle?.code ?? null).toBe(code)
      expect(accounts[0]?.obstacle?.message ?? "").toMatch(words)
    })

    it("are found although nobody says anything about the token", async () => {
      const { accounts, granted_scopes, advice } = await connect([
        { on: /accounts/, body: { data: [page("1")] } },
        { on: /debug_token/, status: 400, body: {} },
      ])
      expect(accounts[0]?.tokens).toMatchObject({
        granted_by: null,
        source_expires_at: null,
      })
      expect(granted_scopes).toBeNull()
      expect(advice).toEqual([])
    })

    it("are asked for less when their Instagram fields are refused", async () => {
      const error = { code: 10, message: "Requires permission" }
      const { advice } = await connect(
        [
          { on: /username/, status: 403, body: { error } },
          { on: /accounts/, body: { data: [page("1")] } },
          {
            on: /debug_token/,
            body: { data: { is_valid: true, scopes: ["pages_show_list"] } },
          },
        ],
        instagram()
      )
      const lists = stub.requests.filter(({ name }) =>
        name.endsWith("accounts")
      )
      expect(lists.map(({ query }) => query.get("fields")).at(-1)).toBe(
        "id,name"
      )
      expect(advice.map(({ message }) => message).join()).toContain(
        "instagram_basic"
      )
    })

    it("stay out of reach when something else is wrong", async () => {
      const error = await errorOf(() =>
        connect([
          { on: /accounts/, status: 400, body: { error: { code: 190 } } },
        ])
      )
      expect(error.kind).toBe("auth")
      expect(
        stub.requests.filter(({ name }) => name.endsWith("accounts"))
      ).toHaveLength(1)
    })

    it("lead to one Instagram account each, and to every account once", async () => {
      const account = { id: "178", username: "shop", media_count: 12 }
      const linked = { instagram_business_account: account }
      const { accounts, advice } = await connect(
        [
          {
            on: /accounts/,
            body: {
              data: [page("1", linked), page("2", linked), page("3")],
            },
          },
        ],
        instagram()
      )
      expect(accounts.map(({ description }) => description)).toEqual([
        expect.objectContaining({ external_id: "178", posts_count: 12 }),
      ])
      expect(accounts[0]?.tokens.access_token).toBe("EAA")
      expect(advice.map(({ message }) => message).join()).toContain(
        "linked to Page 3."
      )
      const list = stub.requests.find(({ name }) => name.endsWith("accounts"))
      expect(list?.query.get("fields")).not.toContain("access_token")
    })
  })

  describe("a grant that is taken back", () => {
    const revoke = (error: Record<string, unknown> | null, change = {}) => {
      stub.answers = [
        error
          ? { on: /DELETE/, status: 400, body: { error } }
          : { on: /DELETE/, body: { success: false } },
      ]
      const tokens = { ...bareTokens("EAApage"), source_token: "EAAperson" }
      const account = { external_id: "1", settings: {}, scopes: null }
      return facebook(change).revoke(tokens, account, testCall({}))
    }

    it.each([458, 460, 463, 467, undefined])(
      "is gone when its token is dead: %s",
      async (error_subcode) => {
        await expect(
          revoke({ code: 190, error_subcode })
        ).resolves.toBeUndefined()
      }
    )

    it.each([
      { code: 190, error_subcode: 459 },
      { code: 190, error_subcode: 492 },
      { code: 102 },
    ])("is still there when its token is only refused: %j", async (error) => {
      expect(await errorOf(() => revoke(error))).toMatchObject({ kind: "auth" })
    })

    it.each([
      [{}, "Settings, Business integrations"],
      [
        { config_id: "1", config_token: "system_user" },
        "Business settings under Connected apps",
      ],
    ])("can be ended elsewhere: %j", async (change, words) => {
      const { message } = await errorOf(() => revoke(null, change))
      expect(message).toContain(words)
    })
  })

  describe("the check of a token", () => {
    const inspect = (
      on = facebook(),
      tokens: Partial<ReturnType<typeof bareTokens>> = {}
    ) =>
      on.inspect(
        { ...bareTokens("EAAasked"), ...tokens },
        { external_id: "1", settings: {}, scopes: null },
        testCall({})
      )
    const debug = (data: unknown, status = 200) => ({
      on: /debug_token/,
      status,
      body: status === 200 ? { data } : data,
    })

    it("asks as the app, and sends the asked token as the parameter", async () => {
      stub.answers = [
        debug({
          is_valid: true,
          app_id: "2",
          expires_at: SECONDS,
          scopes: ["read_insights"],
        }),
      ]
      expect(await inspect()).toEqual({
        valid: true,
        problem: null,
        scopes: ["read_insights"],
        expires_at: new Date(SECONDS * 1000),
        data_access_expires_at: null,
        own_app: false,
      })
      const [asked] = stub.requests
      expect(asked?.token).toBe("1|secret")
      expect(asked?.query.get("input_token")).toBe("EAAasked")
    })

    it("knows that 0 is never", async () => {
      const ends = { expires_at: 0, data_access_expires_at: 0 }
      stub.answers = [debug({ is_valid: true, ...ends })]
      const found = await instagram().inspect(
        bareTokens("EAAasked"),
        { external_id: "1", settings: { login: "facebook" }, scopes: null },
        testCall({})
      )
      expect(found).toMatchObject({
        expires_at: null,
        data_access_expires_at: null,
      })
    })

    it("says nothing of ends it was not told", async () => {
      stub.answers = [debug({ is_valid: true })]
      const found = await inspect()
      expect(found).not.toHaveProperty("expires_at")
      expect(found).not.toHaveProperty("own_app")
      expect(found.scopes).toBeNull()
    })

    it.each([
      ["no reason", {}, /no longer accepts/],
      ["a subcode", { error: { code: 190, subcode: 463 } }, /has expired/],
      ["another code", { error: { code: 1 } }, /no longer accepts/],
    ])("tells of a dead one with %s", async (_, data, words) => {
      stub.answers = [debug({ is_valid: false, ...data })]
      expect(await inspect()).toMatchObject({
        valid: false,
        problem: expect.stringMatching(words),
      })
    })

    it("lets another app's token speak for itself", async () => {
      const error = { code: 100, message: "The App_id did not match" }
      stub.answers = [
        { ...debug({ error }, 400), times: 1 },
        debug({ is_valid: true, app_id: "9" }),
      ]
      expect(await inspect()).toMatchObject({ valid: true, own_app: false })
      expect(stub.requests.map(({ token }) => token)).toEqual([
        "1|secret",
        "EAAasked",
      ])
    })

    it("reads the Page when nobody may ask about its token", async () => {
      const error = { code: 100, message: "You must provide an app token" }
      stub.answers = [
        debug({ error }, 400),
        { on: /\/me\?/, body: { id: "1", name: "Shop" } },
        { on: /\/1\?/, body: { id: "1", name: "Shop" } },
      ]
      expect(await inspect()).toEqual({
        valid: true,
        problem: null,
        scopes: null,
      })
    })

    it.each([
      ["101", { code: 101, message: "?" }],
      ["the secret", { code: 1, message: "Error validating client secret." }],
    ])("names the options that are refused: %s", async (_, error) => {
      stub.answers = [debug({ error }, 400)]
      const thrown = await errorOf(() => inspect())
      expect(thrown).toMatchObject({ scope: "app", code: "app_credentials" })
      expect(thrown.message).toContain("client_id and client_secret")
      expect(stub.requests).toHaveLength(1)
    })

    it("is no answer while Meta is busy", async () => {
      stub.answers = [debug({ error: { code: 4 } }, 400)]
      expect(await errorOf(() => inspect())).toMatchObject({
        kind: "rate_limit",
      })
    })
  })
})
