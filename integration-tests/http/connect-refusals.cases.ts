import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { AxiosRequestConfig } from "axios"
import { CALLBACK, Connecting } from "../utils/connect"
import { httpCases, logIn } from "../utils/http-suite"

jest.setTimeout(120000)

const X = { platform: "twitter" }

export default httpCases(
  "refused connections",
  ({ api, admin, sandbox, container }) => {
    const merchant = new Connecting(api, admin)
    const knex = () =>
      container().resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const rows = async () => ({
      accounts: await knex()("social_account").select("id"),
      credentials: await knex()("social_credential").select("id"),
      connections: await knex()("social_connection").select("id"),
    })
    const NOTHING = { accounts: [], credentials: [], connections: [] }

    const other = async () => {
      const headers: AxiosRequestConfig = await logIn(container(), "other")
      return new Connecting(api, () => ({
        ...headers,
        validateStatus: () => true,
      }))
    }

    it("asks for a login", async () => {
      const anybody = new Connecting(api, () => ({
        validateStatus: () => true,
      }))
      const answers = await Promise.all([
        anybody.authorize(X),
        anybody.post("callback", { state: "x", code: "y" }),
        anybody.get("connections/sconn_1"),
        anybody.choose("sconn_1", ["1"]),
      ])
      expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401])
    })

    it("takes a state once", async () => {
      const back = await merchant.consent(X)
      expect((await merchant.post("callback", back)).status).toBe(200)
      const before = sandbox().ledger.entries().length
      const again = await merchant.post("callback", back)
      expect([again.status, again.data.message]).toEqual([
        400,
        expect.stringMatching(/used already.*Start again/s),
      ])
      // Not even asked: the platform would end all tokens of a code used twice.
      expect(sandbox().ledger.entries()).toHaveLength(before)
    })

    it("lets nobody else go on, and the user who began all the same", async () => {
      const thief = await other()
      const back = await merchant.consent(X)
      const stolen = await thief.post("callback", back)
      expect([stolen.status, stolen.data.message]).toEqual([
        400,
        expect.stringMatching(/another user/),
      ])
      const own = await merchant.post("callback", back)
      expect(own.status).toBe(200)
      const { id, candidates } = own.data.connection
      const ids = [candidates[0].external_id]
      expect((await thief.get(`connections/${id}`)).status).toBe(404)
      expect((await thief.choose(id, ids)).status).toBe(404)
      expect((await rows()).accounts).toEqual([])
      expect((await merchant.choose(id, ids)).status).toBe(200)
    })

    it("takes nothing that comes too late", async () => {
      const back = await merchant.consent(X)
      const late = { expires_at: new Date(Date.now() - 1000) }
      await knex()("social_connection").update(late)
      const answer = await merchant.post("callback", back)
      expect([answer.status, answer.data.message]).toEqual([
        400,
        expect.stringMatching(/ten minutes.*Start again/s),
      ])
      const { id, candidates } = await merchant.connection(X)
      await knex()("social_connection").where({ id }).update(late)
      for (const over of [
        await merchant.get(`connections/${id}`),
        await merchant.choose(id, [candidates[0]?.external_id ?? ""]),
      ]) {
        expect([over.status, over.data.message]).toEqual([
          404,
          expect.stringMatching(/over/),
        ])
      }
      expect((await rows()).accounts).toEqual([])
    })

    it("refuses answers that no consent page gives, naming what is wrong", async () => {
      const cases: [string, Record<string, unknown>, RegExp][] = [
        ["no state", { code: "abc" }, /state/],
        ["an empty state", { state: "", code: "abc" }, /state/],
        ["a number", { state: 12, code: "abc" }, /state/],
        ["NUL", { state: "a\0b", code: "abc" }, /NUL/],
        ["a long state", { state: "s".repeat(513), code: "abc" }, /state/],
        ["neither code nor error", { state: "abc" }, /code or the error/],
        [
          "both",
          { state: "abc", code: "abc", error: "access_denied" },
          /code or the error/,
        ],
        [
          "an unknown field",
          { state: "abc", code: "abc", token: "t" },
          /token/,
        ],
        ["an unknown state", { state: "abc", code: "abc" }, /not begun/],
      ]
      for (const [what, body, message] of cases) {
        const { status, data } = await merchant.post("callback", body)
        expect([what, status, data.message]).toEqual([
          what,
          400,
          expect.stringMatching(message),
        ])
      }
      expect(await rows()).toEqual(NOTHING)
    })

    it("takes a code once, and only with the state it came with", async () => {
      const first = await merchant.consent(X)
      const second = await merchant.authorize(X)
      const { searchParams } = new URL(second.data.authorization_url)
      // Another verifier belongs to the second state.
      const mixed = await merchant.post("callback", {
        code: first.code,
        state: searchParams.get("state"),
      })
      expect(mixed.status).toBe(400)
      expect(mixed.data.message).toMatch(/Start again/)
      expect(JSON.stringify(mixed.data)).not.toContain(first.code)

      const used = await merchant.consent({ platform: "facebook" })
      expect((await merchant.post("callback", used)).status).toBe(200)
      const fresh = await merchant.consent({ platform: "facebook" })
      const twice = await merchant.post("callback", {
        code: used.code,
        state: fresh.state,
      })
      expect([twice.status, twice.data.message]).toEqual([
        400,
        expect.stringMatching(/used|too old/),
      ])
      expect((await rows()).accounts).toEqual([])
    })

    it("says to start again when the platform is away, and forgets the rest", async () => {
      const back = await merchant.consent(X)
      sandbox().faults.add({
        kind: "status",
        status: 503,
        match: "oauth2/token",
      })
      const { status, data } = await merchant.post("callback", back)
      expect([status, data.message]).toEqual([
        400,
        expect.stringMatching(/start again.*works only once/is),
      ])
      expect(await rows()).toEqual(NOTHING)
    })

    it("begins nothing that could not end well, naming what is wrong", async () => {
      const cases: [string, Record<string, unknown>, RegExp][] = [
        [
          "a relative address",
          { ...X, redirect_uri: "/app/social/callback" },
          /absolute/,
        ],
        [
          "http elsewhere",
          { ...X, redirect_uri: "http://shop.example.com/app/social/callback" },
          /https/,
        ],
        [
          "another site",
          { ...X, redirect_uri: "https://evil.example/app/social/callback" },
          /evil\.example is not one.*adminCors/,
        ],
        [
          "another page",
          { ...X, redirect_uri: "http://localhost:9000/app/login" },
          /must end with/,
        ],
        [
          "a query",
          { ...X, redirect_uri: `${CALLBACK}?next=https://evil.example` },
          /neither a query/,
        ],
        [
          "a fragment",
          { ...X, redirect_uri: `${CALLBACK}#evil` },
          /neither a query/,
        ],
        [
          "a password",
          {
            ...X,
            redirect_uri: "http://a:b@localhost:9000/app/social/callback",
          },
          /user name/,
        ],
        ["none", { ...X, redirect_uri: undefined }, /redirect_uri/],
        ["an unknown platform", { platform: "myspace" }, /myspace.*instagram/s],
        ["an unknown way", { ...X, flow: "magic" }, /flow "magic".*default/],
        [
          "an unknown account",
          { ...X, account_id: "sacc_1" },
          /account_id "sacc_1"/,
        ],
        ["an unknown field", { ...X, scope: "all" }, /scope/],
      ]
      for (const [what, body, message] of cases) {
        const { status, data } = await merchant.authorize(body)
        expect([what, status, data.message]).toEqual([
          what,
          400,
          expect.stringMatching(message),
        ])
      }
      expect(await rows()).toEqual(NOTHING)
    })

    it("returns to the host it is asked at", async () => {
      const { host } = new URL(api.defaults.baseURL ?? "")
      const redirect_uri = `http://${host}/app/social/callback`
      const { status, data } = await merchant.authorize({ ...X, redirect_uri })
      expect(status).toBe(200)
      const url = new URL(data.authorization_url)
      expect(url.searchParams.get("redirect_uri")).toBe(redirect_uri)
    })

    it("refuses choices that were not offered", async () => {
      const { id } = await merchant.connection(X)
      for (const [ids, message] of [
        [[], /external_ids.*at least/],
        [["", "1"], /external_ids/],
        ["1", /external_ids/],
        [["12345"], /"12345" is not among.*Nothing was connected/s],
        [
          Array.from({ length: 101 }, (_, i) => `${i}`),
          /external_ids.*at most/,
        ],
      ] as const) {
        const { status, data } = await merchant.post(`connections/${id}`, {
          external_ids: ids,
        })
        expect([status, data.message]).toEqual([
          400,
          expect.stringMatching(message),
        ])
      }
      expect((await merchant.get(`connections/${id}`)).status).toBe(200)
      expect((await rows()).accounts).toEqual([])
    })

    it("refuses an account of another platform", async () => {
      const { id, candidates } = await merchant.connection(X)
      const { data } = await merchant.choose(id, [
        candidates[0]?.external_id ?? "",
      ])
      const { status, data: answer } = await merchant.authorize({
        platform: "facebook",
        account_id: data.social_accounts[0].id,
      })
      expect([status, answer.message]).toEqual([
        400,
        expect.stringMatching(/not an account of Facebook/),
      ])
    })
  }
)
