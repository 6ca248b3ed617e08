import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { Connecting, suggested } from "../utils/connect"
import {
  httpCases,
  postBody,
  worldAccount,
  worldPosts,
} from "../utils/http-suite"

jest.setTimeout(120000)

export default httpCases(
  "connecting accounts again",
  ({ api, admin, sandbox, container }) => {
    const merchant = new Connecting(api, admin)
    const knex = () =>
      container().resolve(ContainerRegistrationKeys.PG_CONNECTION)

    const connect = async (
      body: Record<string, unknown>,
      person: RegExp,
      externalId?: string
    ) => {
      const { id, candidates } = await merchant.connection(body, { person })
      const ids = externalId ? [externalId] : suggested(candidates).slice(0, 1)
      const { data } = await merchant.choose(id, ids)
      return data.social_accounts[0] as { id: string; external_id: string }
    }

    const addPost = async (accountId: string, index = 0) => {
      const { external_id } = (await merchant.get(accountId)).data
        .social_account
      const account = sandbox()
        .world.accounts()
        .find((one) => one.external_id === external_id)
      const post = worldPosts(sandbox(), account as never).filter(
        ({ traits }) => traits.length === 0
      )[index]
      const { data } = await api.post(
        "/admin/social-posts",
        postBody(accountId, post as NonNullable<typeof post>),
        admin()
      )
      return data.social_post.id as string
    }

    it("brings an account whose token died back, with what it missed", async () => {
      const account = worldAccount(sandbox(), { platform: "facebook" })
      const body = { platform: "facebook" }
      const { id } = await connect(body, /Kontor/, account.external_id)
      const postId = await addPost(id)
      sandbox().world.named("facebook")?.set({
        platform: "facebook",
        account: account.external_id,
        token: "password_changed",
      })
      const sync = () =>
        api.post(
          `/admin/social-posts/${postId}/sync-insights`,
          { force: true },
          admin()
        )
      expect((await sync()).status).toBe(400)
      const dead = await merchant.get(id)
      expect(dead.data.social_account.status).toBe("needs_reconnect")

      sandbox().world.named("facebook")?.set({
        platform: "facebook",
        account: account.external_id,
        token: "valid",
      })
      const connection = await merchant.connection(
        { ...body, account_id: id },
        { person: /Kontor/ }
      )
      expect(suggested(connection.candidates)).toEqual([account.external_id])
      const { data } = await merchant.choose(connection.id, [
        account.external_id,
      ])
      expect(data.social_accounts).toMatchObject([
        { id, status: "active", status_reason: null },
      ])
      const [post] = await knex()("social_post").where({ id: postId })
      expect(post.next_sync_at.getTime()).toBeLessThanOrEqual(Date.now())
      expect((await sync()).status).toBe(200)
    })

    it("keeps posts when an account comes back under another id", async () => {
      const { id, external_id } = await connect({ platform: "twitter" }, /./)
      const postId = await addPost(id)
      await knex()("social_account")
        .where({ id })
        .update({ external_id: "998877" })
      const { username } = (await merchant.get(id)).data.social_account
      const connection = await merchant.connection(
        { platform: "twitter", account_id: id },
        { person: new RegExp(`@${username}\\b`) }
      )
      expect(connection.advice).toEqual([])
      expect(connection.candidates).toMatchObject([
        { external_id, connected_account_id: id, suggested: true },
      ])
      const { data } = await merchant.choose(connection.id, [external_id])
      expect(data.social_accounts).toMatchObject([
        { id, external_id, posts_count: 1 },
      ])
      const post = await api.get(`/admin/social-posts/${postId}`, admin())
      expect(post.status).toBe(200)
    })

    it("says when somebody else signed in, and connects that one apart", async () => {
      const { id } = await connect(
        { platform: "instagram", flow: "instagram" },
        /@atelier/
      )
      const connection = await merchant.connection(
        { platform: "instagram", account_id: id },
        { person: /@few\.followers/ }
      )
      // The way it was connected before is taken without being named.
      expect(connection).toMatchObject({ flow: "instagram", account_id: id })
      expect(connection.advice).toMatchObject([
        {
          code: "another_account",
          message: expect.stringMatching(
            /signed in as @few\.followers\.shop.*@atelier\.shop to reconnect/s
          ),
        },
      ])
      expect(suggested(connection.candidates)).toEqual([])
      const { data } = await merchant.choose(connection.id, [
        connection.candidates[0]?.external_id ?? "",
      ])
      expect(data.social_accounts[0].id).not.toBe(id)
      expect(await knex()("social_account").select("id")).toHaveLength(2)
    })

    it("gives a disconnected account its token and its past back", async () => {
      const first = await connect({ platform: "twitter" }, /./)
      await addPost(first.id)
      await api.delete(`/admin/social-accounts/${first.id}`, admin())
      expect((await merchant.get(first.id)).data.social_account.status).toBe(
        "disconnected"
      )
      const again = await connect({ platform: "twitter" }, /./)
      expect(again.id).toBe(first.id)
      const { data } = await merchant.get(first.id)
      expect(data.social_account).toMatchObject({
        status: "active",
        posts_count: 1,
      })
    })

    it("takes the place of a pasted token", async () => {
      const { external_id, access_token, settings } = worldAccount(sandbox(), {
        platform: "instagram",
        settings: { login: "facebook" },
      })
      const pasted = await api.post(
        "/admin/social-accounts",
        { platform: "instagram", external_id, access_token, settings },
        admin()
      )
      const { id, connection_flow } = pasted.data.social_account
      expect(connection_flow ?? null).toBeNull()
      const connection = await merchant.connection(
        { platform: "instagram", account_id: id },
        { person: /Kontor Shop/ }
      )
      expect(connection).toMatchObject({ flow: "facebook" })
      const { data } = await merchant.choose(connection.id, [external_id])
      expect(data.social_accounts).toMatchObject([
        { id, connection_flow: "facebook" },
      ])
      const [credential] = await knex()("social_credential").select("*")
      expect(credential).toMatchObject({ version: 2, own_app: true })
    })
  }
)
