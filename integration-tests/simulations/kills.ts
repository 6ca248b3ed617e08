import { describePoint, type KillPoint } from "../utils/kill-points"
import { complaintsOf, killAndResume } from "../utils/kill-series"
import { startStoreChild } from "../utils/store-child"
import { cloneStoreDatabase } from "../utils/store-database"
import {
  FOUR_HUNDRED,
  type SeededStore,
  seededStore,
} from "../utils/store-suite"

const CALL_POINTS = 13

/** A bulk sync of 400 posts, killed at twenty points. Gives how many failed. */
export async function simulateKills(): Promise<number> {
  const store = await seededStore(FOUR_HUNDRED)
  const { sandbox, database, posts } = store
  let failed = 0
  try {
    if (posts !== 400) {
      throw new Error(`The world has ${posts} posts instead of 400.`)
    }
    sandbox.setLatency(5)
    const points = pointsOver(await callsOfWholeRun(store))
    for (const [index, point] of points.entries()) {
      const complaints = await tryPoint(point, store)
      failed += complaints.length > 0 ? 1 : 0
      const verdict = complaints.length > 0 ? complaints.join("; ") : "ok"
      const name = describePoint(point).padEnd(16)
      process.stdout.write(`${index + 1}/${points.length} ${name} ${verdict}\n`)
    }
    process.stdout.write(
      `kill -9 of a sync of ${posts} posts: ${points.length - failed} passed, ${failed} failed\n`
    )
  } finally {
    await store.close()
  }
  return failed

  async function tryPoint(point: KillPoint, { posts }: SeededStore) {
    try {
      const result = await killAndResume(point, { sandbox, template: database })
      return complaintsOf(result, posts)
    } catch (error) {
      return [error instanceof Error ? error.message : String(error)]
    }
  }
}

/** How many calls an undisturbed run makes. */
async function callsOfWholeRun({
  sandbox,
  database,
}: SeededStore): Promise<number> {
  const copy = await cloneStoreDatabase(database)
  sandbox.ledger.reset()
  const child = startStoreChild("sync", {
    databaseUrl: copy.url,
    sandboxUrl: sandbox.url,
  })
  await child.until("ready")
  child.go()
  await child.until("done")
  await child.ended
  await copy.drop()
  return sandbox.ledger.summary().total
}

/** Twenty points: before, spread over all calls, inside and after writes. */
function pointsOver(calls: number): KillPoint[] {
  const spread = Array.from({ length: CALL_POINTS }, (_, index) => ({
    at: "call" as const,
    n: 1 + Math.floor((index * (calls - 1)) / (CALL_POINTS - 1)),
  }))
  const batches = [1, 2, 3]
  return [
    { at: "claimed" },
    ...spread,
    ...batches.map((n) => ({ at: "transaction" as const, n })),
    ...batches.map((n) => ({ at: "commit" as const, n })),
  ]
}
