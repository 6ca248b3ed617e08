import {
  createSandbox,
  type Sandbox,
  type WorldAccount,
  type WorldPost,
} from "../../../platform-sandbox"
import {
  type AbstractSocialPlatform,
  CallBudget,
  CURSOR_EXPIRED,
  type ListedPost,
  MetricVerdicts,
  type PlatformCall,
  type PostListPage,
  type PostListRequest,
} from "../../platform-kit"
import { LISTING_SUBJECTS } from "./listing-subjects"

/*
 * What must hold for every platform whose posts can be listed. The platforms
 * stand in `listing-subjects.ts`.
 */
const NOW = "2026-11-15T12:00:00.000Z"

jest.setTimeout(60_000)

describe.each(
  LISTING_SUBJECTS.map((subject) => [subject.name, subject] as const)
)("the list of posts: %s", (_, subject) => {
  let sandbox: Sandbox
  let platform: AbstractSocialPlatform
  let calls: string[]

  beforeAll(async () => {
    sandbox = await createSandbox({ seed: 7, now: NOW })
  })
  beforeEach(() => {
    // Numbers grow with the clock, which stands still while they are compared.
    jest.spyOn(Date, "now").mockReturnValue(Date.parse(NOW))
    sandbox.rebuild({ seed: 7, now: NOW, plain: true, posts: subject.posts })
    platform = subject.create(sandbox.url, { retry_base_ms: 1 })
    calls = []
  })
  afterEach(() => jest.restoreAllMocks())
  afterAll(async () => sandbox.close())

  const account = (trait?: string): WorldAccount => {
    const found = sandbox.world
      .accounts()
      .find(
        (one) =>
          one.platform === subject.name &&
          (trait ? one.traits.includes(trait) : one.demo) &&
          (trait ||
            Object.entries(subject.settings).every(
              ([key, value]) => one.settings[key] === value
            ))
      )
    if (!found) {
      throw new Error(`No ${subject.name} account with ${trait}`)
    }
    return found
  }

  /** What is to be listed, newest first. */
  const postsOf = (owner: WorldAccount): WorldPost[] =>
    sandbox.world
      .posts()
      .filter((post) => post.account_external_id === owner.external_id)
      .sort((a, b) => (a.posted_at < b.posted_at ? 1 : -1))

  const idsOf = (posts: readonly { platform_post_id: string }[]) =>
    [...new Set(posts.map((post) => post.platform_post_id))].sort()

  const callFor = (owner: WorldAccount): PlatformCall => ({
    account: {
      id: "sacc_1",
      external_id: owner.external_id,
      username: owner.username,
      scopes: null,
      settings: owner.settings,
      access_token: owner.access_token,
    },
    depth: "bulk",
    budget: new CallBudget({ sleep: async () => undefined }),
    verdicts: new MetricVerdicts(subject.name, () => new Date(NOW)),
    now: () => new Date(NOW),
    onCall: (endpoint) => calls.push(endpoint),
  })

  const everything: PostListRequest = { since: null, cursor: null }

  const walk = async (
    owner: WorldAccount,
    request: Partial<PostListRequest> = {},
    afterPage: (page: PostListPage, number: number) => void = () => undefined
  ): Promise<PostListPage[]> => {
    const pages: PostListPage[] = []
    const all = platform.listPosts(callFor(owner), {
      ...everything,
      ...request,
    })
    for await (const page of all) {
      pages.push(page)
      afterPage(page, pages.length)
    }
    return pages
  }

  const postsIn = (pages: readonly PostListPage[]): ListedPost[] =>
    pages.flatMap(({ posts }) => posts)

  const set = (change: Record<string, unknown>) => {
    if (!sandbox.world.named(subject.name)?.set(change)) {
      throw new Error(`The sandbox knows no ${JSON.stringify(change)}`)
    }
  }

  const firstPage = async (owner: WorldAccount): Promise<PostListPage> => {
    for await (const page of platform.listPosts(callFor(owner), everything)) {
      return page
    }
    throw new Error("no page")
  }

  const cursorOf = ({ next_cursor }: PostListPage): string => {
    if (next_cursor === null) {
      throw new Error("The list of the world has one page only.")
    }
    return next_cursor
  }

  it("can be asked for", () => {
    expect(platform.profile.abilities.list_posts).toBe(true)
  })

  it("holds every post, and ends with its last page", async () => {
    const owner = account()
    const pages = await walk(owner)
    expect(idsOf(postsIn(pages))).toEqual(idsOf(postsOf(owner)))
    expect(pages.length).toBeGreaterThan(2)
    const cursors = pages.map(({ next_cursor }) => next_cursor)
    expect(cursors.pop()).toBeNull()
    expect(cursors).not.toContain(null)
  })

  it("begins with the newest and goes back", async () => {
    const owner = account()
    const first: string[] = []
    for (const { platform_post_id: id } of postsIn(await walk(owner))) {
      if (!first.includes(id)) {
        first.push(id)
      }
    }
    expect(first).toEqual(
      postsOf(owner).map(({ platform_post_id }) => platform_post_id)
    )
  })

  it("says of a post what it is, under the id that is stored", async () => {
    const owner = account()
    const listed = new Map(
      postsIn(await walk(owner)).map((post) => [post.platform_post_id, post])
    )
    for (const post of postsOf(owner)) {
      const id = post.platform_post_id
      const { details, mentions } = listed.get(id) as ListedPost
      expect(platform.parsePostId(id, owner.external_id)).toBe(id)
      expect(details.posted_at?.toISOString()).toBe(
        new Date(post.posted_at).toISOString()
      )
      expect(details.caption ?? "").toBe(post.caption)
      expect(details.permalink).toBe(post.permalink)
      const tags = post.caption.match(/#\w+/g) ?? []
      expect(details.hashtags ?? []).toEqual(tags.map((tag) => tag.slice(1)))
      const names = post.caption.match(/@[\w.]*\w/g) ?? []
      expect(mentions ?? []).toEqual(names.map((name) => name.slice(1)))
    }
  })

  it("brings the numbers of every post, unknown ones with a reason", async () => {
    const owner = account()
    const readings = new Map(
      postsIn(await walk(owner)).flatMap(({ platform_post_id, reading }) =>
        reading ? [[platform_post_id, reading] as const] : []
      )
    )
    expect([...readings.keys()].sort()).toEqual(idsOf(postsOf(owner)))
    for (const { metrics, unavailable } of readings.values()) {
      expect(typeof metrics.likes).toBe("number")
      for (const [metric, value] of Object.entries(metrics)) {
        expect(metric in unavailable).toBe(value === null)
      }
    }
  })

  it("stops where posts are too old, before the end of the list", async () => {
    const owner = account()
    const all = postsOf(owner)
    const since = new Date(all[19]?.posted_at as string)
    const pages = await walk(owner, { since })
    expect(idsOf(postsIn(pages))).toEqual(idsOf(all.slice(0, 20)))
    expect(pages.at(-1)?.next_cursor).toBeNull()
    const some = calls.length
    calls = []
    await walk(owner)
    expect(some).toBeLessThan(calls.length)
  })

  it("holds nothing when no post is new enough", async () => {
    const pages = await walk(account(), { since: new Date(NOW) })
    expect(postsIn(pages)).toEqual([])
    expect(pages.at(-1)?.next_cursor).toBeNull()
  })

  it("goes on at a cursor with the rest", async () => {
    const owner = account()
    const first = await firstPage(owner)
    const rest = await walk(owner, { cursor: cursorOf(first) })
    expect(idsOf([...first.posts, ...postsIn(rest)])).toEqual(
      idsOf(postsOf(owner))
    )
    const again = postsIn(rest).filter(({ platform_post_id: id }) =>
      first.posts.some((post) => post.platform_post_id === id)
    )
    expect(again).toEqual([])
  })

  it("loses nothing when posts are deleted while it is walked", async () => {
    const owner = account()
    const all = postsOf(owner)
    const gone = all.at(-1)?.platform_post_id as string
    let last = ""
    const pages = await walk(owner, {}, ({ posts }, number) => {
      if (number === 1) {
        // The one that the next page hangs on, and one that was to come.
        last = all[posts.length - 1]?.platform_post_id as string
        set({ post: last, deleted: true })
        set({ post: gone, deleted: true })
      }
    })
    const wanted = idsOf(all).filter((id) => id !== gone)
    const found = idsOf(postsIn(pages))
    expect(wanted.filter((id) => !found.includes(id))).toEqual([])
    expect(found).not.toContain(gone)
  })

  it("loses nothing when posts appear while it is walked", async () => {
    const owner = account()
    const before = idsOf(postsOf(owner))
    const pages = await walk(owner, {}, () =>
      set(subject.publish(owner.external_id))
    )
    const found = idsOf(postsIn(pages))
    expect(before.filter((id) => !found.includes(id))).toEqual([])
    expect(postsOf(owner).length).toBeGreaterThan(before.length)
  })

  it("stops at a dead token and says to reconnect", async () => {
    sandbox.rebuild({ seed: 7, now: NOW })
    const owner = account(subject.deadToken)
    await expect(walk(owner)).rejects.toMatchObject({
      kind: "auth",
      scope: "account",
      message: expect.stringMatching(/reconnect/i),
    })
  })

  it("does not take trouble of the platform for the end", async () => {
    const owner = account()
    const first = await firstPage(owner)
    sandbox.faults.add({
      kind: "status",
      host: subject.host,
      status: 503,
      body: {},
    })
    await expect(
      walk(owner, { cursor: cursorOf(first) })
    ).rejects.toMatchObject({ kind: "transient" })
  })

  it("keeps the token out of its pages and cursors", async () => {
    const owner = account()
    const text = JSON.stringify(await walk(owner))
    expect(text).not.toContain(owner.access_token)
  })

  const odd = (change: unknown) => (change ? it : it.skip)

  odd(subject.repeats)("copes with posts that are repeated", async () => {
    const owner = account()
    set(subject.repeats?.(owner.external_id) ?? {})
    const pages = await walk(owner)
    expect(idsOf(postsIn(pages))).toEqual(idsOf(postsOf(owner)))
    const read = postsIn(pages).filter(({ reading }) => reading)
    expect(idsOf(read)).toHaveLength(read.length)
  })

  odd(subject.emptyPages)("goes on behind an empty page", async () => {
    const owner = account()
    set(subject.emptyPages?.(owner.external_id) ?? {})
    const pages = await walk(owner)
    expect(idsOf(postsIn(pages))).toEqual(idsOf(postsOf(owner)))
    expect(
      pages.some(({ posts, next_cursor }) => !posts.length && next_cursor)
    ).toBe(true)
  })

  odd(subject.expire)("says that a cursor has expired", async () => {
    const owner = account()
    const cursor = cursorOf(await firstPage(owner))
    set(subject.expire?.(owner.external_id) ?? {})
    const expired = { kind: "invalid", code: CURSOR_EXPIRED }
    await expect(walk(owner, { cursor })).rejects.toMatchObject(expired)
    await expect(walk(owner, { cursor: "nonsense" })).rejects.toMatchObject(
      expired
    )
    expect(idsOf(postsIn(await walk(owner)))).toEqual(idsOf(postsOf(owner)))
  })
})
