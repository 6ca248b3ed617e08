import { Modules } from "@medusajs/framework/utils"
import { SOCIAL_POSTS_MODULE } from "../../src/modules/social-posts"
import type SocialPostsModuleService from "../../src/modules/social-posts/service"
import { SocialImportEvents } from "../../src/workflows/imports/events"
import { importDueSocialPostsWorkflow } from "../../src/workflows/imports/workflows/import-due-social-posts"
import {
  accountBody,
  type FindAccount,
  httpCases,
  worldAccount,
  worldPosts,
} from "../utils/http-suite"
import { until } from "../utils/until"

jest.setTimeout(180000)

export default httpCases("imports", ({ api, admin, container, sandbox }) => {
  const connect = async (find: FindAccount) => {
    const account = worldAccount(sandbox(), find)
    const { data } = await api.post(
      "/admin/social-accounts",
      accountBody(account),
      admin()
    )
    return { id: data.social_account.id as string, account }
  }
  const start = (id: string, body = {}) =>
    api.post(`/admin/social-accounts/${id}/import`, body, admin())
  const get = async (id: string) =>
    (await api.get(`/admin/social-imports/${id}`, admin())).data.import
  const ended = (id: string) =>
    until(async () => {
      const row = await get(id)
      return row.status === "running" ? null : row
    })
  const list = async (search: string) => {
    const { data } = await api.get(
      `/admin/social-posts?limit=1000&${search}`,
      admin()
    )
    return data.social_posts as Record<string, unknown>[]
  }

  it.each<FindAccount>([
    { platform: "twitter" },
    { platform: "facebook" },
    { platform: "instagram", settings: { login: "instagram" } },
    { platform: "instagram", settings: { login: "facebook" } },
    { platform: "linkedin", settings: { kind: "organization" } },
  ])("brings in what $platform lists, each post once", async (find) => {
    const { id, account } = await connect(find)
    const { status, data } = await start(id, { since: null, limit: null })
    expect(status).toBe(202)
    expect(data.import).toMatchObject({
      account_id: id,
      kind: "full",
      trigger: "manual",
      since: null,
      limit: null,
      progress: { posts: expect.any(Number), since: null },
    })
    expect(data.import).not.toHaveProperty("cursor")
    expect(data.import).not.toHaveProperty("worker")
    const row = await ended(data.import.id)
    expect(row.problems).toEqual([])
    expect(row.status).toBe("success")
    expect(row.found).toBeGreaterThan(0)
    expect(row.progress).toEqual({
      posts: row.found,
      oldest_posted_at: row.oldest_posted_at,
      since: null,
    })
    const posts = await list(`account_id=${id}`)
    expect(posts).toHaveLength(row.found)
    const known = new Set(
      worldPosts(sandbox(), account).map((post) => post.platform_post_id)
    )
    const ids = posts.map((post) => post.platform_post_id as string)
    // An edited post has a newer id than the one it was published with.
    const edited = worldPosts(sandbox(), account, "edited")
    expect(ids.filter((one) => !known.has(one))).toHaveLength(edited.length)
    expect(new Set(posts.map(({ origin }) => origin))).toEqual(
      new Set(["imported"])
    )
    // Once more: nothing doubled, nothing missing.
    const again = await ended((await start(id)).data.import.id)
    expect(again).toMatchObject({ kind: "new", created: 0, missing: 0 })
    expect(await list(`account_id=${id}`)).toHaveLength(row.found)
    const imports = await api.get(
      `/admin/social-accounts/${id}/imports?kind=new&kind=full`,
      admin()
    )
    expect(imports.data).toMatchObject({ count: 2, limit: 20, offset: 0 })
    expect(imports.data.imports[0]).toMatchObject({ id: again.id })
  })

  it("takes over posts that are stored already, under an older id too", async () => {
    const { id, account } = await connect({ platform: "twitter" })
    const [edited] = worldPosts(sandbox(), account, "edited")
    const { data } = await api.post(
      "/admin/social-posts",
      {
        account_id: id,
        platform_post_id: edited?.platform_post_id,
        caption: "Written by me",
      },
      admin()
    )
    const mine = data.social_post.id
    const row = await ended((await start(id, { since: null })).data.import.id)
    expect(row).toMatchObject({ updated: 1, created: row.found - 1 })
    expect(await list(`account_id=${id}`)).toHaveLength(row.found)
    const post = await api.get(`/admin/social-posts/${mine}`, admin())
    expect(post.data.social_post).toMatchObject({
      origin: "manual",
      caption: "Written by me",
      sync_status: "success",
    })
    expect(post.data.social_post.platform_post_id).not.toBe(
      edited?.platform_post_id
    )
  })

  it("refuses what cannot be, and says why", async () => {
    const { id } = await connect({ platform: "twitter" })
    expect((await start("sacc_none")).status).toBe(404)
    const unknown = await api.get("/admin/social-imports/simp_none", admin())
    expect(unknown.status).toBe(404)
    for (const [field, value] of [
      ["since", "yesterday"],
      ["limit", 0],
      ["full", "yes"],
      ["pages", 3],
    ] as const) {
      const { status, data } = await start(id, { [field]: value })
      expect(status).toBe(400)
      expect(data.message).toContain(field)
    }
    const module =
      container().resolve<SocialPostsModuleService>(SOCIAL_POSTS_MODULE)
    const running = await module.imports.start(id, { trigger: "manual" })
    const second = await start(id)
    expect(second.status).toBe(400)
    expect(second.data.message).toContain(running.id)
    await module.imports.work(running.id, running.worker)
    await module.updateSocialAccounts({ id, status: "paused" })
    expect((await start(id)).status).toBe(400)
    const stranger = { validateStatus: () => true }
    const url = `/admin/social-accounts/${id}/import`
    expect((await api.post(url, {}, stranger)).status).toBe(401)
  })

  it("runs by itself after connecting, and announces what it brought", async () => {
    const events: unknown[] = []
    container()
      .resolve(Modules.EVENT_BUS)
      .subscribe(
        SocialImportEvents.IMPORTED,
        async ({ data }) => void events.push(data),
        { subscriberId: "test-imported" }
      )
    const { id } = await connect({ platform: "twitter" })
    await importDueSocialPostsWorkflow(container()).run()
    await until(async () => (events.length > 0 ? true : null))
    const [full] = events as Record<string, unknown>[]
    expect(full).toMatchObject({ id, kind: "full", trigger: "connect" })
    const { data } = await api.get(`/admin/social-accounts/${id}`, admin())
    expect(data.social_account.imported_since).not.toBeNull()
    const due = new Date(data.social_account.next_import_at).getTime()
    expect(due).toBeGreaterThan(Date.now())
  })

  it("ties what was published to Facebook and Instagram together", async () => {
    const page = await connect({ platform: "facebook" })
    const linked = await connect({
      platform: "instagram",
      settings: { login: "facebook" },
    })
    for (const { id } of [page, linked]) {
      await ended((await start(id, { since: null })).data.import.id)
    }
    const grouped = (await list("")).filter(({ group_id }) => group_id)
    expect(grouped.length).toBeGreaterThan(0)
    const [first] = grouped
    const pair = await list(`group_id=${first?.group_id}`)
    expect(pair.map(({ platform }) => platform).sort()).toEqual([
      "facebook",
      "instagram",
    ])
    expect(pair[0]?.caption).toBeTruthy()
  })

  it("finds stories while they are alive", async () => {
    const { id } = await connect({
      platform: "instagram",
      settings: { login: "instagram" },
    })
    await importDueSocialPostsWorkflow(container()).run()
    const stories = await list(`account_id=${id}&type=STORY&alive=true`)
    expect(stories.length).toBeGreaterThan(0)
    for (const story of stories) {
      expect(story).toMatchObject({ status: "posted", origin: "imported" })
      expect(new Date(story.expires_at as string).getTime()).toBeGreaterThan(
        Date.now()
      )
    }
    const over = await list(`account_id=${id}&type=STORY&alive=false`)
    const all = await list(`account_id=${id}&type=STORY`)
    expect(over.length + stories.length).toBe(all.length)
  })
})
