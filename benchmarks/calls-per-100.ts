import { syncAll, withStore } from "./lib/bench-store"
import { type PlatformName, PLATFORMS, worldOf } from "./lib/platforms"
import { progress } from "./lib/progress"
import type { SandboxProcess } from "./lib/sandbox-process"
import { naiveReader, readOneByOne } from "./naive"

export interface CallCounts {
  ours: number
  /** Fewest calls that can bring the same numbers. */
  floor: number
  naive: number
}

const POSTS = 100

/**
 * X: a hundred ids per call, and once more for the owner-only numbers of young
 * posts. Facebook: 50 ids. Instagram: 50 ids of one product type. LinkedIn
 * page: one tunnelled question for statistics and two batches of 50 for
 * reactions.
 */
const FLOOR: Record<PlatformName, number> = {
  instagram: 2,
  facebook: 2,
  twitter: 2,
  linkedin: 3,
}

/** HTTP calls for the numbers of 100 posts. */
export async function callsPer100(
  sandbox: SandboxProcess
): Promise<Record<PlatformName, CallCounts>> {
  const counts: Partial<Record<PlatformName, CallCounts>> = {}
  for (const platform of PLATFORMS) {
    progress(`Calls for 100 posts: ${platform} …`)
    const world = await sandbox.rebuild(worldOf(platform, POSTS))
    const settings = {
      sandboxUrl: sandbox.url,
      module: { comments_per_sync: 0 },
    }
    const ours = await withStore(settings, world, platform, async (store) => {
      await sandbox.resetLedger()
      await syncAll(store, POSTS)
      return sandbox.callsOf(platform)
    })
    await sandbox.resetLedger()
    const { client, posts } = naiveReader(sandbox.url, world, platform)
    await readOneByOne(client, posts)
    const naive = await sandbox.callsOf(platform)
    counts[platform] = { ours, floor: FLOOR[platform], naive }
  }
  return counts as Record<PlatformName, CallCounts>
}
