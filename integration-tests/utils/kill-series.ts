import type { Sandbox } from "../../platform-sandbox"
import { describePoint, type KillPoint, setTrap } from "./kill-points"
import { readBooks, type StoreBooks } from "./store-books"
import { startStoreChild } from "./store-child"
import { cloneStoreDatabase, type StoreDatabase } from "./store-database"

export interface KillResult {
  point: string
  /** Posts that had been written when the process died. */
  written: number
  books: StoreBooks
}

/** Short, so that nobody waits long for a dead process. */
const LEASE_SECONDS = 1

/**
 * Kills a bulk sync at a moment, starts another process as after a restart,
 * and reads what is in the books in the end.
 */
export async function killAndResume(
  point: KillPoint,
  { sandbox, template }: { sandbox: Sandbox; template: StoreDatabase }
): Promise<KillResult> {
  const database = await cloneStoreDatabase(template)
  const settings = {
    databaseUrl: database.url,
    sandboxUrl: sandbox.url,
    module: { lease_seconds: LEASE_SECONDS },
  }
  const victim = startStoreChild("sync", settings)
  const successor = startStoreChild("resume", settings)
  try {
    await Promise.all([victim.until("ready"), successor.until("ready")])
    if (point.at === "claimed") {
      victim.go()
      await victim.until("started")
      victim.kill()
    } else {
      const world = { database, sandbox }
      const trap = await setTrap(point, world, () => victim.kill())
      victim.go()
      await Promise.race([trap.struck, endedTooEarly(victim.ended, point)])
      await trap.remove()
    }
    await victim.ended
    const { snapshots: written } = await readBooks(database)
    successor.go()
    await successor.until("done")
    await successor.ended
    const books = await readBooks(database)
    return { point: describePoint(point), written, books }
  } finally {
    victim.kill()
    successor.kill()
    await Promise.all([victim.ended, successor.ended])
    await database.drop()
  }
}

async function endedTooEarly(
  ended: Promise<number | null>,
  point: KillPoint
): Promise<void> {
  const code = await ended
  if (code !== null) {
    throw new Error(`The run ended before "${describePoint(point)}".`)
  }
}

/** What is wrong in the books after a kill and a restart; empty when all is well. */
export function complaintsOf({ books }: KillResult, posts: number): string[] {
  const { runs } = books
  const [run] = runs
  const sum = run ? run.success + run.failed + run.skipped : -1
  const checks: [boolean, string][] = [
    [books.posts === posts, `${books.posts} of ${posts} posts exist`],
    [books.synced === posts, `${books.synced} of ${posts} posts synced`],
    [books.snapshots === posts, `${books.snapshots} snapshots`],
    [books.doubled === 0, `${books.doubled} posts with two snapshots`],
    [books.claims === 0, `${books.claims} claims left`],
    [runs.length === 1, `${runs.length} runs`],
    [run?.status === "success" || run?.status === "partial", `${run?.status}`],
    [run?.total === posts && sum === posts, `run says ${JSON.stringify(run)}`],
    [run?.success === posts, `run counts ${run?.success} successes`],
  ]
  return checks.flatMap(([holds, complaint]) => (holds ? [] : [complaint]))
}
