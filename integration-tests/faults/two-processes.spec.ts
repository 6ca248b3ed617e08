import { readBooks } from "../utils/store-books"
import { startStoreChild } from "../utils/store-child"
import { cloneStoreDatabase, type StoreDatabase } from "../utils/store-database"
import {
  FOUR_HUNDRED,
  type SeededStore,
  seededStore,
} from "../utils/store-suite"
import { fetchesOf } from "../utils/store-fetches"

jest.setTimeout(120000)

describe("two processes that want the same 400 posts at the same moment", () => {
  let store: SeededStore
  let database: StoreDatabase
  beforeAll(async () => {
    store = await seededStore(FOUR_HUNDRED)
    store.sandbox.setLatency(20)
  })
  beforeEach(async () => {
    store.sandbox.ledger.reset()
    database = await cloneStoreDatabase(store.database)
  })
  afterEach(() => database.drop())
  afterAll(() => store.close())

  /** Boots both, lets both go, waits for both. */
  async function race(scopes: Record<string, unknown>[]) {
    const children = scopes.map((scope) =>
      startStoreChild("sync", {
        databaseUrl: database.url,
        sandboxUrl: store.sandbox.url,
        module: { comments_per_sync: 0 },
        scope,
      })
    )
    await Promise.all(children.map((child) => child.until("ready")))
    children.forEach((child) => child.go())
    await Promise.all(children.map((child) => child.until("done")))
    return children
  }

  it.each([
    ["in bulk", { limit: 1000 }],
    ["daily, in pages", { max_age_days: 365 }],
    ["forced", { limit: 1000, force: true }],
  ])("fetches each post once: %s", async (_name, scope) => {
    await race([scope, scope])
    const { sandbox, posts } = store
    const wanted = sandbox.world.posts().map((post) => post.platform_post_id)
    const fetches = fetchesOf(sandbox.ledger.entries())
    for (const question of Object.keys(fetches)) {
      const twice = fetches[question]?.filter(
        (id, place, all) => all.indexOf(id) !== place
      )
      expect({ question, twice }).toEqual({ question, twice: [] })
    }
    const fetched = new Set(Object.values(fetches).flat())
    expect(wanted.filter((id) => !fetched.has(id)).length).toBe(
      wanted.length - posts
    )

    const books = await readBooks(database)
    expect(books).toMatchObject({
      posts,
      synced: posts,
      snapshots: posts,
      doubled: 0,
      claims: 0,
    })
    const successes = books.runs.map(({ success }) => success)
    expect(successes.reduce((sum, part) => sum + part, 0)).toBe(posts)
    for (const { total, success, failed, skipped } of books.runs) {
      expect(success + failed + skipped).toBe(total)
    }
  })

  it("shares the work when each wants half of it", async () => {
    await race([{ platform: "twitter" }, { platform: "instagram" }])
    const { runs } = await readBooks(database)
    expect(runs.map(({ total, success }) => [total, success])).toEqual([
      [100, 100],
      [100, 100],
    ])
  })
})
