import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { placeThreads } from "../../src/modules/social-posts/sql/place-threads"
import { accountBody, httpCases, worldAccount } from "../utils/http-suite"

interface Comment {
  platform_comment_id: string
  replies: Comment[]
  reply_count: number
}

export default httpCases(
  "comment threads",
  ({ api, admin, sandbox, container }) => {
    const connectedPost = async () => {
      const account = worldAccount(sandbox(), { platform: "twitter" })
      const connected = await api.post(
        "/admin/social-accounts",
        accountBody(account),
        admin()
      )
      const { data } = await api.post(
        "/admin/social-posts",
        {
          account_id: connected.data.social_account.id,
          platform_post_id: "77",
        },
        admin()
      )
      return data.social_post.id as string
    }

    /** Stores comments, a minute apart in this order: name, parent, likes. */
    const comment = async (
      post_id: string,
      ...comments: [string, string | null, number?][]
    ) => {
      const knex = container().resolve(ContainerRegistrationKeys.PG_CONNECTION)
      const start = Date.parse("2026-11-01T10:00:00Z")
      await knex("social_comment").insert(
        comments.map(([name, parent_id, like_count], index) => ({
          id: `scom_${post_id}_${name}`,
          post_id,
          platform_comment_id: name,
          parent_id,
          like_count: like_count ?? null,
          text: `comment ${name}`,
          commented_at: new Date(start + index * 60000),
        }))
      )
      await placeThreads(knex, [post_id], "new")
    }

    const threads = async (post: string, search = "") => {
      const { data } = await api.get(
        `/admin/social-posts/${post}/comments?threads=true&${search}`,
        admin()
      )
      return {
        count: data.count,
        names: data.comments.map((one: Comment) => one.platform_comment_id),
        replies: data.comments.map((one: Comment) =>
          one.replies.map((reply) => reply.platform_comment_id)
        ),
        data,
      }
    }

    it("puts everything below the comment it hangs on, oldest first", async () => {
      const post = await connectedPost()
      const other = await connectedPostOfSameAccount(post)
      await comment(
        post,
        ["a", null, 1],
        ["a1", "a"],
        ["b", "not-stored", 9],
        ["a2", "a"],
        ["a1x", "a1"],
        ["b1", "b"],
        ["a1xy", "a1x"],
        ["c", null]
      )
      await comment(other, ["z", null], ["z1", "a"])
      const all = await threads(post)
      expect(all.count).toBe(3)
      expect(all.names).toEqual(["c", "b", "a"])
      expect(all.replies).toEqual([[], ["b1"], ["a1", "a2", "a1x", "a1xy"]])
      expect(all.data.comments[2]).toMatchObject({
        parent_id: null,
        text: "comment a",
        like_count: 1,
        reply_count: 4,
        replies: [{ parent_id: "a", text: "comment a1" }, {}, {}, {}],
      })
      expect(all.data).toMatchObject({ limit: 50, offset: 0 })
      expect((await threads(post, "order=commented_at")).names).toEqual([
        "a",
        "b",
        "c",
      ])
      expect((await threads(post, "order=-like_count")).names).toEqual([
        "b",
        "a",
        "c",
      ])
      const page = await threads(post, "limit=1&offset=1")
      expect([page.names, page.count]).toEqual([["b"], 3])
      const beyond = await threads(post, "offset=9")
      expect([beyond.names, beyond.count]).toEqual([[], 3])
      expect((await threads(other)).names).toEqual(["z1", "z"])
      const fields = await threads(post, "fields=platform_comment_id")
      expect(fields.names).toEqual(["c", "b", "a"])
      expect(fields.data.comments[0]).not.toHaveProperty("text")
    })

    async function connectedPostOfSameAccount(post: string): Promise<string> {
      const { data } = await api.get(`/admin/social-posts/${post}`, admin())
      const made = await api.post(
        "/admin/social-posts",
        { account_id: data.social_post.account.id, platform_post_id: "78" },
        admin()
      )
      return made.data.social_post.id
    }

    it("shows the first 100 replies and says how many there are", async () => {
      const post = await connectedPost()
      const replies = Array.from(
        { length: 120 },
        (_, index) => [`r${index}`, index % 2 ? `r${index - 1}` : "a"] as const
      )
      await comment(
        post,
        ["a", null],
        ...replies.map(([a, b]) => [a, b] as never)
      )
      const { data, replies: shown } = await threads(post)
      expect(data.comments[0].reply_count).toBe(120)
      expect(shown[0]).toHaveLength(100)
      expect(shown[0]?.[99]).toBe("r99")
    })

    it("survives comments that answer each other in a circle", async () => {
      const post = await connectedPost()
      await comment(
        post,
        ["self", "self"],
        ["a", "c"],
        ["b", "a"],
        ["c", "b"],
        ["below", "c"],
        ["fine", null],
        ["under", "fine"],
        ["below-self", "self"]
      )
      const { names, replies, count } = await threads(
        post,
        "order=commented_at"
      )
      expect(names).toEqual(["self", "a", "b", "c", "fine"])
      expect(replies).toEqual([["below-self"], [], [], ["below"], ["under"]])
      expect(count).toBe(5)
    })

    it("leaves the flat list as it is, and refuses what it cannot do", async () => {
      const post = await connectedPost()
      await comment(post, ["a", null], ["a1", "a"])
      const { data } = await api.get(
        `/admin/social-posts/${post}/comments`,
        admin()
      )
      expect(data.count).toBe(2)
      expect(data.comments[0]).not.toHaveProperty("replies")
      for (const [search, message] of [
        ["threads=true&limit=101", /limit/],
        ["threads=true&order=fame", /order/],
        ["threads=maybe", /threads/],
      ] as const) {
        const answer = await api.get(
          `/admin/social-posts/${post}/comments?${search}`,
          admin()
        )
        expect([search, answer.status]).toEqual([search, 400])
        expect(answer.data.message).toMatch(message)
      }
      const nobody = await api.get(
        "/admin/social-posts/spost_nobody/comments?threads=true",
        admin()
      )
      expect(nobody.status).toBe(404)
    })
  }
)
