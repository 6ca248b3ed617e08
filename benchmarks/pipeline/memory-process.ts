import { createStoreDatabase } from "../../integration-tests/utils/store-database"
import { openStore } from "../../integration-tests/utils/store-module"
import { installRecordedEdge } from "./recorded-edge"
import { addPosts, connectRecorded } from "./seed"
import { syncWhole } from "./throughput"

/**
 * Prints by how many megabytes this process grows at most while it syncs so
 * many posts: `node --expose-gc … memory-process.ts 100000`. Before each look
 * the garbage is collected: what Node only has not got round to freeing is no
 * growth.
 */
const WARM_UP = 2000
const SAMPLE_MS = 200
const MB = 1024 * 1024

async function main(): Promise<void> {
  const posts = Number(process.argv[2])
  const edge = await installRecordedEdge()
  const database = await createStoreDatabase()
  const store = await openStore({
    databaseUrl: database.url,
    sandboxUrl: "http://127.0.0.1",
    module: { comments_per_sync: 0 },
  })
  const account = await connectRecorded(store, edge)
  // Loads and compiles everything a sync needs.
  await addPosts(database, account, WARM_UP, "warm")
  await syncWhole(store, WARM_UP)
  await addPosts(database, account, posts, "measured")

  const start = held()
  const peak = { ...start }
  const look = () => {
    const now = held()
    peak.rss = Math.max(peak.rss, now.rss)
    peak.live = Math.max(peak.live, now.live)
  }
  const sampler = setInterval(look, SAMPLE_MS)
  await syncWhole(store, posts)
  clearInterval(sampler)
  look()

  await store.close()
  await database.drop()
  await edge.close()
  process.stdout.write(
    `${JSON.stringify({
      rss: (peak.rss - start.rss) / MB,
      live: (peak.live - start.live) / MB,
    })}\n`
  )
}

/** Resident memory, and what of it is in use: the rest could hide a growth. */
function held(): { rss: number; live: number } {
  global.gc?.()
  const { rss, heapUsed, external } = process.memoryUsage()
  return { rss, live: heapUsed + external }
}

main().then(
  () => process.exit(0),
  (error: Error) => {
    process.stderr.write(`${error.stack}\n`)
    process.exit(1)
  }
)
