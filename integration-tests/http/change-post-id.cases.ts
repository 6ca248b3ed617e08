import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, createWorkflow } from "@medusajs/framework/workflows-sdk"
import {
  type UpdateSocialPostInput,
  updateSocialPostStep,
} from "../../src/workflows/posts/steps/update-social-post"
import {
  accountBody,
  httpCases,
  postBody,
  worldAccount,
  worldPosts,
} from "../utils/http-suite"

const failStep = createStep("change-post-id-fails", async () => {
  throw new Error("a later step fails")
})

const failingWorkflow = createWorkflow(
  "change-post-id-and-fail",
  function (input: UpdateSocialPostInput) {
    updateSocialPostStep(input)
    failStep()
  }
)

export default httpCases(
  "a post that gets another id",
  ({ api, admin, sandbox, container }) => {
    const knex = () =>
      container().resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const OTHER_ID = "17900000000000777"

    /** A post that was read, with a key of a publisher among its insights. */
    const seed = async () => {
      const account = worldAccount(sandbox(), {
        platform: "instagram",
        settings: { login: "instagram" },
      })
      const connected = await api.post(
        "/admin/social-accounts",
        accountBody(account),
        admin()
      )
      const accountId = connected.data.social_account.id as string
      const [first] = worldPosts(sandbox(), account).filter(
        ({ traits, media_product_type }) =>
          traits.length === 0 && media_product_type === "FEED"
      )
      if (!first) {
        throw new Error("The sandbox has no plain post.")
      }
      const created = await api.post(
        "/admin/social-posts",
        postBody(accountId, first),
        admin()
      )
      const id = created.data.social_post.id as string
      await api.post(`/admin/social-posts/${id}/sync-insights`, {}, admin())
      await knex().raw(
        `UPDATE social_post SET insights = insights || CAST(? AS jsonb),
         gone_since = now(), insights_blocked = 'personal', unchanged_readings = 3,
         next_sync_at = NULL, claim_run_id = 'srun_reading'
       WHERE id = ?`,
        [JSON.stringify({ publish_results: [{ platform: "x", id: "1" }] }), id]
      )
      return { id, accountId, first }
    }
    const change = (id: string, body: Record<string, unknown>) =>
      api.post(`/admin/social-posts/${id}`, body, admin())
    const row = async (id: string) =>
      knex()("social_post").where({ id }).first()
    const history = async (post_id: string) => {
      const count = async (table: string) =>
        (await knex()(table).where({ post_id })).length
      return {
        snapshots: await count("social_post_snapshot"),
        comments: await count("social_comment"),
      }
    }

    it("keeps nothing that was read of the post before", async () => {
      const { id } = await seed()
      const before = await history(id)
      expect(before.snapshots).toBe(1)
      expect(before.comments).toBeGreaterThan(0)
      const asked = Date.now()
      const { status, data } = await change(id, { platform_post_id: OTHER_ID })
      expect(status).toBe(200)
      expect(data.social_post.insights).toEqual({
        platform: "instagram",
        platform_post_id: OTHER_ID,
        publish_results: [{ platform: "x", id: "1" }],
      })
      const changed = await row(id)
      expect(changed).toMatchObject({
        platform_post_id: OTHER_ID,
        status: "posted",
        permalink: null,
        media: null,
        sync_status: null,
        sync_errors: null,
        last_synced_at: null,
        gone_since: null,
        insights_blocked: null,
        unchanged_readings: 0,
        // A run that reads the old post must not write its numbers any more.
        claim_run_id: null,
      })
      const due = new Date(changed.next_sync_at).getTime() - asked
      expect(due).toBeGreaterThan(30000)
      expect(due).toBeLessThan(90000)
      expect(await history(id)).toEqual({ snapshots: 0, comments: 0 })
    })

    it("takes the address that is given with the new id", async () => {
      const { id } = await seed()
      const permalink = "https://www.instagram.com/p/Another/"
      const { data } = await change(id, {
        platform_post_id: OTHER_ID,
        permalink,
        caption: "Another",
        status: "archived",
      })
      expect(data.social_post).toMatchObject({
        permalink,
        caption: "Another",
        status: "archived",
        next_sync_at: null,
      })
    })

    it("changes nothing of what was read when the id is the same", async () => {
      const { id, first } = await seed()
      const before = await row(id)
      await change(id, { platform_post_id: first.platform_post_id })
      expect(await row(id)).toEqual({
        ...before,
        updated_at: expect.any(Date),
      })
      expect((await history(id)).snapshots).toBe(1)
    })

    it("keeps the address of a draft that gets its first id", async () => {
      const { accountId } = await seed()
      const permalink = "https://www.instagram.com/p/Draft/"
      const draft = await api.post(
        "/admin/social-posts",
        { account_id: accountId, status: "draft", permalink },
        admin()
      )
      const { data } = await change(draft.data.social_post.id, {
        platform_post_id: OTHER_ID,
      })
      expect(data.social_post).toMatchObject({
        platform_post_id: OTHER_ID,
        permalink,
        status: "draft",
        next_sync_at: null,
        insights: { platform_post_id: OTHER_ID },
      })
    })

    it("puts everything back when a later step fails", async () => {
      const { id } = await seed()
      const before = await row(id)
      const counts = await history(id)
      const { errors } = await failingWorkflow(container()).run({
        input: { id, platform_post_id: OTHER_ID, caption: "Another" },
        throwOnError: false,
      })
      expect(errors[0]?.error.message).toMatch(/a later step fails/)
      expect(await row(id)).toEqual({
        ...before,
        claim_run_id: null,
        updated_at: expect.any(Date),
      })
      expect(await history(id)).toEqual(counts)
    })

    it("refuses an id of another post in a plain sentence", async () => {
      const { id, accountId } = await seed()
      const other = await api.post(
        "/admin/social-posts",
        { account_id: accountId, platform_post_id: OTHER_ID },
        admin()
      )
      const before = await row(id)
      const { status, data } = await change(id, {
        platform_post_id: OTHER_ID,
        caption: "Another",
      })
      expect(status).toBe(400)
      expect(data.message).toBe(
        `platform_post_id "${OTHER_ID}" is already stored for this account, as post ${other.data.social_post.id}.`
      )
      expect(await row(id)).toEqual(before)
      expect((await history(id)).snapshots).toBe(1)
    })
  }
)
