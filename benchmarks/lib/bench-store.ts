import {
  createStoreDatabase,
  type StoreDatabase,
} from "../../integration-tests/utils/store-database"
import {
  openStore,
  type Store,
  type StoreSettings,
} from "../../integration-tests/utils/store-module"
import { syncStore } from "../../integration-tests/utils/store-run"
import { seedStore } from "../../integration-tests/utils/store-world"
import type { PlatformName } from "./platforms"
import type { World } from "./sandbox-process"

export interface BenchStore extends Store {
  database: StoreDatabase
}

/** Works on an own database with the posts of one platform in it. */
export async function withStore<T>(
  settings: Omit<StoreSettings, "databaseUrl">,
  world: World,
  platform: PlatformName,
  work: (store: BenchStore) => Promise<T>
): Promise<T> {
  const database = await createStoreDatabase()
  const store = await openStore({ ...settings, databaseUrl: database.url })
  try {
    await seedStore(store.service, world, { platforms: [platform] })
    return await work({ ...store, database })
  } finally {
    await store.close()
    await database.drop()
  }
}

/** A bulk sync that must read every post; a failed one measures nothing. */
export async function syncAll(store: Store, posts: number): Promise<void> {
  const { run } = await syncStore(store, { limit: 1000, force: true })
  if (run.success !== posts || run.partial > 0) {
    const problems = JSON.stringify(run.problems).slice(0, 500)
    throw new Error(`Only ${run.success} of ${posts} posts: ${problems}`)
  }
}
