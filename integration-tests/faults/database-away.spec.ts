import { setTimeout as wait } from "node:timers/promises"
import { openDatabaseLink } from "../utils/database-link"
import { trapOnCall } from "../utils/kill-points"
import { readBooks } from "../utils/store-books"
import { startStoreChild } from "../utils/store-child"
import { cloneStoreDatabase, type StoreDatabase } from "../utils/store-database"
import {
  FOUR_HUNDRED,
  type SeededStore,
  seededStore,
} from "../utils/store-suite"

jest.setTimeout(120000)

const AWAY_MS = 5000

describe("the database goes away for five seconds in the middle of a run", () => {
  let store: SeededStore
  let database: StoreDatabase
  beforeAll(async () => {
    store = await seededStore(FOUR_HUNDRED)
    store.sandbox.setLatency(20)
  })
  beforeEach(async () => {
    database = await cloneStoreDatabase(store.database)
  })
  afterEach(() => database.drop())
  afterAll(() => store.close())

  /** A sync; `goAway` runs when half of its calls have been made. */
  async function syncWhile(
    databaseUrl: string,
    goAway: () => Promise<void>
  ): Promise<void> {
    const { sandbox } = store
    const child = startStoreChild("sync", {
      databaseUrl,
      sandboxUrl: sandbox.url,
    })
    await child.until("ready")
    let away = Promise.resolve()
    const trap = trapOnCall(5, sandbox, () => {
      away = goAway()
    })
    child.go()
    await trap.struck
    await trap.remove()
    await away
    const back = new Date()
    await child.until("done")
    const [run] = await database.query<{ finished_at: Date }>(
      "SELECT finished_at FROM social_sync_run"
    )
    // Else it went away when all was done, and nothing was proved.
    expect(run?.finished_at.getTime()).toBeGreaterThan(back.getTime())
  }

  async function expectWholeRun(): Promise<void> {
    const { posts } = store
    const books = await readBooks(database)
    expect(books).toMatchObject({
      posts,
      synced: posts,
      snapshots: posts,
      doubled: 0,
      claims: 0,
      runs: [{ status: "success", total: posts, success: posts }],
    })
    const [comments] = await database.query<{ twice: number }>(
      `SELECT count(*)::int AS twice FROM (
         SELECT 1 FROM social_comment
         GROUP BY post_id, platform_comment_id HAVING count(*) > 1
       ) doubled`
    )
    expect(comments).toEqual({ twice: 0 })
  }

  it("waits for a server that refuses connections, then goes on", async () => {
    const link = await openDatabaseLink(database.url)
    await syncWhile(link.url, async () => {
      await link.pull()
      await wait(AWAY_MS)
      await link.plug()
    })
    await link.close()
    await expectWholeRun()
  })

  it("waits for a database that takes no connections, then goes on", async () => {
    const { name, administer } = database
    await syncWhile(database.url, async () => {
      await administer(`ALTER DATABASE ${name} ALLOW_CONNECTIONS false`)
      await administer(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE datname = '${name}'`
      )
      await wait(AWAY_MS)
      await administer(`ALTER DATABASE ${name} ALLOW_CONNECTIONS true`)
    })
    await expectWholeRun()
  })
})
