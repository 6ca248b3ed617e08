import { createSandbox, type Sandbox } from "../../../../platform-sandbox"
import {
  collect,
  errorOf,
  storedPost,
  testCall,
} from "../../../platform-kit/meta-graph/__tests__/support"
import { InstagramPlatform } from "../platform"

jest.setTimeout(30000)

describe("Instagram comments and accounts against the sandbox", () => {
  let sandbox: Sandbox
  let platform: InstagramPlatform

  beforeAll(async () => {
    sandbox = await createSandbox({ seed: 7 })
    platform = new InstagramPlatform(
      {},
      {
        base_url: `${sandbox.url}/graph.instagram.com`,
        facebook_base_url: `${sandbox.url}/graph.facebook.com`,
        retry_base_ms: 1,
      }
    )
  })
  beforeEach(() => sandbox.rebuild({ seed: 7 }))
  afterAll(() => sandbox.close())

  const accounts = () =>
    sandbox.world
      .accounts()
      .filter((account) => account.platform === "instagram")
  const accountOf = (
    wanted: (account: ReturnType<typeof accounts>[number]) => boolean
  ) => {
    const account = accounts().find(wanted)
    if (!account) {
      throw new Error("no such account")
    }
    return account
  }
  const plain = (login: string) =>
    accountOf(
      ({ settings, traits }) => settings.login === login && traits.length === 0
    )
  const callFor = (account: ReturnType<typeof accountOf>) =>
    testCall(
      {
        external_id: account.external_id,
        settings: account.settings,
        access_token: account.access_token,
      },
      { now: () => sandbox.clock.now() }
    )
  const requestsOf = (account: ReturnType<typeof accountOf>, limit = 1000) =>
    sandbox.world
      .posts()
      .filter(
        ({ account_external_id, traits }) =>
          account_external_id === account.external_id &&
          !traits.some((trait) => ["deleted", "expires_gone"].includes(trait))
      )
      .map((post) => ({ post: storedPost(post), since: null, limit }))
  const totalOf = (id: string) =>
    sandbox.world.named("instagram")?.truth(id)?.comments_count

  it("reads first pages of 50 posts in one call and pages on", async () => {
    const account = plain("instagram")
    const requests = requestsOf(account)
    const call = callFor(account)
    const pages = await collect(platform.fetchComments(call, requests))
    const together = call.calls.filter((name) => name === "GET /?ids")
    expect(together).toHaveLength(Math.ceil(requests.length / 50))
    for (const { post } of requests) {
      const own = pages.filter((page) => page.post.id === post.id)
      const comments = own.flatMap((page) => page.comments)
      expect(own.length).toBeGreaterThan(0)
      expect(own.every(({ problem, capped }) => !problem && !capped)).toBe(true)
      expect(new Set(comments.map(({ id }) => id)).size).toBe(comments.length)
      expect(comments).toHaveLength(Number(totalOf(post.platform_post_id)))
    }
    const all = pages.flatMap(({ comments }) => comments)
    const replies = all.filter(({ parent_id }) => parent_id !== null)
    const ids = new Set(all.map(({ id }) => id))
    expect(replies.length).toBeGreaterThan(5)
    expect(replies.every(({ parent_id }) => ids.has(parent_id ?? ""))).toBe(
      true
    )
    expect(all[0]?.author_name).toMatch(/^user_/)
    expect(all[0]?.created_at).toBeInstanceOf(Date)
  })

  const busiest = (account: ReturnType<typeof accountOf>) => {
    const post = sandbox.world
      .posts()
      .find(
        ({ account_external_id, traits }) =>
          account_external_id === account.external_id &&
          traits.includes("many_comments")
      )
    if (!post) {
      throw new Error("no busy post")
    }
    return storedPost(post)
  }

  it("stops at the limit and says that there is more", async () => {
    const account = plain("instagram")
    const call = callFor(account)
    const request = { post: busiest(account), since: null, limit: 60 }
    const pages = await collect(platform.fetchComments(call, [request]))
    expect(pages.flatMap(({ comments }) => comments)).toHaveLength(60)
    expect(pages.map(({ capped }) => capped).at(-1)).toBe(true)
    expect(call.calls.length).toBeLessThanOrEqual(2)
  })

  it("stops at what is known already", async () => {
    const account = plain("instagram")
    const post = busiest(account)
    const [first] = await collect(
      platform.fetchComments(callFor(account), [
        { post, since: null, limit: 5 },
      ])
    )
    const since = first?.comments[0]?.created_at ?? null
    const call = callFor(account)
    const pages = await collect(
      platform.fetchComments(call, [{ post, since, limit: 1000 }])
    )
    expect(call.calls).toHaveLength(1)
    expect(pages).toHaveLength(1)
    expect(pages[0]?.capped).toBe(false)
  })

  it("knows no authors without the permission, and says denied when refused", async () => {
    const account = accountOf(({ traits }) =>
      traits.includes("no_comments_permission")
    )
    const requests = requestsOf(account)
    const open = await collect(
      platform.fetchComments(callFor(account), requests)
    )
    const comments = open.flatMap((page) => page.comments)
    expect(comments.length).toBeGreaterThan(0)
    expect(
      comments.every(
        ({ author_name, author_id }) =>
          author_name === null && author_id === null
      )
    ).toBe(true)

    const error = {
      message: "Application does not have permission for this action",
      type: "IGApiException",
      code: 10,
    }
    sandbox.faults.add({ kind: "status", status: 400, body: { error } })
    const call = callFor(account)
    const refused = await collect(platform.fetchComments(call, requests))
    expect(call.calls).toHaveLength(1)
    expect(refused).toHaveLength(requests.length)
    for (const { problem } of refused) {
      expect(problem).toMatchObject({
        kind: "permission",
        missing_scope: "instagram_business_manage_comments",
      })
    }
  })

  it.each(["instagram", "facebook"])(
    "isolates a deleted post (%s login)",
    async (login) => {
      const account = plain(login)
      const posts = sandbox.world
        .posts()
        .filter(
          ({ account_external_id, traits }) =>
            account_external_id === account.external_id &&
            !traits.includes("many_comments")
        )
      const requests = posts.map((post) => ({
        post: storedPost(post),
        since: null,
        limit: 5,
      }))
      const call = callFor(account)
      const pages = await collect(platform.fetchComments(call, requests))
      const gone = pages.filter(({ problem }) => problem?.kind === "gone")
      const expected = posts.filter(
        ({ traits }) =>
          traits.includes("deleted") || traits.includes("expires_gone")
      )
      expect(gone.map(({ post }) => post.platform_post_id).sort()).toEqual(
        expected.map(({ platform_post_id }) => platform_post_id).sort()
      )
      expect(new Set(pages.map(({ post }) => post.id)).size).toBe(posts.length)
    }
  )

  const describeAs = (
    account: ReturnType<typeof accountOf>,
    external_id = account.external_id,
    login = account.settings.login
  ) => {
    const { account: _account, depth: _depth, ...call } = callFor(account)
    return platform.describeAccount(
      { external_id, access_token: account.access_token, settings: { login } },
      call
    )
  }

  it.each(["instagram", "facebook"])(
    "describes an account of the %s login",
    async (login) => {
      const account = plain(login)
      expect(await describeAs(account)).toMatchObject({
        external_id: account.external_id,
        username: account.username,
        display_name: account.display_name,
        avatar_url: expect.stringMatching(/^https/),
        followers_count: expect.any(Number),
        scopes: null,
      })
    }
  )

  it("says which id is right when another one was pasted", async () => {
    const account = plain("instagram")
    const other = await errorOf(() => describeAs(account, "17841000000000009"))
    expect(other).toMatchObject({ kind: "invalid", code: "wrong_account" })
    expect(other.message).toContain(account.external_id)
    const me = (await (
      await fetch(`${sandbox.url}/graph.instagram.com/v26.0/me?fields=id`, {
        headers: { authorization: `Bearer ${account.access_token}` },
      })
    ).json()) as { id?: string; data?: { id: string }[] }
    const scoped = me.id ?? me.data?.[0]?.id ?? ""
    const pasted = await errorOf(() => describeAs(account, scoped))
    expect(pasted.message).toContain("inside the app")
    expect(pasted.message).toContain(account.external_id)
    const linked = await errorOf(() =>
      describeAs(plain("facebook"), "17841000000000009")
    )
    expect(linked).toMatchObject({ kind: "invalid", code: "wrong_account" })
  })

  it("tells a token of the other login", async () => {
    const error = await errorOf(() =>
      describeAs(plain("instagram"), undefined, "facebook")
    )
    expect(error).toMatchObject({ kind: "auth", code: "190/wrong_host" })
    expect(error.message).toContain("login")
  })
})
