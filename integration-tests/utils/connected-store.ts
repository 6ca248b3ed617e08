import {
  createSandbox,
  type Sandbox,
  type WorldOptions,
} from "../../platform-sandbox"
import { connectByConsent, type ConsentingTo } from "./connect-by-consent"
import { endStoreChildren } from "./store-child"
import { createStoreDatabase, type StoreDatabase } from "./store-database"
import { openStore } from "./store-module"
import { storePosts } from "./store-world"

/** A store whose accounts were connected through consent pages. */
export interface ConnectedStore {
  sandbox: Sandbox
  database: StoreDatabase
  accountId: string
  postIds: string[]
  /** Calls of an endpoint since the account was connected. */
  calls(endpoint: string): number
  close(): Promise<void>
}

/** Plain posts, a hundred for each account. */
export const PLAIN_HUNDRED: WorldOptions = {
  seed: 1,
  plain: true,
  posts: {
    instagram: { FEED: 50, REELS: 50 },
    facebook: { photo: 100 },
    twitter: { post: 100 },
    linkedin: { share: 100 },
  },
}

/** A sandbox, a database, and one account in it with some of its posts. */
export async function connectedStore(
  consent: ConsentingTo,
  posts: number
): Promise<ConnectedStore> {
  const sandbox = await createSandbox(PLAIN_HUNDRED)
  const database = await createStoreDatabase()
  const store = await openStore({
    databaseUrl: database.url,
    sandboxUrl: sandbox.url,
  })
  const [accountId = ""] = await connectByConsent(store.service, consent)
  const { external_id } = await store.service.retrieveSocialAccount(accountId)
  const own = sandbox.world
    .posts()
    .filter(
      (post) =>
        post.platform === consent.platform &&
        post.account_external_id === external_id
    )
  await storePosts(store.service, accountId, own.slice(0, posts))
  const stored = await store.service.listSocialPosts(
    {},
    { select: ["id"], take: posts }
  )
  await store.close()
  sandbox.ledger.reset()
  return {
    sandbox,
    database,
    accountId,
    postIds: stored.map(({ id }) => id),
    calls: (endpoint) =>
      Object.values(sandbox.ledger.summary().platforms).reduce(
        (sum, { endpoints }) => sum + (endpoints[endpoint] ?? 0),
        0
      ),
    close: async () => {
      await endStoreChildren()
      await sandbox.close()
      await database.drop()
    },
  }
}
