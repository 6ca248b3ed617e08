import {
  cloneStoreDatabase,
  createStoreDatabase,
} from "../../integration-tests/utils/store-database"
import {
  openStore,
  type Store,
} from "../../integration-tests/utils/store-module"
import { timed } from "../lib/progress"
import { installRecordedEdge } from "./recorded-edge"
import { addPosts, connectRecorded } from "./seed"
import { rowsOf, writeBySql } from "./sql-writer"

export interface Throughput {
  posts: number
  ours_ms: number
  sql_ms: number
}

/** Nothing to fetch but numbers; all posts, in pages. */
const SETTINGS = {
  sandboxUrl: "http://127.0.0.1",
  module: { comments_per_sync: 0 },
}

/** Syncs posts without a network, and writes the same rows by plain SQL. */
export async function measureThroughput(posts: number): Promise<Throughput> {
  const edge = await installRecordedEdge()
  const template = await createStoreDatabase()
  const setup = await openStore({ ...SETTINGS, databaseUrl: template.url })
  const account = await connectRecorded(setup, edge)
  await addPosts(template, account, posts, "measured")
  await setup.close()

  // The first round of each only warms up.
  let result = { posts, ours_ms: 0, sql_ms: 0 }
  for (let round = 0; round < 2; round++) {
    const ours = await cloneStoreDatabase(template)
    const plain = await cloneStoreDatabase(template)
    const store = await openStore({ ...SETTINGS, databaseUrl: ours.url })
    const ours_ms = await timed(() => syncWhole(store, posts))
    const rows = await rowsOf(ours)
    await store.close()
    const sql_ms = await writeBySql(plain, rows)
    result = { posts, ours_ms, sql_ms }
    await ours.drop()
    await plain.drop()
  }
  await template.drop()
  await edge.close()
  return result
}

/** All posts of the store, in pages; a post that failed measures nothing. */
export async function syncWhole(
  { service }: Store,
  posts: number
): Promise<void> {
  const started = await service.startSyncRun("daily", {})
  const { run_id = "", worker = "" } = started ?? {}
  await service.workSyncRun(run_id, worker)
  const run = await service.retrieveSocialSyncRun(run_id)
  if (run.success !== posts) {
    const problems = JSON.stringify(run.problems).slice(0, 500)
    throw new Error(`Only ${run.success} of ${posts} posts: ${problems}`)
  }
}
