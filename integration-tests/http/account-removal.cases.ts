import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { Connecting, suggested } from "../utils/connect"
import {
  accountBody,
  type FindAccount,
  httpCases,
  postBody,
  worldAccount,
  worldPosts,
} from "../utils/http-suite"

jest.setTimeout(180000)

export default httpCases(
  "removing an account",
  ({ api, admin, sandbox, container }) => {
    const knex = () =>
      container().resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const merchant = () => new Connecting(api, admin)
    const paste = async (find: FindAccount) => {
      const account = worldAccount(sandbox(), find)
      const { data } = await api.post(
        "/admin/social-accounts",
        accountBody(account),
        admin()
      )
      return { account, id: data.social_account.id as string }
    }
    /** Connects through the consent page; as many accounts as wanted. */
    const consent = async (
      body: Record<string, unknown>,
      person: RegExp,
      count = 1
    ) => {
      const { id, candidates } = await merchant().connection(body, { person })
      const ids = suggested(candidates).slice(0, count)
      const { data } = await merchant().choose(id, ids)
      return data.social_accounts as { id: string; external_id: string }[]
    }
    const preview = async (id: string) =>
      (await api.get(`/admin/social-accounts/${id}/removal`, admin())).data
        .removal
    const remove = (id: string, query = "") =>
      api.delete(`/admin/social-accounts/${id}${query}`, admin())
    const secrets = () => knex()("social_credential").select("account_id")
    const revocations = () =>
      sandbox()
        .ledger.entries()
        .filter(
          ({ method, path }) =>
            (method === "DELETE" && path.endsWith("/permissions")) ||
            path.endsWith("/revoke")
        )

    it("counts what would be deleted, and deletes exactly that", async () => {
      const { account, id } = await paste({ platform: "instagram" })
      const other = await paste({ platform: "facebook" })
      const product = await container()
        .resolve(Modules.PRODUCT)
        .createProducts({ title: "Lamp", handle: "lamp" })
      const posts = worldPosts(sandbox(), account).filter(
        ({ traits }) => traits.length === 0 || traits.includes("many_comments")
      )
      for (const post of posts.slice(0, 4)) {
        const { data } = await api.post(
          "/admin/social-posts",
          postBody(id, post),
          admin()
        )
        await api.post(
          `/admin/social-posts/${data.social_post.id}/products`,
          { add: [product.id] },
          admin()
        )
      }
      const foreign = await api.post(
        "/admin/social-posts",
        postBody(
          other.id,
          worldPosts(sandbox(), other.account)[0] as (typeof posts)[number]
        ),
        admin()
      )
      await api.post(`/admin/social-accounts/${id}/sync`, {}, admin())
      await knex()("social_metric_verdict").insert([
        verdict("own", id),
        verdict("other", other.id),
      ])
      await merchant().authorize({ platform: "instagram", account_id: id })
      const pending = () =>
        knex()("social_connection").where({ account_id: id })
      expect(await pending()).toHaveLength(1)

      const tables = {
        posts: "social_post",
        snapshots: "social_post_snapshot",
        comments: "social_comment",
        account_days: "social_account_snapshot",
        product_links: "social_post_product",
      }
      const counts = async () => {
        const all = Object.entries(tables).map(async ([name, table]) => [
          name,
          (await knex()(table).whereNull("deleted_at")).length,
        ])
        return Object.fromEntries(await Promise.all(all))
      }
      const before = await counts()
      const announced = await preview(id)
      expect(announced).toEqual({
        posts: 4,
        snapshots: 4,
        comments: before.comments,
        account_days: before.account_days,
        product_links: 4,
        sync_runs_mentioning: 1,
        revocation: "none",
        revocation_note: expect.stringMatching(/pasted/),
      })
      expect(announced.comments).toBeGreaterThan(0)
      expect(await counts()).toEqual(before)

      const { status, data } = await remove(id, "?delete_data=true")
      expect([status, data]).toEqual([
        200,
        {
          id,
          object: "social_account",
          deleted: true,
          data_deleted: true,
          revoked: null,
          revocation_problem: null,
        },
      ])
      expect(await counts()).toEqual({
        posts: 1,
        snapshots: 0,
        comments: 0,
        account_days: 0,
        product_links: 0,
      })
      expect(await pending()).toEqual([])
      expect(await knex()("social_metric_verdict").select("host")).toEqual([
        { host: other.id },
      ])
      const left = await api.get(
        `/admin/social-posts/${foreign.data.social_post.id}`,
        admin()
      )
      expect(left.status).toBe(200)
    })

    it("answers 404 for an unknown account, and asks for a login", async () => {
      const path = "/admin/social-accounts/sacc_nobody/removal"
      expect((await api.get(path, admin())).status).toBe(404)
      expect((await remove("sacc_nobody")).status).toBe(404)
      const anybody = { validateStatus: () => true }
      expect((await api.get(path, anybody)).status).toBe(401)
    })

    it("takes the access of an X account back, and forgets its tokens", async () => {
      const [one] = await consent({ platform: "twitter" }, /./)
      const id = one?.id as string
      expect(await preview(id)).toMatchObject({
        posts: 0,
        revocation: "account",
        revocation_note: expect.stringContaining("X"),
      })
      const { data } = await remove(id)
      expect(data).toMatchObject({
        deleted: true,
        data_deleted: false,
        revoked: true,
        revocation_problem: null,
      })
      expect(revocations().length).toBeGreaterThan(0)
      expect(await secrets()).toEqual([])
      const { data: kept } = await merchant().get(id)
      expect(kept.social_account).toMatchObject({
        status: "disconnected",
        token_expires_at: null,
        reconnect_by: null,
        needs_attention: false,
      })
      // A second time there is nothing left to take back.
      expect(await preview(id)).toMatchObject({ revocation: "none" })
      expect((await remove(id)).data.revoked).toBeNull()
    })

    it("takes a person's grant back with the last of the accounts that live on it", async () => {
      const [first, second] = await consent(
        { platform: "facebook" },
        /Kontor/,
        2
      )
      const linked = await consent(
        { platform: "instagram", flow: "facebook" },
        /Kontor/
      )
      const ids = [first, second, ...linked].map((one) => one?.id as string)
      const last = ids.pop() as string
      for (const id of ids) {
        expect(await preview(id)).toMatchObject({
          revocation: "none",
          revocation_note: expect.stringMatching(/same person/),
        })
        const { data } = await remove(id)
        expect(data).toMatchObject({ revoked: null, revocation_problem: null })
        expect(revocations()).toEqual([])
      }
      expect(await preview(last)).toMatchObject({ revocation: "person" })
      expect((await remove(last)).data).toMatchObject({ revoked: true })
      expect(revocations()).toHaveLength(1)
      expect(await secrets()).toEqual([])
    })

    it("leaves a pasted token alone at the platform", async () => {
      const { id } = await paste({ platform: "twitter" })
      expect(await preview(id)).toMatchObject({
        revocation: "none",
        revocation_note: expect.stringMatching(/pasted/),
      })
      expect((await remove(id)).data.revoked).toBeNull()
      expect(revocations()).toEqual([])
      expect(await secrets()).toEqual([])
    })

    it("says where a platform offers no way to take the access back", async () => {
      const [one] = await consent({ platform: "linkedin" }, /./)
      const id = one?.id as string
      expect(await preview(id)).toMatchObject({
        revocation: "none",
        revocation_note: expect.stringMatching(/LinkedIn.*settings/),
      })
      expect((await remove(id)).data).toMatchObject({
        revoked: null,
        revocation_problem: null,
      })
    })

    it.each([
      ["is down", { kind: "status", status: 503, body: "busy" }],
      ["hangs up", { kind: "reset" }],
    ] as const)(
      "deletes the tokens at once although the platform %s, and says so",
      async (_, fault) => {
        const [one] = await consent({ platform: "twitter" }, /./)
        const id = one?.id as string
        sandbox().faults.add({ ...fault, match: "revoke" })
        const { status, data } = await remove(id, "?delete_data=true")
        sandbox().faults.clear()
        expect([status, data]).toMatchObject([
          200,
          {
            deleted: true,
            revoked: false,
            revocation_problem: expect.stringMatching(
              /X did not take the access back.*settings of X/
            ),
          },
        ])
        expect(await secrets()).toEqual([])
        expect((await merchant().get(id)).status).toBe(404)
      }
    )

    it("deletes tokens that cannot be opened any more", async () => {
      const [one] = await consent({ platform: "twitter" }, /./)
      const id = one?.id as string
      await knex()("social_credential")
        .where({ account_id: id })
        .update({ access_token: "v1:00000000:AA:AA:AA" })
      const { data } = await remove(id)
      expect(data).toMatchObject({
        revoked: false,
        revocation_problem: expect.stringContaining("cannot be opened"),
      })
      expect(await secrets()).toEqual([])
    })
  }
)

const verdict = (id: string, host: string) => ({
  id: `sverd_${id}`,
  platform: "facebook",
  host,
  product_type: "post",
  metric: "comments.summary",
  expires_at: new Date(Date.now() + 86400000),
})
