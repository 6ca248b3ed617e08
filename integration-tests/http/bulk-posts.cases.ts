import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  accountBody,
  httpCases,
  postBody,
  worldAccount,
  worldPosts,
} from "../utils/http-suite"
import { until } from "../utils/until"

export default httpCases(
  "many posts at once",
  ({ api, admin, sandbox, container }) => {
    const knex = () =>
      container().resolve(ContainerRegistrationKeys.PG_CONNECTION)

    const seed = async (count: number) => {
      const account = worldAccount(sandbox(), { platform: "twitter" })
      const connected = await api.post(
        "/admin/social-accounts",
        accountBody(account),
        admin()
      )
      const accountId = connected.data.social_account.id as string
      const plain = worldPosts(sandbox(), account).filter(
        ({ traits }) => traits.length === 0
      )
      const ids: string[] = []
      for (const post of plain.slice(0, count)) {
        const { data } = await api.post(
          "/admin/social-posts",
          postBody(accountId, post),
          admin()
        )
        ids.push(data.social_post.id)
      }
      return { accountId, ids }
    }

    const list = async (search: string) => {
      const { data } = await api.get(
        `/admin/social-posts?fields=id&${search}`,
        admin()
      )
      const ids = data.social_posts.map(({ id }: { id: string }) => id)
      expect(data.count).toBe(ids.length)
      return ids.sort()
    }

    const batch = (body: unknown) =>
      api.post("/admin/social-posts/batch", body, admin())

    const sync = (body: unknown, search = "") =>
      api.post(`/admin/social-posts/sync-all-insights${search}`, body, admin())

    describe("the filter has_problems", () => {
      it("finds posts, syncs and accounts that need a person", async () => {
        const { accountId, ids } = await seed(5)
        const [fine = "", partial = "", failed = "", gone = "", fresh = ""] =
          ids
        const change = (id: string, row: Record<string, unknown>) =>
          knex()("social_post").where({ id }).update(row)
        await change(fine, { sync_status: "success" })
        await change(partial, { sync_status: "partial" })
        await change(failed, { sync_status: "failed" })
        await change(gone, { status: "unavailable", sync_status: "success" })
        const troubled = [partial, failed, gone].sort()
        expect(await list("has_problems=true")).toEqual(troubled)
        expect(await list("has_problems=false")).toEqual([fine, fresh].sort())
        expect(await list("")).toHaveLength(5)
        expect(await list("has_problems=true&sync_status=failed")).toEqual([
          failed,
        ])
        expect(await list("has_problems=true&status=archived")).toEqual([])
        const pause = (status: string) =>
          knex()("social_account").where({ id: accountId }).update({ status })
        await pause("paused")
        expect(await list("has_problems=true")).toEqual(troubled)
        for (const status of ["needs_reconnect", "disconnected"]) {
          await pause(status)
          expect(await list("has_problems=true")).toHaveLength(5)
          expect(await list("has_problems=false")).toEqual([])
        }
        const wrong = await api.get(
          "/admin/social-posts?has_problems=maybe",
          admin()
        )
        expect(wrong.status).toBe(400)
        expect(wrong.data.message).toMatch(/has_problems/)
      })
    })

    it("filters by what kind of post it is to a person", async () => {
      const { ids } = await seed(4)
      const kinds = [
        { media_product_type: "REELS", media_type: "VIDEO" },
        { media_product_type: "post", media_type: "photo" },
        { media_product_type: null, media_type: "VIDEO" },
        { media_product_type: "ugcPost", media_type: null },
      ]
      const [reel = "", photo = "", video = "", plain = ""] = ids
      for (const [index, kind] of kinds.entries()) {
        await knex()("social_post").where({ id: ids[index] }).update(kind)
      }
      expect(await list("type=VIDEO")).toEqual([video])
      expect(await list("type[]=reels&type[]=PHOTO")).toEqual(
        [reel, photo].sort()
      )
      expect(await list("type=ugcPost")).toEqual([plain])
      expect(await list("media_type=VIDEO")).toEqual([reel, video].sort())
      expect(await list("media_type=VIDEO&media_product_type=REELS")).toEqual([
        reel,
      ])
    })

    describe("a sync of named posts", () => {
      it("reads exactly these and reports the others as skipped", async () => {
        const { accountId, ids } = await seed(4)
        const [first = "", second = "", archived = ""] = ids
        await api.post(
          `/admin/social-posts/${archived}`,
          { status: "archived" },
          admin()
        )
        const draft = await api.post(
          "/admin/social-posts",
          { account_id: accountId, status: "draft" },
          admin()
        )
        const draftId = draft.data.social_post.id
        const { status, data } = await sync({
          post_ids: [first, second, first, archived, draftId],
        })
        expect(status).toBe(200)
        expect(data).toMatchObject({
          total: 4,
          success: 2,
          failed: 0,
          skipped: 2,
        })
        const results = new Map(
          data.results.map((result: { postId: string }) => [
            result.postId,
            result,
          ])
        )
        expect(results.get(first)).toMatchObject({ status: "success" })
        expect(results.get(draftId)).toMatchObject({
          status: "skipped",
          error: expect.stringContaining('"draft"'),
        })
        expect(results.get(archived)).toMatchObject({
          status: "skipped",
          error: expect.stringContaining("Only posted posts can be synced"),
        })
        const run = await api.get(
          `/admin/social-sync-runs/${data.run_id}`,
          admin()
        )
        expect(run.data.social_sync_run).toMatchObject({
          total: 4,
          success: 2,
          skipped: 2,
          status: "success",
          more_problems: 0,
        })
        const { problems } = run.data.social_sync_run
        expect(problems).toHaveLength(2)
        expect(problems).toEqual(
          expect.arrayContaining([
            {
              post_id: draftId,
              platform: "twitter",
              status: "skipped",
              message: expect.stringContaining('"draft"'),
            },
          ])
        )
      })

      it("writes down which account must be reconnected, not what is fresh", async () => {
        const { accountId, ids } = await seed(3)
        const [fresh = ""] = ids
        await sync({ post_ids: [fresh] })
        const { data: quick } = await sync({ post_ids: [fresh] })
        const runOf = async (id: string) => {
          const { data } = await api.get(
            `/admin/social-sync-runs/${id}`,
            admin()
          )
          return data.social_sync_run
        }
        expect(await runOf(quick.run_id)).toMatchObject({
          skipped: 1,
          problems: [],
          more_problems: 0,
        })
        await knex()("social_account").where({ id: accountId }).update({
          status: "needs_reconnect",
          display_name: "Pottery",
          status_reason: "The token has expired.",
        })
        const { data } = await sync({}, "?platform_id=twitter")
        const run = await runOf(data.run_id)
        expect(run).toMatchObject({ total: 3, skipped: 3, more_problems: 0 })
        expect(run.problems).toHaveLength(3)
        expect(run.problems[0]).toEqual({
          post_id: expect.any(String),
          platform: "twitter",
          status: "skipped",
          message:
            'The account "Pottery" must be reconnected or resumed first. The token has expired.',
        })
      })

      it("takes more than the usual limit of posts", async () => {
        const { ids } = await seed(1)
        const [row] = await knex()("social_post").where({ id: ids[0] })
        const { insights: _insights, hashtags: _hashtags, ...rest } = row
        const rows = Array.from({ length: 60 }, (_, index) => ({
          ...rest,
          id: `spost_copy${index}`,
          platform_post_id: String(9000 + index),
          status: "draft",
        }))
        await knex()("social_post").insert(rows)
        const { data } = await sync({ post_ids: rows.map(({ id }) => id) })
        expect(data).toMatchObject({ total: 60, skipped: 60 })
        const run = await api.get(
          `/admin/social-sync-runs/${data.run_id}`,
          admin()
        )
        expect(run.data.social_sync_run.problems).toHaveLength(50)
        expect(run.data.social_sync_run.problems[0]).toMatchObject({ more: 10 })
        expect(run.data.social_sync_run.more_problems).toBe(10)
      })

      it("works in the background, and with force in the query", async () => {
        const { ids } = await seed(2)
        const { status, data } = await sync({
          post_ids: ids,
          background: true,
        })
        expect(status).toBe(202)
        expect(data.run).toMatchObject({ total: 2 })
        const run = await until(async () => {
          const { data: answer } = await api.get(
            `/admin/social-sync-runs/${data.run.id}`,
            admin()
          )
          const { social_sync_run } = answer
          return social_sync_run.status === "running" ? null : social_sync_run
        })
        expect(run).toMatchObject({ status: "success", success: 2 })
        const again = await sync({ post_ids: [ids[0]] }, "?force=true")
        expect(again.data).toMatchObject({ total: 1, success: 1 })
        const fresh = await sync({ post_ids: ids })
        expect(fresh.data).toMatchObject({ total: 2, skipped: 2 })
      })

      it("refuses unknown ids and unclear scopes, and starts nothing", async () => {
        const { ids } = await seed(1)
        const many = Array.from(
          { length: 1001 },
          (_, index) => `spost_${index}`
        )
        const cases: [unknown, RegExp][] = [
          [{ post_ids: [ids[0], "spost_nobody"] }, /post_ids.*spost_nobody/],
          [{ post_ids: many.slice(0, 30) }, /20 more/],
          [{ post_ids: [] }, /post_ids.*1 to 1000/],
          [{ post_ids: many }, /post_ids.*1 to 1000/],
          [{ post_ids: [7] }, /post_ids/],
          [{ post_ids: ids, platform_id: "twitter" }, /post_ids.*platform_id/],
          [{ post_ids: ids, limit: 5 }, /post_ids.*limit/],
        ]
        for (const [body, message] of cases) {
          const { status, data } = await sync(body)
          expect([message.source, status]).toEqual([message.source, 400])
          expect(data.message).toMatch(message)
        }
        const { data } = await api.get("/admin/social-sync-runs", admin())
        expect(data.count).toBe(0)
      })
    })

    describe("a batch", () => {
      it("changes and deletes", async () => {
        const { ids } = await seed(4)
        const [first = "", second = "", third = "", fourth = ""] = ids
        await sync({ post_ids: [third] })
        const { status, data } = await batch({
          update: [
            { id: first, status: "archived" },
            { id: second, status: "draft" },
          ],
          delete: [third],
        })
        expect(status).toBe(200)
        expect(data).toEqual({
          updated: [first, second],
          deleted: { ids: [third], object: "social_post", deleted: true },
        })
        expect(await list("status=archived")).toEqual([first])
        expect(await list("status=draft")).toEqual([second])
        expect(await list("status=posted")).toEqual([fourth])
        for (const table of ["social_post_snapshot", "social_comment"]) {
          const rows = await knex()(table).where({ post_id: third })
          expect([table, rows]).toEqual([table, []])
        }
      })

      it("makes what goes live due, and leaves what is live alone", async () => {
        const { ids } = await seed(2)
        const [first = "", second = ""] = ids
        const quiet = { status: "archived", next_sync_at: null }
        await knex()("social_post")
          .where({ id: first })
          .update({ ...quiet, gone_since: new Date() })
        await knex()("social_post")
          .where({ id: second })
          .update({ next_sync_at: null })
        await batch({
          update: ids.map((id) => ({ id, status: "posted" })),
        })
        const rows = await knex()("social_post").whereIn("id", ids)
        const byId = new Map(rows.map((row) => [row.id, row]))
        expect(byId.get(first)).toMatchObject({
          status: "posted",
          gone_since: null,
          next_sync_at: expect.any(Date),
        })
        expect(byId.get(second)).toMatchObject({ next_sync_at: null })
      })

      it("does all or nothing", async () => {
        const { ids } = await seed(3)
        const [first = "", second = "", third = ""] = ids
        const many = Array.from(
          { length: 1001 },
          (_, index) => `spost_${index}`
        )
        const archive = (id: string) => ({ id, status: "archived" })
        const cases: [unknown, RegExp][] = [
          [
            { update: [archive(first)], delete: [second, "spost_nobody"] },
            /delete.*spost_nobody/,
          ],
          [
            { update: [archive("spost_nobody")], delete: [second] },
            /update.*spost_nobody/,
          ],
          [{ update: [{ id: first, status: "viral" }] }, /status/],
          [{ update: [{ id: first, status: "unavailable" }] }, /status/],
          [{ update: [{ ...archive(first), caption: "x" }] }, /caption/],
          [{ update: [archive(first)], delete: [first] }, /once/],
          [{ delete: [first, first] }, /once/],
          [{ delete: many }, /1 to 1000/],
          [{ delete: "all" }, /delete/],
          [{}, /1 to 1000/],
        ]
        for (const [body, message] of cases) {
          const { status, data } = await batch(body)
          expect([message.source, status]).toEqual([message.source, 400])
          expect(data.message).toMatch(message)
        }
        expect(await list("status=posted")).toEqual(
          [first, second, third].sort()
        )
      })
    })
  }
)
