import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  accountBody,
  httpSuite,
  postBody,
  worldAccount,
  worldPosts,
} from "../utils/http-suite"

jest.setTimeout(60000)

const DEMO = [
  { platform: "instagram", settings: { login: "instagram" } },
  { platform: "instagram", settings: { login: "facebook" } },
  { platform: "facebook", settings: {} },
  { platform: "twitter", settings: {} },
  { platform: "linkedin", settings: { kind: "organization" } },
  { platform: "linkedin", settings: { kind: "member" } },
] as const

httpSuite("social accounts", ({ api, admin, sandbox, container }) => {
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
    ]) {
      expect((await api.get(path, anybody)).status).toBe(401)
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
    expect(kept.data).toMatchObject({ id, deleted: true, data_deleted: false })
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
})
