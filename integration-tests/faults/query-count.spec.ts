import type { Sandbox, WorldOptions } from "../../platform-sandbox"
import { createSandbox } from "../../platform-sandbox"
import {
  createStoreDatabase,
  type StoreDatabase,
} from "../utils/store-database"
import { openStore, type Store } from "../utils/store-module"
import { type SeedChoice, seedStore } from "../utils/store-world"

jest.setTimeout(120000)

/** Posts are written a hundred at a time. */
const BATCH = 100

/** Plain posts, so many of each platform, of one kind each. */
const world = (perPlatform: number): WorldOptions => ({
  seed: 1,
  plain: true,
  posts: {
    instagram: { FEED: perPlatform },
    facebook: { photo: perPlatform },
    twitter: { post: perPlatform },
    linkedin: { share: perPlatform },
  },
})

interface Counted {
  posts: number
  batches: number
  /** How often each statement was sent, by its text. */
  counts: Map<string, number>
}

describe("queries of a bulk sync", () => {
  let sandbox: Sandbox
  let database: StoreDatabase
  let store: Store
  const statements: string[] = []

  beforeAll(async () => {
    sandbox = await createSandbox()
    database = await createStoreDatabase()
    store = await openStore({
      databaseUrl: database.url,
      sandboxUrl: sandbox.url,
    })
    store.knex.on("query", ({ sql }: { sql: string }) => {
      // The lease is also prolonged by a clock, however many posts there are.
      if (!/^UPDATE social_sync_run SET lease_until/.test(sql)) {
        statements.push(sql)
      }
    })
  })
  afterAll(async () => {
    await store.close()
    await database.drop()
    await sandbox.close()
  })

  /** Syncs that many posts of each platform for the first time. */
  async function queriesOf(
    perPlatform: number,
    choice: SeedChoice = {}
  ): Promise<Counted> {
    sandbox.rebuild(world(perPlatform))
    await database.query("TRUNCATE social_account CASCADE")
    const accounts = await seedStore(store.service, sandbox.world, choice)
    const posts = accounts.length * perPlatform
    statements.length = 0
    const started = await store.service.startSyncRun("bulk", { limit: 1000 })
    const { run_id = "", worker = "" } = started ?? {}
    await store.service.workSyncRun(run_id, worker)
    const counts = new Map<string, number>()
    for (const sql of statements) {
      counts.set(sql, (counts.get(sql) ?? 0) + 1)
    }
    const run = await store.service.retrieveSocialSyncRun(run_id)
    expect(run).toMatchObject({ status: "success", success: posts })
    const batches = accounts.length * Math.ceil(perPlatform / BATCH)
    return { posts, batches, counts }
  }

  it("are the same for 40 posts and for 400", async () => {
    const few = await queriesOf(BATCH / 10)
    const full = await queriesOf(BATCH)
    expect([few.posts, full.posts]).toEqual([40, 400])
    expect(full.counts).toEqual(few.counts)
  })

  it("are sent once per batch, none of them per post", async () => {
    for (const perPlatform of [BATCH, 2 * BATCH, 4 * BATCH]) {
      const { batches, counts } = await queriesOf(perPlatform, {
        platforms: ["twitter"],
      })
      // The start and the end of a run are transactions too.
      const repeated = [...counts].filter(([, count]) => count > batches + 2)
      expect({ perPlatform, repeated }).toEqual({ perPlatform, repeated: [] })
    }
  })
})
