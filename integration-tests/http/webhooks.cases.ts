import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { SocialAccountEvents } from "../../src/workflows/accounts/events"
import { workSocialWebhooksWorkflow } from "../../src/workflows/webhooks/workflows/work-social-webhooks"
import { Connecting } from "../utils/connect"
import {
  accountBody,
  httpCases,
  postBody,
  worldAccount,
  worldPosts,
} from "../utils/http-suite"
import { until } from "../utils/until"

jest.setTimeout(180000)

/** What the sandbox says of an order; each kind has its own part of it. */
interface MetaAnswer {
  deliveries: { statuses: number[] }[]
  /** Of the callback. */
  status: number
  body: string
}

const TOKEN = "sandbox-verify-token"
const anyStatus = { validateStatus: () => true }

export default httpCases("webhooks", ({ api, admin, container, sandbox }) => {
  const knex = () =>
    container().resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const hook = (path: string) => `${api.defaults.baseURL}/hooks/social/${path}`
  const meta = async (order: Record<string, unknown>): Promise<MetaAnswer> => {
    const answer = await fetch(`${sandbox().url}/__sandbox/webhooks`, {
      method: "POST",
      body: JSON.stringify(order),
    })
    return (await answer.json()) as MetaAnswer
  }
  const subscribe = (platform: string, fields: string[], more = {}) =>
    meta({
      action: "subscribe",
      platform,
      fields,
      callback_url: hook(platform),
      verify_token: TOKEN,
      ...more,
    })
  const deliveries = () =>
    knex()("social_webhook_delivery").orderBy("received_at").select("*")
  /** By the event or by the job, whoever comes first. */
  const worked = () =>
    until(async () => {
      await workSocialWebhooksWorkflow(container()).run()
      const rows = await deliveries()
      return rows.length > 0 && rows.every((row) => row.worked_at) ? rows : null
    })

  const page = () => worldAccount(sandbox(), { platform: "facebook" })
  const feed = (value: Record<string, unknown>, more = {}) => ({
    action: "send",
    platform: "facebook",
    updates: [{ account: page().external_id, field: "feed", value }],
    ...more,
  })
  const connectedPost = async () => {
    const account = page()
    const connected = await api.post(
      "/admin/social-accounts",
      accountBody(account),
      admin()
    )
    const id = connected.data.social_account.id as string
    const [post] = worldPosts(sandbox(), account)
    if (!post) {
      throw new Error("The Page has no post.")
    }
    const created = await api.post(
      "/admin/social-posts",
      postBody(id, post),
      admin()
    )
    return { id: created.data.social_post.id as string, post }
  }

  it("takes part in the handshake, with the right token alone", async () => {
    expect(await subscribe("facebook", ["feed"])).toEqual({
      verified: true,
      status: 200,
    })
    const wrong = { verify_token: "guessed" }
    expect(await subscribe("instagram", ["comments"], wrong)).toEqual({
      verified: false,
      status: 403,
    })
    for (const platform of ["twitter", "linkedin", "nowhere"]) {
      const url = hook(platform)
      expect((await api.get(url, anyStatus)).status).toBe(404)
      expect((await api.post(url, {}, anyStatus)).status).toBe(404)
    }
  })

  it("refuses what is not signed by one of the apps, and keeps nothing", async () => {
    await subscribe("facebook", ["feed"])
    const value = { item: "comment", verb: "add", post_id: "1_2" }
    const sent = await meta(feed(value, { sign: "wrong", tries: 2 }))
    expect(sent.deliveries).toEqual([{ statuses: [401, 401] }])
    const unsigned = await api.post(
      hook("facebook"),
      { object: "page" },
      anyStatus
    )
    expect(unsigned.status).toBe(401)
    const plain = await api.post(hook("facebook"), "text", {
      ...anyStatus,
      headers: { "content-type": "application/octet-stream" },
    })
    expect(plain.status).toBe(401)
    expect(await deliveries()).toEqual([])
  })

  it("keeps a delivery once, with either app's signature and escaped texts", async () => {
    await subscribe("instagram", ["comments"])
    const account = worldAccount(sandbox(), { platform: "instagram" })
    const updates = [
      {
        account: account.external_id,
        field: "comments",
        // The same second both times: the same delivery.
        time: Math.floor(Date.now() / 1000),
        value: {
          id: "17900000000000001",
          text: "Grüße 🎉",
          from: { id: "9", username: "jane" },
          media: { id: "17900000000000002" },
        },
      },
    ]
    const order = { action: "send", platform: "instagram", updates, times: 2 }
    for (const sign of ["instagram", "facebook"]) {
      const sent = await meta({ ...order, sign })
      expect(sent.deliveries).toEqual([
        { statuses: [200] },
        { statuses: [200] },
      ])
    }
    const [kept, ...more] = await deliveries()
    expect(more).toEqual([])
    expect(kept).toMatchObject({ platform: "instagram", error: null })
    expect(kept.notices).toMatchObject([
      {
        kind: "comment",
        comment_id: "17900000000000001",
        platform_post_id: "17900000000000002",
      },
    ])
    // Platform ids alone: no texts, no names.
    expect(JSON.stringify(kept)).not.toMatch(/jane|Gr/)
  })

  it("makes a post due, and blanks a comment that is gone", async () => {
    const { id, post } = await connectedPost()
    await knex()("social_comment").insert({
      id: "scom_hooked",
      post_id: id,
      platform_comment_id: "2000000001_3000000001",
      text: "Wo gibt es das?",
      author_name: "Jane",
      commented_at: new Date(),
    })
    const [comment] = await knex()("social_comment").where({ post_id: id })
    expect(comment.text).not.toBeNull()
    await subscribe("facebook", ["feed"])
    const value = {
      item: "comment",
      verb: "remove",
      post_id: post.platform_post_id,
      comment_id: comment.platform_comment_id,
    }
    await meta(feed(value, { numeric_ids: true }))
    await worked()
    const stored = await knex()("social_comment").where({ id: comment.id })
    expect(stored[0].text).toBeNull()
    expect(stored[0].removed_at).not.toBeNull()
    const [due] = await knex()("social_post").where({ id })
    expect(due.comments_due_at).not.toBeNull()
    expect(due.next_sync_at.getTime()).toBeLessThan(Date.now() + 60000)
  })

  it("takes a thousand changes in one request, in any order", async () => {
    await subscribe("facebook", ["feed"])
    const { id, post } = await connectedPost()
    const now = Math.floor(Date.now() / 1000)
    const updates = Array.from({ length: 1500 }, (_, n) => ({
      account: page().external_id,
      field: "feed",
      time: now - n,
      value: {
        item: "comment",
        verb: "add",
        post_id: post.platform_post_id,
        comment_id: `2_${n}`,
        message: "x".repeat(500),
      },
    }))
    const sent = await meta({ action: "send", platform: "facebook", updates })
    expect(sent.deliveries).toEqual([{ statuses: [200] }, { statuses: [200] }])
    expect(await worked()).toHaveLength(2)
    const [due] = await knex()("social_post").where({ id })
    expect(due.next_sync_at.getTime()).toBeLessThan(Date.now() + 60000)
  })

  describe("a person who leaves", () => {
    const connect = async () => {
      const merchant = new Connecting(api, admin)
      const account = page()
      const connection = await merchant.connection(
        { platform: "facebook", flow: "default" },
        { person: /Kontor/ }
      )
      const { data } = await merchant.choose(connection.id, [
        account.external_id,
      ])
      const id = data.social_accounts[0].id as string
      const credential = await knex()("social_credential")
        .where({ account_id: id })
        .first()
      const [post] = worldPosts(sandbox(), account)
      if (!post) {
        throw new Error("The Page has no post.")
      }
      await api.post("/admin/social-posts", postBody(id, post), admin())
      return { id, person: credential.granted_by as string }
    }
    const send = (action: string, person: string, path: string, more = {}) =>
      meta({
        action,
        platform: "facebook",
        person,
        url: hook(path),
        ...more,
      })
    const status = async (id: string) =>
      (await knex()("social_account").where({ id }).first())?.status ?? null
    const tokens = (id: string) =>
      knex()("social_credential").where({ account_id: id })

    it("takes the access back: tokens go, data stays, and programs are told", async () => {
      const events: unknown[] = []
      container()
        .resolve(Modules.EVENT_BUS)
        .subscribe(
          SocialAccountEvents.DEAUTHORIZED,
          async ({ data }) => void events.push(data),
          { subscriberId: "test-deauthorized" }
        )
      const { id, person } = await connect()
      const path = "facebook/deauthorize"
      const forged = await send("deauthorize", person, path, { sign: "wrong" })
      expect(forged.status).toBe(401)
      // An older one that is sent again must not end what was granted since.
      const old = { issued_at: Math.floor(Date.now() / 1000) - 86400 }
      expect((await send("deauthorize", person, path, old)).status).toBe(200)
      expect(await status(id)).toBe("active")
      // The same app signs for Instagram: either address will do.
      const sent = await send("deauthorize", person, "instagram/deauthorize")
      expect(sent.status).toBe(200)
      expect(await status(id)).toBe("disconnected")
      expect(await tokens(id)).toEqual([])
      await until(async () => (events.length > 0 ? true : null))
      expect(events).toEqual([
        expect.objectContaining({
          id,
          platform: "facebook",
          reason: expect.stringContaining("removed the app"),
        }),
      ])
      const posts = await knex()("social_post").where({ account_id: id })
      expect(posts).toHaveLength(1)
    })

    it("demands deletion, also after the app was removed", async () => {
      const { id, person } = await connect()
      await send("deauthorize", person, "facebook/deauthorize")
      const issued_at = Math.floor(Date.now() / 1000)
      const demand = () =>
        send("delete_data", person, "facebook/data-deletion", { issued_at })
      const sent = await demand()
      expect(sent.status).toBe(200)
      const { url, confirmation_code, ...rest } = JSON.parse(sent.body)
      expect(rest).toEqual({})
      expect(url).toBe(hook(`deletions/${confirmation_code}`))

      const done = await until(async () => {
        await workSocialWebhooksWorkflow(container()).run()
        const page = await api.get(url, anyStatus)
        return page.data.includes("has been deleted") ? page : null
      })
      expect(done.headers["content-type"]).toContain("text/html")
      expect(await status(id)).toBeNull()
      expect(await knex()("social_post").where({ account_id: id })).toEqual([])
      expect(done.data).toContain('<html lang="en">')
      expect(done.data).not.toContain(person)

      // The same demand again is the same demand.
      const again = JSON.parse((await demand()).body)
      expect(again).toEqual({ url, confirmation_code })
      const [row, ...more] = await knex()("social_deletion_request")
      expect(more).toEqual([])
      expect(row).toMatchObject({ status: "done", accounts: 1 })
      expect(JSON.stringify(row)).not.toContain(person)

      const unknown = await api.get(hook("deletions/none"), anyStatus)
      expect(unknown.status).toBe(404)
      const wrong = await send(
        "delete_data",
        person,
        "facebook/data-deletion",
        { sign: "wrong" }
      )
      expect(wrong.status).toBe(401)
    })
  })
})
