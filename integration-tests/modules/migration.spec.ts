import { createSandbox, type Sandbox } from "../../platform-sandbox"
import {
  oldStore,
  PAGE_WITHOUT_CONFIG,
  writeOldStore,
} from "../utils/old-store"
import { endStoreChildren, startStoreChild } from "../utils/store-child"
import {
  cloneStoreDatabase,
  createStoreDatabase,
  type StoreDatabase,
} from "../utils/store-database"
import { openStore, type Store } from "../utils/store-module"

jest.setTimeout(300000)

const FROM = "old_social.social_post"
const TABLES = [
  "social_account",
  "social_credential",
  "social_post",
  "social_comment",
  "social_post_snapshot",
  "social_setting",
]

describe("moving an old store of 5,000 rows over", () => {
  let sandbox: Sandbox
  let original: StoreDatabase
  let database: StoreDatabase
  let store: Store
  let truth: ReturnType<typeof oldStore>

  const demo = (platform: string) => {
    const account = sandbox.world
      .accounts()
      .find((one) => one.platform === platform && one.demo)
    if (!account) {
      throw new Error(`The sandbox has no ${platform} account.`)
    }
    return account
  }

  beforeAll(async () => {
    sandbox = await createSandbox({ seed: 1, plain: true })
    const [instagram, facebook] = [demo("instagram"), demo("facebook")]
    truth = oldStore(5000, facebook.external_id)
    original = await createStoreDatabase()
    await writeOldStore(original, truth, { instagram, facebook })
  })
  beforeEach(async () => {
    database = await cloneStoreDatabase(original)
    store = await openStore({
      databaseUrl: database.url,
      sandboxUrl: sandbox.url,
    })
  })
  afterEach(async () => {
    await endStoreChildren()
    await store?.close()
    await database?.drop()
  })
  afterAll(async () => {
    await sandbox?.close()
    await original?.drop()
  })

  const migrate = (
    more: Partial<Parameters<Store["service"]["migration"]["migrate"]>[0]> = {}
  ) => store.service.migration.migrate({ from: FROM, dry_run: false, ...more })

  /** Every row of ours but for times of writing and random ids. */
  const dump = async (without: string[] = []) => {
    const found: Record<string, unknown> = {}
    for (const table of TABLES) {
      found[table] = await database.query(
        `SELECT to_jsonb(t) - $1::text[] AS row FROM ${table} t ORDER BY 1`,
        [without]
      )
    }
    return found
  }

  const expectTruth = async () => {
    const posts = await database.query<Record<string, unknown>>(
      `SELECT p.*, (SELECT count(*)::int FROM social_comment c WHERE c.post_id = p.id) AS comments
       FROM social_post p`
    )
    const keyOf = (post: Record<string, unknown>) =>
      `${post.platform} ${post.platform_post_id} ${post.status}`
    const byKey = new Map(posts.map((post) => [keyOf(post), post]))
    expect(posts).toHaveLength(truth.posts.length)
    for (const { insights, ...expected } of truth.posts) {
      const stored = byKey.get(keyOf({ ...expected }))
      expect(stored).toMatchObject({ ...expected })
      const absent = Object.keys(insights).filter(
        (key) => insights[key] === undefined
      )
      const present = Object.fromEntries(
        Object.entries(insights).filter(([key]) => !absent.includes(key))
      )
      // Drafts and posts without an id are many with the same key.
      if (expected.platform_post_id) {
        expect(stored?.insights).toMatchObject(present)
        for (const key of absent) {
          expect(stored?.insights).not.toHaveProperty(key)
        }
      }
    }
  }

  it("tells first what it would do, and does nothing", async () => {
    const before = await dump()
    const calls = sandbox.ledger.entries().length
    const report = await migrate({ dry_run: true })
    expect(report).toMatchObject({
      dry_run: true,
      rows: { total: 5000, read: 5000 },
      posts: {
        created: truth.posts.length,
        matched: 0,
        unchanged: 0,
        split_rows: truth.split_rows,
      },
      problem_counts: truth.problems,
    })
    expect(await dump()).toEqual(before)
    expect(sandbox.ledger.entries().length).toBe(calls)
    expect(JSON.stringify(report)).not.toContain(demo("instagram").access_token)
  })

  it("moves everything that can be used, and says what cannot", async () => {
    const report = await migrate()
    const unusable = Object.values(truth.problems).reduce((a, b) => a + b)
    expect(report.rows).toEqual({
      total: 5000,
      read: 5000,
      usable: 5000 - unusable,
      unusable,
    })
    expect(report.problem_counts).toEqual(truth.problems)
    expect(report.source).toMatchObject({
      table: FROM,
      platforms_table: "old_social.social_platform",
      columns: { caption: "caption", permalink: "post_url" },
      ignored_columns: ["name"],
    })
    await expectTruth()
    const [threads] = await database.query(
      `SELECT count(*)::int AS comments, count(thread_id)::int AS placed FROM social_comment`
    )
    expect(threads?.comments).toBeGreaterThan(0)
    expect(threads?.placed).toBe(threads?.comments)

    const states = Object.fromEntries(
      report.accounts.map((one) => [`${one.old_id} ${one.platform}`, one])
    )
    expect(states).toMatchObject({
      "plat_ig instagram": { state: "connected", token: "plain" },
      "plat_both facebook": { state: "connected", token: "plain" },
      "plat_both instagram": { state: "waiting", token: "none" },
      "plat_x twitter": {
        state: "waiting",
        token: "sealed",
        reason: expect.stringContaining("sealed in a way"),
      },
      "plat_li linkedin": {
        state: "waiting",
        external_id: null,
        reason: expect.stringContaining("--account plat_li:linkedin="),
      },
      "plat_page facebook": {
        state: "waiting",
        external_id: PAGE_WITHOUT_CONFIG,
        reason: expect.stringContaining("does not work"),
      },
      "null instagram": { state: "waiting", external_id: null },
    })
    const accounts = await database.query(
      `SELECT status, count(*)::int AS count FROM social_account GROUP BY 1 ORDER BY 1`
    )
    expect(accounts).toEqual([
      { status: "active", count: 2 },
      { status: "needs_reconnect", count: 5 },
    ])
    const everything = JSON.stringify(await dump())
    for (const secret of [
      demo("instagram").access_token,
      demo("facebook").access_token,
      "EAAwrong-token-of-nobody",
      "sealed-by-somebody",
    ]) {
      expect(everything).not.toContain(secret)
    }
    const groups = await database.query(
      `SELECT count(*)::int AS posts FROM social_post
       WHERE group_id IS NOT NULL GROUP BY group_id`
    )
    expect(groups).toHaveLength(truth.split_rows)
    expect(groups.every(({ posts }) => posts === 2)).toBe(true)
  })

  it("changes nothing the second time", async () => {
    await migrate()
    const before = await dump(["updated_at"])
    const report = await migrate()
    expect(report.posts).toMatchObject({
      created: 0,
      completed: 0,
      unchanged: truth.posts.length,
    })
    expect(await dump(["updated_at"])).toEqual(before)
  })

  it("goes on after it was killed in the middle", async () => {
    const child = startStoreChild("migrate", {
      databaseUrl: database.url,
      sandboxUrl: sandbox.url,
      scope: { from: FROM },
    })
    await child.until("ready")
    child.go()
    await child.until("progress")
    child.kill()
    await child.ended
    const [half] = await database.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM social_post`
    )
    expect(half?.count).toBeGreaterThan(0)
    expect(half?.count).toBeLessThan(truth.posts.length)

    const { posts } = await migrate()
    expect(posts.created + posts.unchanged).toBe(truth.posts.length)
    expect(posts.unchanged).toBe(half?.count)
    await expectTruth()
  })

  it("moves posts over when it becomes known whose they are", async () => {
    await migrate()
    const organization = "urn:li:organization:4711"
    const waiting = async () =>
      database.query(
        `SELECT external_id, count(p.id)::int AS posts
         FROM social_account a JOIN social_post p ON p.account_id = a.id
         WHERE a.platform = 'linkedin' GROUP BY 1`
      )
    const [before] = await waiting()
    expect(before).toMatchObject({ external_id: "unknown:plat_li:linkedin" })
    await database.query(
      `INSERT INTO social_account (id, platform, external_id, status)
       VALUES ('sacc_mine', 'linkedin', $1, 'active')`,
      [organization]
    )
    await migrate({ accounts: { "plat_li:linkedin": organization } })
    expect(await waiting()).toEqual([
      { external_id: organization, posts: before?.posts },
    ])
    const after = await dump(["updated_at"])
    await migrate()
    expect(await dump(["updated_at"])).toEqual(after)
  })

  it("keeps what was read here since", async () => {
    const [row] = truth.posts
    await database.query(
      `INSERT INTO social_account (id, platform, external_id, status)
       VALUES ('sacc_ig', 'instagram', $1, 'active')`,
      [demo("instagram").external_id]
    )
    await database.query(
      `INSERT INTO social_post (id, platform, account_id, platform_post_id, origin, status, insights)
       VALUES ('spost_mine', 'instagram', 'sacc_ig', $1, 'imported', 'posted', '{"likes": 999}')`,
      [row?.platform_post_id]
    )
    const { posts } = await migrate()
    expect(posts).toMatchObject({ matched: 1, completed: 1 })
    const [mine] = await database.query(
      `SELECT insights FROM social_post WHERE id = 'spost_mine'`
    )
    expect(mine?.insights).toMatchObject({ likes: 999, engagement_score: 7.5 })
  })

  it("refuses what is no old store", async () => {
    await expect(migrate({ from: "social_post" })).rejects.toThrow(
      /this plugin's own table/
    )
    await expect(migrate({ from: "nothing" })).rejects.toThrow(
      /no table or module "nothing"/
    )
    await expect(
      migrate({ from: "old_social.social_platform" })
    ).rejects.toThrow(/no table of posts/)
    await expect(migrate({ columns: { caption: "words" } })).rejects.toThrow(
      /no column "words"/
    )
  })
})
