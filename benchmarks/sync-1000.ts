import { syncAll, withStore } from "./lib/bench-store"
import { type PlatformName, PLATFORMS, worldOf } from "./lib/platforms"
import { progress, rounded, timed } from "./lib/progress"
import type { SandboxProcess } from "./lib/sandbox-process"
import { naiveReader, readOneByOne } from "./naive"

export interface SyncTimes {
  ours_ms: number
  naive_ms: number
  ratio: number
  /** The naive client was measured on so many posts and scaled. */
  naive_measured_on: number
}

const POSTS = 1000
const LATENCY_MS = 100
const NAIVE_POSTS = 30

/** A bulk sync of 1,000 posts with its writes, beside a naive client without. */
export async function sync1000(
  sandbox: SandboxProcess
): Promise<Record<PlatformName, SyncTimes>> {
  const times: Partial<Record<PlatformName, SyncTimes>> = {}
  for (const platform of PLATFORMS) {
    progress(`1,000 posts at ${LATENCY_MS} ms: ${platform} …`)
    times[platform] = await measure(sandbox, platform)
  }
  await sandbox.setLatency(0)
  return times as Record<PlatformName, SyncTimes>
}

async function measure(
  sandbox: SandboxProcess,
  platform: PlatformName
): Promise<SyncTimes> {
  await sandbox.setLatency(0)
  const world = await sandbox.rebuild(worldOf(platform, POSTS))
  const settings = { sandboxUrl: sandbox.url }
  const ours_ms = await withStore(settings, world, platform, async (store) => {
    // Brings the comments; the next sync has only numbers to read.
    await syncAll(store, POSTS)
    await sandbox.setLatency(LATENCY_MS)
    return timed(() => syncAll(store, POSTS))
  })
  const { client, posts } = naiveReader(sandbox.url, world, platform)
  // Its connection is open before the clock runs.
  await readOneByOne(client, posts.slice(0, 1))
  const measured = await timed(() =>
    readOneByOne(client, posts.slice(0, NAIVE_POSTS))
  )
  const naive_ms = (measured / NAIVE_POSTS) * POSTS
  return {
    ours_ms: rounded(ours_ms),
    naive_ms: rounded(naive_ms),
    ratio: rounded(naive_ms / ours_ms),
    naive_measured_on: NAIVE_POSTS,
  }
}
