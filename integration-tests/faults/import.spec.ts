import { describePoint, type KillPoint, setTrap } from "../utils/kill-points"
import { readBooks } from "../utils/store-books"
import { startStoreChild } from "../utils/store-child"
import { cloneStoreDatabase, type StoreDatabase } from "../utils/store-database"
import { type SeededStore, seededStore } from "../utils/store-suite"

jest.setTimeout(180000)

const POSTS = 350
const LEASE_SECONDS = 1

/** 350 posts on X are four pages of a hundred, each one call. */
const POINTS: KillPoint[] = [
  { at: "claimed" },
  { at: "call", n: 3 },
  { at: "transaction", n: 2 },
  { at: "commit", n: 1 },
]

interface ImportBooks {
  status: string
  found: number
  created: number
  updated: number
  missing: number
}

describe("an import of 350 posts, killed with -9 and started again", () => {
  let store: SeededStore
  let accountId: string
  beforeAll(async () => {
    store = await seededStore(
      { seed: 1, plain: true, posts: { twitter: { post: POSTS } } },
      { platforms: ["twitter"], posts: () => false }
    )
    store.sandbox.setLatency(5)
    const [account] = await store.database.query<{ id: string }>(
      "SELECT id FROM social_account"
    )
    accountId = account?.id ?? ""
  })
  afterAll(() => store.close())

  const settings = (database: StoreDatabase) => ({
    databaseUrl: database.url,
    sandboxUrl: store.sandbox.url,
    module: { lease_seconds: LEASE_SECONDS },
    scope: { account_id: accountId },
  })

  /** What a whole import leaves, however often its process died. */
  async function expectWhole(database: StoreDatabase) {
    const books = await readBooks(database)
    expect(books).toMatchObject({
      posts: POSTS,
      synced: POSTS,
      claims: 0,
      snapshots: POSTS,
      doubled: 0,
    })
    const imports = await database.query<ImportBooks>(
      `SELECT status, found, created, updated, missing FROM social_import
       WHERE kind = 'full'`
    )
    expect(imports).toEqual([
      {
        status: "success",
        found: POSTS,
        created: POSTS,
        updated: 0,
        missing: 0,
      },
    ])
    const stored = await database.query<{ id: string }>(
      "SELECT platform_post_id AS id FROM social_post"
    )
    const world = store.sandbox.world
      .posts()
      .filter(({ platform }) => platform === "twitter")
    expect(stored.map(({ id }) => id).sort()).toEqual(
      world.map(({ platform_post_id }) => platform_post_id).sort()
    )
  }

  it.each(POINTS)("loses and doubles nothing, at $at $n", async (point) => {
    const database = await cloneStoreDatabase(store.database)
    const victim = startStoreChild("import", settings(database))
    const successor = startStoreChild("resume-imports", settings(database))
    try {
      await Promise.all([victim.until("ready"), successor.until("ready")])
      if (point.at === "claimed") {
        victim.go()
        await victim.until("started")
        victim.kill()
      } else {
        const { sandbox } = store
        const trap = await setTrap(point, { database, sandbox }, () =>
          victim.kill()
        )
        victim.go()
        await Promise.race([
          trap.struck,
          victim.ended.then((code) => {
            if (code !== null) {
              throw new Error(`It ended before ${describePoint(point)}.`)
            }
          }),
        ])
        await trap.remove()
      }
      await victim.ended
      const { posts } = await readBooks(database)
      expect(posts).toBeLessThan(POSTS)
      successor.go()
      await successor.until("done")
      await expectWhole(database)
    } finally {
      victim.kill()
      successor.kill()
      await Promise.all([victim.ended, successor.ended])
      await database.drop()
    }
  })

  it("is done once by two processes that begin together", async () => {
    const database = await cloneStoreDatabase(store.database)
    const both = [1, 2].map(() =>
      startStoreChild("import-due", settings(database))
    )
    try {
      await Promise.all(both.map((child) => child.until("ready")))
      both.forEach((child) => child.go())
      const said = await Promise.all(
        both.map((child) => child.until("imported"))
      )
      expect(said.flatMap(({ kinds }) => kinds)).toEqual(["full"])
      await expectWhole(database)
    } finally {
      await Promise.all(both.map((child) => child.ended))
      await database.drop()
    }
  })
})
