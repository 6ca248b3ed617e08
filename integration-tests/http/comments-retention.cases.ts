import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import applySocialRetention from "../../src/jobs/apply-social-retention"
import { SOCIAL_POSTS_MODULE } from "../../src/modules/social-posts"
import { placeThreads } from "../../src/modules/social-posts/sql/place-threads"
import { accountBody, httpCases, worldAccount } from "../utils/http-suite"

interface Inbox {
  comments: { platform_comment_id: string }[]
  count: number
}

const HOUR = 60 * 60 * 1000

export default httpCases("comments inbox and retention", (suite) => {
  const { api, admin, sandbox, container } = suite
  const knex = () =>
    container().resolve(ContainerRegistrationKeys.PG_CONNECTION)

  const connect = async (platform: "twitter" | "linkedin") => {
    const account = worldAccount(sandbox(), { platform })
    const { data } = await api.post(
      "/admin/social-accounts",
      accountBody(account),
      admin()
    )
    return data.social_account.id as string
  }

  const createPost = async (account_id: string, id: string) => {
    const { data } = await api.post(
      "/admin/social-posts",
      { account_id, platform_post_id: id, caption: `post ${id}` },
      admin()
    )
    return data.social_post.id as string
  }

  /** Stores comments, a minute apart in this order. */
  const comment = async (
    post_id: string,
    comments: Record<string, Record<string, unknown>>,
    fetched_at = new Date()
  ) => {
    const start = Date.parse("2026-11-01T10:00:00Z")
    await knex()("social_comment").insert(
      Object.entries(comments).map(([name, more], index) => ({
        id: `scom_${post_id}_${name}`,
        post_id,
        platform_comment_id: name,
        text: `comment ${name}`,
        author_name: `author ${name}`,
        by_account: false,
        commented_at: new Date(start + index * 60000),
        fetched_at,
        ...more,
      }))
    )
    await placeThreads(knex(), [post_id], "new")
  }

  const inbox = async (search = "") => {
    const { data } = await api.get(`/admin/social-comments?${search}`, admin())
    const { comments, count } = data as Inbox
    return {
      names: comments.map((one) => one.platform_comment_id),
      count,
      comments,
    }
  }

  const twoPosts = async () => {
    const account = await connect("twitter")
    const one = await createPost(account, "77")
    const other = await createPost(await connect("linkedin"), "urn:li:share:7")
    await comment(one, {
      a: { text: "Is it wool?" },
      a1: { parent_id: "a", by_account: true, text: "It is." },
      b: { hidden: true },
      c: { by_account: null },
    })
    await comment(other, { d: { like_count: 3 } })
    return { account, one, other }
  }

  it("lists the threads of all posts with their posts", async () => {
    const { account, one, other } = await twoPosts()
    const all = await inbox()
    expect([all.names, all.count]).toEqual([["c", "b", "a", "d"], 4])
    expect(all.comments[2]).toMatchObject({
      text: "Is it wool?",
      author_name: "author a",
      by_account: false,
      edited_at: null,
      removed_at: null,
      hidden: null,
      unanswered: false,
      reply_count: 1,
      post: {
        id: one,
        caption: "post 77",
        platform: "twitter",
        permalink: null,
      },
    })
    expect(Object.keys((all.comments[2] as never)["post"])).toHaveLength(4)
    const searches: [string, string[]][] = [
      ["q=it%20is", ["a"]],
      ["q=AUTHOR%20D", ["d"]],
      ["unanswered=true", ["d"]],
      ["unanswered=false", ["b", "a"]],
      ["hidden=true", ["b"]],
      ["hidden=false&platform=twitter", ["c", "a"]],
      ["platform=linkedin", ["d"]],
      [`account_id=${account}`, ["c", "b", "a"]],
      [`post_id=${other}`, ["d"]],
      ["order=-like_count&limit=1", ["d"]],
      ["limit=1&offset=1", ["b"]],
      ["platform=fame", []],
    ]
    for (const [search, names] of searches) {
      expect([search, (await inbox(search)).names]).toEqual([search, names])
    }
    expect((await inbox("limit=1")).count).toBe(4)
  })

  it("narrows the comments of a post", async () => {
    const { one } = await twoPosts()
    const list = async (search: string) => {
      const { data } = await api.get(
        `/admin/social-posts/${one}/comments?${search}`,
        admin()
      )
      return (data as Inbox).comments.map(
        ({ platform_comment_id }) => platform_comment_id
      )
    }
    expect(await list("q=it%20is")).toEqual(["a1"])
    expect(await list("q=it%20is&threads=true")).toEqual(["a"])
    expect(await list("threads=true&unanswered=false")).toEqual(["b", "a"])
    expect(await list("threads=true&unanswered=true")).toEqual([])
    expect(await list("hidden=true")).toEqual(["b"])
    expect(await list("hidden=false")).toEqual(["c", "a1", "a"])
  })

  it("tells the rules, and lets the store set its own", async () => {
    const read = async () =>
      (await api.get("/admin/social-retention", admin())).data
    const before = await read()
    expect(before.settings).toEqual({
      comments_days: null,
      posts_all_days: 30,
      posts_daily_days: 365,
      runs_days: null,
    })
    const rule = (platform: string, data: string) =>
      expect.objectContaining({ platform, data })
    expect(before.rules).toContainEqual({
      platform: "linkedin",
      data: "comments",
      keep_hours: 48,
      from: "platform",
      sentence:
        "Comments are removed 48 hours after they were read last. LinkedIn demands it.",
    })
    expect(before.rules).toContainEqual(rule("twitter", "posts"))
    expect(before.rules).not.toContainEqual(rule("instagram", "comments"))

    const { status, data } = await api.post(
      "/admin/social-retention",
      { comments_days: 30 },
      admin()
    )
    expect(status).toBe(200)
    expect(data.settings).toEqual({ ...before.settings, comments_days: 30 })
    expect(data.rules).toContainEqual({
      platform: "instagram",
      data: "comments",
      keep_hours: 720,
      from: "store",
      sentence:
        "Comments are removed 30 days after they were read last. You set it.",
    })
    const ofLinkedIn = data.rules.filter(
      (one: { platform: string; data: string }) =>
        one.platform === "linkedin" && one.data === "comments"
    )
    expect(ofLinkedIn).toHaveLength(1)
    const wrong: [object, RegExp][] = [
      [{}, /at least one/],
      [{ comments_days: 0 }, /comments_days/],
      [{ comments_days: 1.5 }, /comments_days/],
      [{ posts_all_days: null }, /posts_all_days/],
      [{ posts_daily_days: 7 }, /posts_daily_days/],
      [{ runs_days: "30" }, /runs_days/],
      [{ linkedin_days: 3 }, /linkedin_days/],
    ]
    for (const [body, message] of wrong) {
      const answer = await api.post("/admin/social-retention", body, admin())
      expect([body, answer.status]).toEqual([body, 400])
      expect(answer.data.message).toMatch(message)
    }
    expect((await read()).settings).toEqual(data.settings)
  })

  it("removes what is over, after showing how much it is", async () => {
    const { other } = await twoPosts()
    const old = new Date(Date.now() - 49 * HOUR)
    await comment(other, { old: {}, older: { parent_id: "old" } }, old)
    const prune = async (body: object) =>
      (await api.post("/admin/social-retention/prune", body, admin())).data.run
    const preview = await prune({ dry_run: true })
    expect(preview).toMatchObject({
      trigger: "manual",
      dry_run: true,
      removed: { linkedin: { comments: 2 } },
      error: null,
    })
    expect((await inbox()).count).toBe(5)
    const run = await prune({})
    expect(run).toMatchObject({
      dry_run: false,
      removed: { linkedin: { comments: 2 } },
    })
    expect((await inbox()).names).toEqual(["c", "b", "a", "d"])
    const { data } = await api.get("/admin/social-retention", admin())
    expect(data.runs.map(({ id }: { id: string }) => id)).toEqual([
      run.id,
      preview.id,
    ])
    const wrong = await api.post(
      "/admin/social-retention/prune",
      { dry_run: "perhaps" },
      admin()
    )
    expect(wrong.status).toBe(400)
  })

  it("applies the rules by itself", async () => {
    const { other } = await twoPosts()
    await knex()("social_comment")
      .where({ post_id: other })
      .update({ fetched_at: new Date(Date.now() - 25 * HOUR) })
    await applySocialRetention(container())
    const [stored] = await container()
      .resolve<{ listSocialComments: (filter: object) => Promise<object[]> }>(
        SOCIAL_POSTS_MODULE
      )
      .listSocialComments({ post_id: other })
    expect(stored).toMatchObject({ author_name: null, text: "comment d" })
  })

  it("asks for a login, and refuses what it cannot do", async () => {
    const anybody = { validateStatus: () => true }
    for (const path of ["/admin/social-comments", "/admin/social-retention"]) {
      expect((await api.get(path, anybody)).status).toBe(401)
    }
    for (const [search, message] of [
      ["limit=1001", /limit/],
      ["order=fame", /order/],
      ["unanswered=maybe", /unanswered/],
      ["fame=1", /fame/],
    ] as const) {
      const answer = await api.get(`/admin/social-comments?${search}`, admin())
      expect([search, answer.status]).toEqual([search, 400])
      expect(answer.data.message).toMatch(message)
    }
  })
})
