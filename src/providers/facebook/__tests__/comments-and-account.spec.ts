import { createSandbox, type Sandbox } from "../../../../platform-sandbox"
import {
  collect,
  errorOf,
  storedPost,
  testCall,
} from "../../../platform-kit/meta-graph/__tests__/support"
import { FacebookPlatform } from "../platform"

jest.setTimeout(30000)

describe("Facebook comments and Pages against the sandbox", () => {
  let sandbox: Sandbox
  let platform: FacebookPlatform

  beforeAll(async () => {
    sandbox = await createSandbox({ seed: 7 })
    platform = new FacebookPlatform(
      {},
      { base_url: `${sandbox.url}/graph.facebook.com`, retry_base_ms: 1 }
    )
  })
  beforeEach(() => sandbox.rebuild({ seed: 7 }))
  afterAll(() => sandbox.close())

  const pageOf = (trait?: string) => {
    const page = sandbox.world
      .accounts()
      .find(
        ({ platform: name, traits }) =>
          name === "facebook" &&
          (trait ? traits.includes(trait) : traits.length === 0)
      )
    if (!page) {
      throw new Error(`no Page ${trait}`)
    }
    return page
  }
  const callFor = (page: ReturnType<typeof pageOf>) =>
    testCall(
      { external_id: page.external_id, access_token: page.access_token },
      { now: () => sandbox.clock.now() }
    )
  const postsOf = (page: ReturnType<typeof pageOf>) =>
    sandbox.world
      .posts()
      .filter(
        ({ account_external_id }) => account_external_id === page.external_id
      )

  it("reads comments of all levels, newest first, page by page", async () => {
    const page = pageOf()
    const requests = postsOf(page)
      .filter(
        ({ traits }) => !traits.some((trait) => trait.startsWith("deleted"))
      )
      .map((post) => ({ post: storedPost(post), since: null, limit: 1000 }))
    const call = callFor(page)
    const pages = await collect(platform.fetchComments(call, requests))
    expect(pages.every(({ problem, capped }) => !problem && !capped)).toBe(true)
    expect(new Set(pages.map(({ post }) => post.id)).size).toBe(requests.length)
    const together = call.calls.filter((name) => name === "GET /?ids")
    expect(together).toHaveLength(Math.ceil(requests.length / 50))
    const all = pages.flatMap(({ comments }) => comments)
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
    expect(all.some(({ parent_id }) => parent_id !== null)).toBe(true)
    expect(all.some(({ author_name }) => author_name === null)).toBe(true)
    const [busy] = [...pages].sort(
      (a, b) => b.comments.length - a.comments.length
    )
    const times =
      busy?.comments.map(({ created_at }) => created_at?.getTime() ?? 0) ?? []
    expect(times.length).toBeGreaterThan(50)
    expect(times).toEqual([...times].sort((a, b) => b - a))
  })

  it("says which permission is missing, asked once", async () => {
    const page = pageOf("no_user_content_permission")
    const requests = postsOf(page).map((post) => ({
      post: storedPost(post),
      since: null,
      limit: 10,
    }))
    const call = callFor(page)
    const pages = await collect(platform.fetchComments(call, requests))
    expect(call.calls).toHaveLength(1)
    expect(pages).toHaveLength(requests.length)
    for (const { comments, problem } of pages) {
      expect(comments).toEqual([])
      expect(problem).toMatchObject({
        kind: "permission",
        missing_scope: "pages_read_user_content",
      })
    }
  })

  it("takes smaller pages of a post that is too much at once", async () => {
    const page = pageOf()
    const post = postsOf(page).find(({ traits }) =>
      traits.includes("many_comments")
    )
    if (!post) {
      throw new Error("no busy post")
    }
    const error = {
      message: "Please reduce the amount of data you're asking for",
      code: 1,
    }
    sandbox.faults.add({
      kind: "status",
      status: 500,
      match: "ids=",
      body: { error },
    })
    const call = callFor(page)
    const pages = await collect(
      platform.fetchComments(call, [
        { post: storedPost(post), since: null, limit: 30 },
      ])
    )
    expect(pages.flatMap(({ comments }) => comments)).toHaveLength(30)
    expect(call.calls).toEqual([
      "GET /?ids",
      "GET /{id}/comments",
      "GET /{id}/comments",
      "GET /{id}/comments",
    ])
  })

  const describeAs = (
    page: ReturnType<typeof pageOf>,
    external_id: string,
    token = page.access_token
  ) => {
    const { account: _account, depth: _depth, ...call } = callFor(page)
    return platform.describeAccount(
      { external_id, access_token: token, settings: {} },
      call
    )
  }

  it("describes a Page by its own token only", async () => {
    const page = pageOf()
    expect(await describeAs(page, page.external_id)).toMatchObject({
      external_id: page.external_id,
      username: page.username,
      display_name: page.display_name,
      account_type: "page",
      avatar_url: expect.stringMatching(/^https/),
      followers_count: expect.any(Number),
    })
    const other = await errorOf(() => describeAs(page, "12345"))
    expect(other).toMatchObject({ kind: "invalid", code: "wrong_account" })
    const person = sandbox.world
      .accounts()
      .find(
        ({ platform: name, settings }) =>
          name === "instagram" && settings.login === "facebook"
      )
    const error = await errorOf(() =>
      describeAs(page, page.external_id, person?.access_token)
    )
    expect(error).toMatchObject({ kind: "invalid", code: "wrong_account" })
    expect(error.message).toContain("Page access token")
    expect(error.message).not.toContain(person?.access_token)
  })

  it("reads the Page itself where nobody is told to be behind the token", async () => {
    const page = pageOf()
    sandbox.faults.add({
      kind: "status",
      match: "/me\\?",
      status: 400,
      body: { error: { message: "Unknown path components: /me", code: 2500 } },
    })
    expect(await describeAs(page, page.external_id)).toMatchObject({
      display_name: page.display_name,
    })
    const unknown = await errorOf(() => describeAs(page, "12345"))
    expect(unknown.kind).not.toBe("transient")
    sandbox.faults.clear()
  })

  it("names the permission without which a Page cannot be read", async () => {
    const page = pageOf()
    expect(
      sandbox.world
        .named("facebook")
        ?.set({ account: page.external_id, scopes: ["pages_show_list"] })
    ).toBe(true)
    const error = await errorOf(() => describeAs(page, page.external_id))
    expect(error).toMatchObject({
      kind: "permission",
      scope: "account",
      missing_scope: "pages_read_engagement",
    })
    expect(error.message).not.toContain("Post not found")
  })

  it("says why a token cannot be connected", async () => {
    const page = pageOf("expired_token")
    const error = await errorOf(() => describeAs(page, page.external_id))
    expect(error).toMatchObject({ kind: "auth", code: "190/463" })
  })
})
