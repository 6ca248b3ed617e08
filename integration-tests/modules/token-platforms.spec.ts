import { createSandbox, type Sandbox } from "../../platform-sandbox"
import { connectByConsent } from "../utils/connect-by-consent"
import { PLAIN_HUNDRED } from "../utils/connected-store"
import {
  createStoreDatabase,
  type StoreDatabase,
} from "../utils/store-database"
import { openStore, type Store } from "../utils/store-module"
import { syncStore } from "../utils/store-run"
import { storePosts } from "../utils/store-world"

const X_TOKEN = "POST /2/oauth2/token"
const POSTS = 5

/** The platforms' own providers, in the time of the sandbox. */
describe("a platform that ends tokens", () => {
  let sandbox: Sandbox
  let database: StoreDatabase
  let store: Store
  beforeAll(async () => {
    sandbox = await createSandbox(PLAIN_HUNDRED)
    database = await createStoreDatabase()
    store = await openStore({
      databaseUrl: database.url,
      sandboxUrl: sandbox.url,
      module: { comments_per_sync: 0, clock: () => sandbox.clock.now() },
      platform: { timeout_ms: 500, retry_base_ms: 5 },
    })
  })
  beforeEach(async () => {
    sandbox.rebuild(PLAIN_HUNDRED)
    await database.query("DELETE FROM social_account")
    await database.query("DELETE FROM social_call_budget")
  })
  afterAll(async () => {
    await store.close()
    await sandbox.close()
    await database.drop()
  })

  /** An account with posts, connected through the consent page. */
  async function connect(platform: string, flow?: string): Promise<string> {
    const [id = ""] = await connectByConsent(store.service, { platform, flow })
    const { external_id } = await store.service.retrieveSocialAccount(id)
    const posts = sandbox.world
      .posts()
      .filter((post) => post.account_external_id === external_id)
    await storePosts(store.service, id, posts.slice(0, POSTS))
    sandbox.ledger.reset()
    return id
  }

  const hours = (count: number) => sandbox.clock.advance(count * 3600)
  const calls = (endpoint: string) =>
    Object.values(sandbox.ledger.summary().platforms).reduce(
      (sum, { endpoints }) => sum + (endpoints[endpoint] ?? 0),
      0
    )
  const sync = async () =>
    (await syncStore(store, { limit: 1000, force: true })).run
  const accountOf = (id: string) => store.service.retrieveSocialAccount(id)
  const outage = (status: number, times?: number) =>
    sandbox.faults.add({ kind: "status", match: X_TOKEN, status, times })

  describe("X", () => {
    it("is renewed once after each two hours, by whoever needs it", async () => {
      const id = await connect("twitter")
      for (let day = 0; day < 3; day++) {
        hours(1)
        expect(await sync()).toMatchObject({ success: POSTS })
        hours(23)
      }
      // Not on the first day: its first token was still good.
      expect(calls(X_TOKEN)).toBe(2)
      expect((await accountOf(id)).reconnect_by).toBeNull()
    })

    it("goes on after the token endpoint was out of order", async () => {
      const id = await connect("twitter")
      hours(3)
      outage(500, 1)
      expect(await sync()).toMatchObject({ failed: POSTS })
      expect((await accountOf(id)).status).toBe("active")
      expect(await sync()).toMatchObject({ success: POSTS })
      expect(calls(X_TOKEN)).toBe(1)
    })

    it("asks for a person when its answer with the new token was lost", async () => {
      const id = await connect("twitter")
      hours(3)
      sandbox.faults.add({ kind: "latency", match: X_TOKEN, ms: 1500 })
      expect(await sync()).toMatchObject({ failed: POSTS })
      expect((await accountOf(id)).status).toBe("active")
      // X has rotated: what is stored was used up.
      sandbox.faults.clear()
      expect(await sync()).toMatchObject({ failed: POSTS })
      expect(await accountOf(id)).toMatchObject({
        status: "needs_reconnect",
        status_reason: expect.stringMatching(/Connect the account again/),
      })
    })

    it("is renewed in the midst of a run when the token ends early", async () => {
      const id = await connect("twitter")
      await endEarly(id)
      expect(await sync()).toMatchObject({ success: POSTS })
      expect(calls(X_TOKEN)).toBe(1)
      expect((await accountOf(id)).status).toBe("active")
    })

    it("is not lost when that renewal fails for a moment", async () => {
      const id = await connect("twitter")
      await endEarly(id)
      outage(503, 1)
      expect(await sync()).toMatchObject({ failed: POSTS })
      expect((await accountOf(id)).status).toBe("active")
      expect(await sync()).toMatchObject({ success: POSTS })
    })

    it("is lost when the person has removed the app", async () => {
      const id = await connect("twitter")
      const { external_id } = await accountOf(id)
      sandbox.world
        .named("twitter")
        ?.set({ account: external_id, token: "revoked" })
      expect(await sync()).toMatchObject({ failed: POSTS })
      expect(await accountOf(id)).toMatchObject({ status: "needs_reconnect" })
      // Asked once, although every request was refused.
      expect(calls(X_TOKEN)).toBe(1)
    })

    /** X ends the token before its time, which nobody here knows. */
    async function endEarly(id: string): Promise<void> {
      const { external_id } = await accountOf(id)
      sandbox.world
        .named("twitter")
        ?.set({ account: external_id, token: "expired" })
    }
  })
})
