import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { TwitterPlatform } from "../../src/providers/twitter/platform"
import { Connecting } from "../utils/connect"
import {
  accountBody,
  type FindAccount,
  httpCases,
  postBody,
  worldAccount,
  worldPosts,
} from "../utils/http-suite"

jest.setTimeout(180000)

const DEMO: [name: string, find: FindAccount][] = [
  ["Instagram", { platform: "instagram", settings: { login: "instagram" } }],
  [
    "Instagram through Facebook",
    { platform: "instagram", settings: { login: "facebook" } },
  ],
  ["Facebook", { platform: "facebook" }],
  ["X", { platform: "twitter" }],
  [
    "a LinkedIn page",
    { platform: "linkedin", settings: { kind: "organization" } },
  ],
  ["a LinkedIn member", { platform: "linkedin", settings: { kind: "member" } }],
]
const INSTAGRAM: FindAccount = {
  platform: "instagram",
  settings: { login: "instagram" },
}
const DAY = 24 * 60 * 60 * 1000

export default httpCases(
  "the check of an account",
  ({ api, admin, sandbox, container }) => {
    const knex = () =>
      container().resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const connect = async (find: FindAccount) => {
      const account = worldAccount(sandbox(), find)
      const { data } = await api.post(
        "/admin/social-accounts",
        accountBody(account),
        admin()
      )
      return { account, id: data.social_account.id as string }
    }
    const check = (id: string) =>
      api.post(`/admin/social-accounts/${id}/check`, {}, admin())
    const checked = async (id: string) => {
      const { status, data } = await check(id)
      expect([status, data.message]).toEqual([200, undefined])
      return data.check
    }
    const account = async (id: string) =>
      (await api.get(`/admin/social-accounts/${id}`, admin())).data
        .social_account
    const listed = async (query: string) => {
      const { data } = await api.get(`/admin/social-accounts?${query}`, admin())
      return data.social_accounts.map((one: { id: string }) => one.id).sort()
    }
    const tell = (platform: string, change: Record<string, unknown>) =>
      expect(
        sandbox()
          .world.named(platform)
          ?.set({ platform, ...change })
      ).toBe(true)
    const set = (id: string, row: Record<string, unknown>) =>
      knex()("social_account").where({ id }).update(row)
    const setToken = (id: string, row: Record<string, unknown>) =>
      knex()("social_credential").where({ account_id: id }).update(row)
    const stored = async (id: string) => [
      await knex()("social_account").where({ id }).first(),
      await knex()("social_credential").where({ account_id: id }).first(),
    ]

    it.each(DEMO)("finds nothing wrong with %s", async (_, find) => {
      const { id, account: one } = await connect(find)
      const { status, data } = await check(id)
      expect(status).toBe(200)
      expect(data.check).toMatchObject({
        account_id: id,
        checked_at: expect.stringMatching(/^\d{4}-.*Z$/),
        ok: true,
        person_needed: false,
        token: { valid: true, problem: null, renewal_failed_at: null },
        refused_metrics: [],
        api_version: { version: expect.any(String) },
      })
      for (const { used_percent, scope } of data.check.limits) {
        expect([scope, used_percent]).toEqual([
          expect.stringMatching(/^(account|app)$/),
          expect.any(Number),
        ])
      }
      expect(JSON.stringify(data)).not.toContain(one.access_token)
      expect(JSON.stringify(data)).not.toContain("v1:")
    })

    it("asks for a login, and for an account that is connected", async () => {
      const { id } = await connect(INSTAGRAM)
      const anybody = { validateStatus: () => true }
      const path = `/admin/social-accounts/${id}/check`
      expect((await api.post(path, {}, anybody)).status).toBe(401)
      expect((await check("sacc_nobody")).status).toBe(404)
      await api.delete(`/admin/social-accounts/${id}`, admin())
      const { status, data } = await check(id)
      expect([status, data.message]).toEqual([
        400,
        expect.stringMatching(/nothing to check.*disconnected/i),
      ])
    })

    it("lets an account wait for a person when its token is dead, and go on when it works", async () => {
      const { id, account: one } = await connect(INSTAGRAM)
      const other = await connect({ platform: "twitter" })
      tell("instagram", { account: one.external_id, token: "revoked" })
      const dead = await checked(id)
      expect(dead).toMatchObject({
        ok: false,
        person_needed: true,
        token: {
          valid: false,
          problem: expect.stringMatching(/reconnect/i),
          renews_itself: false,
        },
        problems: [{ code: "needs_reconnect", severity: "error" }],
      })
      expect(await account(id)).toMatchObject({
        status: "needs_reconnect",
        status_reason: dead.token.problem,
        needs_attention: true,
      })
      expect(await listed("needs_attention=true")).toEqual([id])
      expect(await listed("needs_attention=false")).toEqual([other.id])
      expect(await listed("needs_attention=true&platform=twitter")).toEqual([])

      tell("instagram", { account: one.external_id, token: "valid" })
      expect(await checked(id)).toMatchObject({
        ok: true,
        person_needed: false,
        token: { valid: true },
        problems: [],
      })
      expect(await account(id)).toMatchObject({
        status: "active",
        status_reason: null,
        needs_attention: false,
      })
    })

    it("leaves a paused account paused", async () => {
      const { id, account: one } = await connect(INSTAGRAM)
      const path = `/admin/social-accounts/${id}`
      await api.post(path, { status: "paused" }, admin())
      tell("instagram", { account: one.external_id, token: "expired" })
      expect(await checked(id)).toMatchObject({
        ok: false,
        person_needed: true,
      })
      expect((await account(id)).status).toBe("paused")
    })

    it("changes nothing when the platform cannot be reached", async () => {
      const { id } = await connect(INSTAGRAM)
      for (const status of ["active", "needs_reconnect"]) {
        await set(id, { status, status_reason: "Earlier." })
        const before = await stored(id)
        sandbox().faults.add({ kind: "status", status: 503, body: "<html>" })
        const answer = await checked(id)
        sandbox().faults.clear()
        expect(answer).toMatchObject({
          ok: status === "active",
          token: { valid: null, problem: expect.any(String) },
        })
        expect(
          answer.problems.map(({ code }: { code: string }) => code)
        ).toContain("not_checked")
        expect(await stored(id)).toEqual(before)
      }
    })

    it("does not blame the account for a token that cannot be opened", async () => {
      const { id } = await connect(INSTAGRAM)
      const { access_token } = (await stored(id))[1]
      await setToken(id, {
        access_token: access_token.replace(/^v1:[^:]+/, "v1:00000000"),
      })
      const before = sandbox().ledger.summary().total
      expect(await checked(id)).toMatchObject({
        ok: false,
        person_needed: false,
        token: {
          valid: null,
          problem: expect.stringContaining("previous_encryption_keys"),
        },
        problems: [{ code: "token_cannot_be_opened", severity: "error" }],
      })
      expect(sandbox().ledger.summary().total).toBe(before)
      expect((await account(id)).status).toBe("active")
    })

    it("keeps what it learns of permissions, and names the missing ones", async () => {
      const { id } = await connect({
        platform: "instagram",
        settings: { login: "facebook" },
      })
      const known = (await account(id)).scopes
      await set(id, { scopes: null })
      const scopes = (await checked(id)).scopes
      expect(scopes).toMatchObject({ granted: known })
      expect((await account(id)).scopes).toEqual(known)

      const member = await connect({
        platform: "linkedin",
        settings: { kind: "member" },
      })
      const missing = {
        name: "r_member_social_feed",
        reason: expect.any(String),
        needed_for: "comments",
      }
      expect(await checked(member.id)).toMatchObject({
        ok: true,
        person_needed: false,
        scopes: { missing: [missing] },
        problems: [
          {
            code: "missing_scope",
            severity: "warning",
            message: expect.stringContaining(missing.name),
          },
        ],
      })
      // Nobody wants its comments: then nothing is wrong.
      const path = `/admin/social-accounts/${member.id}`
      await api.post(path, { sync_comments: false }, admin())
      expect(await checked(member.id)).toMatchObject({
        scopes: { missing: [missing] },
        problems: [],
      })
    })

    it("says a week ahead that a person is needed, and when it was too late", async () => {
      const { id } = await connect({ platform: "twitter" })
      expect(await checked(id)).toMatchObject({
        person_needed: false,
        token: { reconnect_by: null },
      })
      for (const [days, finding] of [
        [6, { ok: true, code: "reconnect_soon", severity: "warning" }],
        [-1, { ok: false, code: "reconnect_overdue", severity: "error" }],
      ] as const) {
        const end = new Date(Date.now() + days * DAY)
        await setToken(id, { data_access_expires_at: end })
        const { ok, ...problem } = finding
        expect(await checked(id)).toMatchObject({
          ok,
          person_needed: true,
          token: { valid: true, reconnect_by: end.toISOString() },
          problems: [problem],
        })
        expect(await account(id)).toMatchObject({
          reconnect_by: end.toISOString(),
          needs_attention: true,
        })
        expect(await listed("needs_attention=true")).toEqual([id])
      }
    })

    it("renews a token before it calls it dead", async () => {
      const merchant = new Connecting(api, admin)
      const { id: connection, candidates } = await merchant.connection({
        platform: "twitter",
      })
      const ids = candidates.map(({ external_id }) => external_id)
      const { data } = await merchant.choose(connection, ids)
      const { id, external_id } = data.social_accounts[0]
      const renewals = () =>
        sandbox()
          .ledger.entries()
          .filter(
            ({ method, path }) =>
              method === "POST" && path === "/2/oauth2/token"
          ).length
      const exchanged = renewals()
      expect(await checked(id)).toMatchObject({
        ok: true,
        token: { valid: true, renews_itself: true, reconnect_by: null },
      })
      expect(renewals()).toBe(exchanged)

      // Over by our clock, then by the platform's.
      await setToken(id, { expires_at: new Date(Date.now() - DAY) })
      expect((await checked(id)).token.valid).toBe(true)
      expect(renewals()).toBe(exchanged + 1)
      sandbox().clock.advance(3 * 60 * 60)
      expect((await checked(id)).token.valid).toBe(true)
      expect(renewals()).toBe(exchanged + 2)
      expect((await account(id)).status).toBe("active")

      tell("twitter", { account: external_id, token: "revoked" })
      expect(await checked(id)).toMatchObject({
        ok: false,
        person_needed: true,
        token: { valid: false, renews_itself: false },
      })
      expect((await account(id)).status).toBe("needs_reconnect")
      // The access token alone, for its last hours, brings nobody back.
      const working = jest
        .spyOn(TwitterPlatform.prototype, "inspect")
        .mockResolvedValue({ valid: true, problem: null, scopes: null })
      try {
        expect(await checked(id)).toMatchObject({
          ok: false,
          person_needed: true,
          token: { valid: true },
        })
      } finally {
        working.mockRestore()
      }
      expect((await account(id)).status).toBe("needs_reconnect")
    })

    it("tells what the platform refuses, and since when", async () => {
      const { id, account: one } = await connect(INSTAGRAM)
      const facebook = await connect({
        platform: "instagram",
        settings: { login: "facebook" },
      })
      const post = worldPosts(sandbox(), one).find(
        ({ traits, media_product_type }) =>
          traits.length === 0 && media_product_type === "FEED"
      )
      const { data } = await api.post(
        "/admin/social-posts",
        postBody(id, post as NonNullable<typeof post>),
        admin()
      )
      tell("instagram", { refuse_metric: "views", product_type: "FEED" })
      await api.post(
        `/admin/social-posts/${data.social_post.id}/sync-insights`,
        {},
        admin()
      )
      const [refused] = (await checked(id)).refused_metrics
      expect(refused).toMatchObject({ metric: "views", product_type: "FEED" })
      const days = (Date.parse(refused.until) - Date.parse(refused.since)) / DAY
      expect(Math.round(days)).toBe(30)
      // Another login family has its own.
      expect((await checked(facebook.id)).refused_metrics).toEqual([])
    })

    it("tells how much of a limit is used, and when it resets", async () => {
      const { id, account: one } = await connect(INSTAGRAM)
      tell("instagram", { account: one.external_id, usage: 62 })
      expect((await checked(id)).limits).toContainEqual({
        bucket: "calls",
        scope: "account",
        used_percent: expect.any(Number),
        resets_at: null,
        parked_until: null,
      })
      const until = new Date(Date.now() + 20 * 60 * 1000)
      await set(id, { parked_until: until })
      const paused = await checked(id)
      expect(paused.problems).toMatchObject([
        {
          code: "limit_reached",
          severity: "warning",
          message: expect.stringContaining(until.toISOString()),
        },
      ])
      expect(paused).toMatchObject({ ok: true, person_needed: false })
    })

    it("does not judge tokens that were replaced while it asked", async () => {
      const { id } = await connect({ platform: "twitter" })
      const asked = jest
        .spyOn(TwitterPlatform.prototype, "inspect")
        .mockImplementation(async () => {
          await knex()("social_credential")
            .where({ account_id: id })
            .increment("version", 1)
          return { valid: false, problem: "Dead.", scopes: null }
        })
      try {
        await checked(id)
        expect((await account(id)).status).toBe("active")
      } finally {
        asked.mockRestore()
      }
    })

    // The last one: the limit stays known to this process.
    it("does not ask at a limit, and says when it ends", async () => {
      const { id } = await connect(INSTAGRAM)
      const before = await stored(id)
      sandbox().faults.add({ kind: "status", status: 429, body: "<html>" })
      expect(await checked(id)).toMatchObject({
        ok: true,
        token: { valid: null, problem: expect.stringMatching(/limit/i) },
        problems: [{ code: "not_checked" }, { code: "limit_reached" }],
      })
      sandbox().faults.clear()
      const asked = sandbox().ledger.summary().total
      const parked = await checked(id)
      expect(sandbox().ledger.summary().total).toBe(asked)
      expect(parked.limits[0]).toMatchObject({
        used_percent: 100,
        parked_until: expect.any(String),
      })
      expect(await stored(id)).toEqual(before)
    })
  }
)
