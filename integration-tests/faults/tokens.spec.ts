import { Client } from "pg"
import { connectedStore, type ConnectedStore } from "../utils/connected-store"
import { trapOnCall } from "../utils/kill-points"
import { startStoreChild } from "../utils/store-child"
import { until } from "../utils/until"

jest.setTimeout(120000)

const X_TOKEN = "POST /2/oauth2/token"
const HOUR_SECONDS = 3600

describe("tokens that are renewed while things go wrong", () => {
  let store: ConnectedStore
  afterEach(() => store.close())

  const startChild = (
    command: "sync" | "sync-each" | "renew" | "resume",
    more: Partial<Parameters<typeof startStoreChild>[1]> = {}
  ) =>
    startStoreChild(command, {
      databaseUrl: store.database.url,
      sandboxUrl: store.sandbox.url,
      module: { lease_seconds: 1, comments_per_sync: 0 },
      ...more,
    })

  /** The two hours of a token of X are over, for the platform and for us. */
  const endAccessToken = async () => {
    store.sandbox.clock.advance(3 * HOUR_SECONDS)
    await store.database.query(
      "UPDATE social_credential SET expires_at = now() - interval '1 hour'"
    )
  }

  const slowTokens = (ms: number, match = X_TOKEN) =>
    store.sandbox.faults.add({ kind: "latency", match, ms })

  const state = async () => {
    const [row] = await store.database.query<Record<string, unknown>>(
      `SELECT a.status, a.status_reason, c.version, c.lease_by,
         (SELECT count(*)::int FROM social_post
          WHERE sync_status = 'success') AS synced
       FROM social_account a JOIN social_credential c ON c.account_id = a.id`
    )
    return row
  }

  async function run(...children: ReturnType<typeof startChild>[]) {
    await Promise.all(children.map((child) => child.until("ready")))
    children.forEach((child) => child.go())
    await Promise.all(children.map((child) => child.until("done")))
    return children
  }

  describe("X", () => {
    const POSTS = 50
    beforeEach(async () => {
      store = await connectedStore({ platform: "twitter" }, POSTS)
      await endAccessToken()
    })

    it("is renewed once for fifty workers in two processes", async () => {
      const { postIds } = store
      expect(postIds).toHaveLength(POSTS)
      // Longer than a lease that nobody prolongs.
      slowTokens(2500)
      const half = POSTS / 2
      await run(
        startChild("sync-each", {
          scope: { post_ids: postIds.slice(0, half) },
        }),
        startChild("sync-each", { scope: { post_ids: postIds.slice(half) } })
      )
      expect(store.calls(X_TOKEN)).toBe(1)
      expect(await state()).toMatchObject({
        status: "active",
        version: 2,
        synced: POSTS,
        lease_by: null,
      })
    })

    it("asks for a person when the process died with the new token", async () => {
      const successor = startChild("resume")
      await killWhileRenewing()
      expect(await state()).toMatchObject({ status: "active", version: 1 })
      await run(successor)
      expect(await state()).toMatchObject({
        status: "needs_reconnect",
        status_reason: expect.stringMatching(/Connect the account again/),
      })
    })

    it("keeps the new token when the database cuts it off while it is stored", async () => {
      const child = startChild("sync")
      await child.until("ready")
      // Time to get hold of the row before the answer arrives.
      slowTokens(3000)
      const asked = trapOnCall(1, store.sandbox, () => undefined)
      child.go()
      await asked.struck
      await asked.remove()
      const client = new Client({ connectionString: store.database.url })
      await client.connect()
      await client.query("BEGIN")
      await client.query("SELECT 1 FROM social_credential FOR UPDATE")
      await until(async () => {
        const cut = await store.database.query(
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
           WHERE datname = current_database() AND wait_event_type = 'Lock'
             AND query LIKE 'WITH renewed%'`
        )
        return cut.length || null
      })
      await client.query("ROLLBACK")
      await client.end()
      await child.until("done")
      expect(store.calls(X_TOKEN)).toBe(1)
      expect(await state()).toMatchObject({ version: 2, synced: POSTS })
    })
  })

  it("Instagram is renewed again after the process died with the new token", async () => {
    store = await connectedStore(
      { platform: "instagram", flow: "instagram" },
      5
    )
    store.sandbox.clock.advance(50 * 24 * HOUR_SECONDS)
    await store.database.query(
      `UPDATE social_credential SET issued_at = now() - interval '55 days',
         expires_at = now() + interval '5 days'`
    )
    const successor = startChild("resume")
    await killWhileRenewing()
    await run(successor)
    // The old token still lives, so a sync does not wait for the dead
    // process' turn to end; the next hourly job finds it ended.
    await run(startChild("renew"))
    expect(store.calls("GET /refresh_access_token")).toBe(2)
    expect(await state()).toMatchObject({ status: "active", version: 2 })
  })

  it("two rounds of the hourly job at the same moment renew once", async () => {
    store = await connectedStore(
      { platform: "instagram", flow: "instagram" },
      0
    )
    store.sandbox.clock.advance(50 * 24 * HOUR_SECONDS)
    await store.database.query(
      `UPDATE social_credential SET issued_at = now() - interval '55 days',
         expires_at = now() + interval '5 days'`
    )
    slowTokens(300, "refresh_access_token")
    const rounds = await run(startChild("renew"), startChild("renew"))
    expect(store.calls("GET /refresh_access_token")).toBe(1)
    const renewed = rounds.flatMap(
      ({ events }) => events.find(({ event }) => event === "renewed")?.renewed
    )
    expect(renewed).toEqual([store.accountId])
  })

  /** Kills a sync after the platform has renewed, before its answer arrives. */
  async function killWhileRenewing(): Promise<void> {
    const victim = startChild("sync")
    await victim.until("ready")
    const trap = trapOnCall(1, store.sandbox, () => victim.kill())
    victim.go()
    await trap.struck
    await trap.remove()
    await victim.ended
    expect(JSON.stringify(victim.events)).not.toContain("failed")
  }
})
