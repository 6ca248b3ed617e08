import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  accountBody,
  httpCases,
  worldAccount,
  worldPosts,
} from "../utils/http-suite"

export default httpCases(
  "social posts",
  ({ api, admin, sandbox, container }) => {
    const connect = async () => {
      const account = worldAccount(sandbox(), {
        platform: "instagram",
        settings: { login: "instagram" },
      })
      const { data } = await api.post(
        "/admin/social-accounts",
        accountBody(account),
        admin()
      )
      return { account, id: data.social_account.id as string }
    }

    const create = (body: Record<string, unknown>) =>
      api.post("/admin/social-posts", body, admin())

    it("creates, changes, lists and deletes a post", async () => {
      const { id: account_id } = await connect()
      const created = await create({
        account_id,
        platform_post_id: "17900000000000001",
        caption: "Hello #Spring",
        posted_at: "2026-09-01T10:00:00Z",
        media_type: "IMAGE",
        media_product_type: "FEED",
      })
      expect(created.status).toBe(200)
      const { social_post } = created.data
      expect(social_post).toMatchObject({
        platform: "instagram",
        platform_post_id: "17900000000000001",
        status: "posted",
        origin: "manual",
        insights: { platform: "instagram" },
        account: { id: account_id },
      })
      const path = `/admin/social-posts/${social_post.id}`
      const changed = await api.post(path, { status: "archived" }, admin())
      expect(changed.data.social_post.status).toBe("archived")
      const listed = await api.get(
        "/admin/social-posts?status=archived",
        admin()
      )
      expect(listed.data).toMatchObject({ count: 1, offset: 0, limit: 50 })
      const removed = await api.delete(path, admin())
      expect(removed.data).toEqual({
        id: social_post.id,
        object: "social_post",
        deleted: true,
      })
      expect((await api.get(path, admin())).status).toBe(404)
    })

    it("refuses bad input, naming the field, and writes nothing", async () => {
      const { id: account_id } = await connect()
      const cases: [string, Record<string, unknown>, RegExp][] = [
        [
          "a shortcode",
          { platform_post_id: "CRyZpjhDO_k" },
          /platform_post_id|media id/i,
        ],
        [
          "a number",
          { platform_post_id: 17900000000000001 },
          /platform_post_id/,
        ],
        [
          "no id for a posted post",
          { platform_post_id: undefined },
          /platform_post_id/,
        ],
        ["an unknown account", { account_id: "sacc_nobody" }, /account_id/],
        ["an unknown status", { status: "viral" }, /status/],
        ["a bad time", { posted_at: "yesterday" }, /posted_at/],
        ["an unknown field", { insights: { likes: 9 } }, /insights/],
      ]
      for (const [what, change, message] of cases) {
        const answer = await create({
          account_id,
          platform_post_id: "17900000000000001",
          ...change,
        })
        expect([what, answer.status]).toEqual([what, 400])
        expect(answer.data.message).toMatch(message)
      }
      const { data } = await api.get("/admin/social-posts", admin())
      expect(data.count).toBe(0)
    })

    it("refuses the same platform post twice, naming the first", async () => {
      const { id: account_id } = await connect()
      const body = { account_id, platform_post_id: "17900000000000001" }
      const first = await create(body)
      const second = await create(body)
      expect(second.status).toBe(400)
      expect(second.data.message).toContain(first.data.social_post.id)
    })

    it("accepts drafts without an id, and marks them as published", async () => {
      const { account, id: account_id } = await connect()
      const draft = await create({ account_id, status: "draft" })
      const { id } = draft.data.social_post
      expect(draft.data.social_post.next_sync_at).toBeNull()
      const [post] = worldPosts(sandbox(), account)
      const before = Date.now()
      const published = await api.post(
        `/admin/social-posts/${id}/mark-published`,
        { platform_post_id: post?.platform_post_id },
        admin()
      )
      expect(published.data.social_post).toMatchObject({
        status: "posted",
        platform_post_id: post?.platform_post_id,
      })
      const due = new Date(published.data.social_post.next_sync_at).getTime()
      expect(due - before).toBeGreaterThanOrEqual(59000)
      expect(due - before).toBeLessThan(90000)
      const again = await api.post(
        `/admin/social-posts/${id}/mark-published`,
        {},
        admin()
      )
      expect(new Date(again.data.social_post.next_sync_at).getTime()).toBe(due)
    })

    it("lists posts without their comments, unless asked for them", async () => {
      const { id: account_id } = await connect()
      const knex = container().resolve(ContainerRegistrationKeys.PG_CONNECTION)
      const { data } = await create({
        account_id,
        platform_post_id: "17900000000000001",
      })
      const { id } = data.social_post
      const full = { likes: 3, comments_new: 1, comments_data: [{ id: "c1" }] }
      const { comments_data: _, ...short } = full
      await knex("social_post")
        .where({ id })
        .update({ insights: JSON.stringify(full) })
      const listed = async (query: string) =>
        (await api.get(`/admin/social-posts?${query}`, admin())).data
          .social_posts[0]
      expect((await listed("")).insights).toEqual(short)
      expect((await listed("fields=insights")).insights).toEqual(short)
      expect((await listed("with_comments_data=false")).insights).toEqual(short)
      expect((await listed("with_comments_data=true")).insights).toEqual(full)
      expect(await listed("fields=caption")).not.toHaveProperty("insights")
      const one = await api.get(`/admin/social-posts/${id}`, admin())
      expect(one.data.social_post.insights).toEqual(full)
      const wrong = await api.get(
        "/admin/social-posts?with_comments_data=perhaps",
        admin()
      )
      expect(wrong.status).toBe(400)
      expect(wrong.data.message).toContain("with_comments_data")
      await knex("social_post").where({ id }).update({ insights: "[7]" })
      expect((await listed("")).insights).toEqual([7])
    })

    it("sorts by any metric, unknown last, and pages", async () => {
      const { id: account_id } = await connect()
      const knex = container().resolve(ContainerRegistrationKeys.PG_CONNECTION)
      const likes = [5, null, 12, 0, [1, 2], 7]
      for (const [index, value] of likes.entries()) {
        const { data } = await create({
          account_id,
          platform_post_id: `1790000000000000${index}`,
          caption: `post ${index}`,
        })
        await knex("social_post")
          .where({ id: data.social_post.id })
          .update({ insights: JSON.stringify({ likes: value }) })
      }
      const order = async (query: string) =>
        (
          await api.get(`/admin/social-posts?fields=caption&${query}`, admin())
        ).data.social_posts.map(({ caption }: { caption: string }) =>
          Number(caption.slice(-1))
        )
      expect((await order("order=-likes")).slice(0, 4)).toEqual([2, 5, 0, 3])
      expect((await order("order=likes")).slice(0, 4)).toEqual([3, 0, 5, 2])
      expect(await order("order=-likes&limit=2&offset=1")).toEqual([5, 0])
      expect(await order("q=post%203")).toEqual([3])
      const wrong = await api.get("/admin/social-posts?order=fame", admin())
      expect(wrong.status).toBe(400)
      expect(wrong.data.message).toContain("likes")
    })
  }
)
