import {
  createSandbox,
  type Sandbox,
  type WorldOptions,
} from "../../platform-sandbox"
import { endStoreChildren } from "./store-child"
import { createStoreDatabase, type StoreDatabase } from "./store-database"
import { openStore } from "./store-module"
import { type SeedChoice, seedStore } from "./store-world"

/** 400 plain posts, a hundred of each platform. */
export const FOUR_HUNDRED: WorldOptions = {
  seed: 1,
  plain: true,
  posts: {
    instagram: { FEED: 50, REELS: 50 },
    facebook: { photo: 50, video: 50 },
    twitter: { post: 100 },
    linkedin: { share: 50, ugcPost: 50 },
  },
}

export interface SeededStore {
  sandbox: Sandbox
  /** Seeded, nothing synced yet, and nobody connected. */
  database: StoreDatabase
  posts: number
  close(): Promise<void>
}

/** A sandbox and a database that holds its accounts and posts. */
export async function seededStore(
  world: WorldOptions,
  choice: SeedChoice = {}
): Promise<SeededStore> {
  const sandbox = await createSandbox(world)
  const database = await createStoreDatabase()
  const store = await openStore({
    databaseUrl: database.url,
    sandboxUrl: sandbox.url,
  })
  const accounts = await seedStore(store.service, sandbox.world, choice)
  await store.close()
  sandbox.ledger.reset()
  return {
    sandbox,
    database,
    posts: accounts.reduce((sum, account) => sum + account.posts, 0),
    close: async () => {
      await endStoreChildren()
      await sandbox.close()
      await database.drop()
    },
  }
}
