import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  accountBody,
  httpCases,
  postBody,
  worldAccount,
  worldPosts,
} from "../utils/http-suite"

const DEMO = [
  { platform: "instagram", settings: { login: "instagram" } },
  { platform: "instagram", settings: { login: "facebook" } },
  { platform: "facebook", settings: {} },
  { platform: "twitter", settings: {} },
  { platform: "linkedin", settings: { kind: "organization" } },
  { platform: "linkedin", settings: { kind: "member" } },
] as const

export default httpCases(
  "social accounts",
  ({ api, admin, sandbox, container }) => {
    const connect = async (find: Parameters<typeof worldAccount>[1]) => {
      const account = worldAccount(sandbox(), find)
      const answer = await api.post(
        "/admin/social-accounts",
        accountBody(account),
        admin()
      )
      return { account, answer }
    }

    it("asks for a login", async () => {
      const anybody = { validateStatus: () => true }
      for (const path of [
        "/admin/social-accounts",
        "/admin/social-posts",
        "/admin/social-sync-runs",
        "/admin/social-platforms",
      ]) {
        expect((await api.get(path, anybody)).status).toBe(401)
      }
      for (const path of [
        "/admin/social-posts/batch",
        "/admin/social-posts/spost_1/products",
        "/admin/products/prod_1/social-posts",
      ]) {
        expect((await api.post(path, {}, anybody)).status).toBe(401)
      }
    })

    it("connects each platform and login family with a pasted token", async () => {
      for (const find of DEMO) {
        const { account, answer } = await connect(find)
        expect(answer.data).toMatchObject({
          social_account: {
            platform: find.platform,
            external_id: account.external_id,
            status: "active",
            settings: find.settings,
          },
        })
        expect(answer.status).toBe(200)
      }
      const { data } = await api.get("/admin/social-accounts", admin())
      expect(data).toMatchObject({ count: DEMO.length, offset: 0, limit: 50 })
    })

    it("never shows the token, in whatever form it is asked for", async () => {
      const { account, answer } = await connect(DEMO[0])
      const id = answer.data.social_account.id
      for (const fields of [
        "*credential",
        "credential.access_token",
        "+credential.*",
      ]) {
        const query = `fields=${encodeURIComponent(fields)}`
        for (const path of [
          `/admin/social-accounts?${query}`,
          `/admin/social-accounts/${id}?${query}`,
        ]) {
          const text = JSON.stringify((await api.get(path, admin())).data)
          expect(text).not.toContain(account.access_token)
          expect(text).not.toContain("v1:")
        }
      }
      const knex = container().resolve(ContainerRegistrationKeys.PG_CONNECTION)
      const [row] = await knex("social_credential").select("*")
      expect(row.access_token).toMatch(/^v1:/)
      expect(JSON.stringify(row)).not.toContain(account.access_token)
    })

    it("refuses bad input, naming the field, and stores nothing", async () => {
      const account = worldAccount(sandbox(), DEMO[0])
      const cases: [string, Record<string, unknown>, RegExp][] = [
        ["an unknown platform", { platform: "myspace" }, /myspace.*instagram/s],
        ["a number as id", { external_id: 17841400000000001 }, /external_id/],
        ["no token", { access_token: "" }, /access_token/],
        [
          "a wrong login",
          { settings: { login: "telepathy" } },
          /settings\.login.*(instagram|facebook)/s,
        ],
        ["no login", { settings: {} }, /settings\.login/],
        ["an unknown field", { colour: "red" }, /colour/],
        [
          "a token the platform refuses",
          { access_token: "IGAAnonsense" },
          /token/i,
        ],
        [
          "somebody else's id",
          { external_id: "17841499999999999" },
          /17841499999999999|external_id|account/,
        ],
      ]
      for (const [what, change, message] of cases) {
        const answer = await api.post(
          "/admin/social-accounts",
          { ...accountBody(account), ...change },
          admin()
        )
        expect([what, answer.status]).toEqual([what, 400])
        expect(answer.data.message).toMatch(message)
        expect(JSON.stringify(answer.data)).not.toContain("IGAAnonsense")
      }
      const { data } = await api.get("/admin/social-accounts", admin())
      expect(data.count).toBe(0)
    })

    it("gives an account that is connected again the new token, not a double", async () => {
      const first = await connect(DEMO[2])
      const second = await connect(DEMO[2])
      expect(second.answer.data.social_account.id).toBe(
        first.answer.data.social_account.id
      )
      const knex = container().resolve(ContainerRegistrationKeys.PG_CONNECTION)
      expect(await knex("social_credential").select("id")).toHaveLength(1)
    })

    it("pauses and resumes", async () => {
      const { answer } = await connect(DEMO[3])
      const path = `/admin/social-accounts/${answer.data.social_account.id}`
      const paused = await api.post(path, { status: "paused" }, admin())
      expect(paused.data.social_account).toMatchObject({
        status: "paused",
        status_reason: expect.stringContaining("Resume"),
      })
      const sync = await api.post(`${path}/sync`, {}, admin())
      expect(sync.status).toBe(400)
      expect(sync.data.message).toContain("paused")
      const resumed = await api.post(path, { status: "active" }, admin())
      expect(resumed.data.social_account).toMatchObject({
        status: "active",
        status_reason: null,
      })
      const wrong = await api.post(path, { status: "needs_reconnect" }, admin())
      expect(wrong.status).toBe(400)
      expect((await api.post(path, {}, admin())).status).toBe(400)
    })

    it("disconnects with or without the data", async () => {
      const knex = container().resolve(ContainerRegistrationKeys.PG_CONNECTION)
      const { account, answer } = await connect(DEMO[3])
      const id = answer.data.social_account.id
      const [post] = worldPosts(sandbox(), account)
      await api.post(
        "/admin/social-posts",
        postBody(id, post as NonNullable<typeof post>),
        admin()
      )
      const kept = await api.delete(`/admin/social-accounts/${id}`, admin())
      expect(kept.data).toMatchObject({
        id,
        deleted: true,
        data_deleted: false,
      })
      expect(await knex("social_credential").select("id")).toHaveLength(0)
      expect(await knex("social_post").select("id")).toHaveLength(1)
      const wrong = await api.delete(
        `/admin/social-accounts/${id}?delete_data=maybe`,
        admin()
      )
      expect(wrong.status).toBe(400)
      await api.delete(`/admin/social-accounts/${id}?delete_data=true`, admin())
      expect(await knex("social_account").select("id")).toHaveLength(0)
      expect(await knex("social_post").select("id")).toHaveLength(0)
      const gone = await api.delete(`/admin/social-accounts/${id}`, admin())
      expect(gone.status).toBe(404)
    })

    it("fills picture and followers from what connecting asks anyway", async () => {
      const before = sandbox().ledger.entries().length
      const expected: Record<string, unknown> = { linkedin: null }
      for (const find of DEMO) {
        const { answer } = await connect(find)
        expect(answer.data.social_account).toMatchObject({
          followers_count:
            find.platform in expected
              ? expected[find.platform]
              : expect.any(Number),
        })
        if (find.platform !== "linkedin") {
          expect(answer.data.social_account.avatar_url).toMatch(/^http/)
          expect(answer.data.social_account.followers_count).toBeGreaterThan(0)
        }
      }
      // One call each, two for a Page and a LinkedIn page, and one about the
      // token itself: where the platform tells of it, or by renewing it, which
      // alone tells the end of a token of the Instagram login.
      const about = sandbox()
        .ledger.entries()
        .slice(before)
        .filter(({ path }) =>
          /debug_token|introspect|refresh_access/.test(path)
        )
      expect(about).toHaveLength(5)
      const calls = sandbox().ledger.entries().length - before
      expect(calls).toBe(DEMO.length + 2 + about.length)
    })

    it("renews the followers when an account is connected again", async () => {
      const knex = container().resolve(ContainerRegistrationKeys.PG_CONNECTION)
      const { account, answer } = await connect(DEMO[3])
      const { id, followers_count } = answer.data.social_account
      // More than an int4 or a 4-byte float holds.
      await knex("social_account")
        .where({ id })
        .update({ followers_count: 3000000019 })
      const path = `/admin/social-accounts/${id}`
      const large = await api.get(path, admin())
      expect(large.data.social_account.followers_count).toBe(3000000019)
      const { access_token } = account
      const renewed = await api.post(path, { access_token }, admin())
      expect(renewed.data.social_account.followers_count).toBe(followers_count)
    })

    it("tells what the posts of each account come to", async () => {
      const knex = container().resolve(ContainerRegistrationKeys.PG_CONNECTION)
      const first = await connect(DEMO[3])
      const second = await connect(DEMO[2])
      const id = first.answer.data.social_account.id
      expect(first.answer.data.social_account).toMatchObject({
        posts_count: 0,
        problems_count: 0,
        next_sync_at: null,
      })
      const ids: string[] = []
      for (const post of worldPosts(sandbox(), first.account).slice(0, 3)) {
        const { data } = await api.post(
          "/admin/social-posts",
          postBody(id, post),
          admin()
        )
        ids.push(data.social_post.id)
      }
      const set = (post: string | undefined, row: Record<string, unknown>) =>
        knex("social_post").where({ id: post }).update(row)
      await set(ids[0], {
        sync_status: "failed",
        next_sync_at: "2026-12-01T00:00:00Z",
      })
      await set(ids[1], {
        sync_status: "success",
        next_sync_at: "2026-12-02T00:00:00Z",
      })
      await set(ids[2], {
        status: "archived",
        next_sync_at: "2026-11-01T00:00:00Z",
      })
      const figures = {
        posts_count: 3,
        problems_count: 1,
        next_sync_at: "2026-12-01T00:00:00.000Z",
      }
      const { data } = await api.get("/admin/social-accounts", admin())
      const byId = new Map(
        data.social_accounts.map((one: { id: string }) => [one.id, one])
      )
      expect(byId.get(id)).toMatchObject(figures)
      expect(byId.get(second.answer.data.social_account.id)).toMatchObject({
        posts_count: 0,
        problems_count: 0,
        next_sync_at: null,
      })
      const path = `/admin/social-accounts/${id}`
      const one = await api.get(`${path}?fields=username`, admin())
      expect(one.data.social_account).toMatchObject(figures)
      const paused = await api.post(path, { status: "paused" }, admin())
      expect(paused.data.social_account).toMatchObject({
        ...figures,
        next_sync_at: null,
      })
      await knex("social_account").where({ id }).update({
        status: "needs_reconnect",
      })
      const dead = await api.get(path, admin())
      expect(dead.data.social_account.problems_count).toBe(3)
    })

    it("lists the figures of accounts only when they are asked for", async () => {
      const { answer } = await connect(DEMO[3])
      const figures = {
        posts_count: 0,
        problems_count: 0,
        next_sync_at: null,
        renewal_failed_at: null,
        needs_attention: false,
      }
      const listed = async (query: string) => {
        const { status, data } = await api.get(
          `/admin/social-accounts?${query}`,
          admin()
        )
        expect([query, status]).toEqual([query, 200])
        return data.social_accounts[0]
      }
      expect(await listed("")).toMatchObject({
        platform: "twitter",
        ...figures,
      })
      const bare = { id: expect.any(String), platform: "twitter" }
      expect(await listed("fields=id,platform")).toEqual(bare)
      for (const figure of Object.keys(figures)) {
        expect(await listed(`fields=id,platform,${figure}`)).toEqual({
          ...bare,
          ...figures,
        })
      }
      const path = `/admin/social-accounts/${answer.data.social_account.id}`
      const one = await api.get(`${path}?fields=id,needs_attention`, admin())
      expect(one.data.social_account).toMatchObject(figures)
      // Added to the usual answer, which has them.
      const more = await listed("fields=%2Bdeleted_at")
      expect(more).toMatchObject({ deleted_at: null, ...figures })
    })

    it("is searched by name", async () => {
      const knex = container().resolve(ContainerRegistrationKeys.PG_CONNECTION)
      const { answer } = await connect(DEMO[3])
      const other = await connect(DEMO[2])
      const rename = (id: string, row: Record<string, unknown>) =>
        knex("social_account").where({ id }).update(row)
      const first = answer.data.social_account.id
      const second = other.answer.data.social_account.id
      await rename(first, { username: "blue_shop", display_name: "Sea & Sand" })
      await rename(second, { username: "red", display_name: "Blueberry Pie" })
      const found = async (q: string) => {
        const { data } = await api.get(
          `/admin/social-accounts?q=${encodeURIComponent(q)}`,
          admin()
        )
        return data.social_accounts.map((one: { id: string }) => one.id).sort()
      }
      expect(await found("BLUE")).toEqual([first, second].sort())
      expect(await found("sand")).toEqual([first])
      expect(await found("nothing")).toEqual([])
    })
  }
)
