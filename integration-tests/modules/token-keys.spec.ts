import { randomBytes } from "node:crypto"
import { Client } from "pg"
import { createSandbox, type Sandbox } from "../../platform-sandbox"
import SecretBox from "../../src/modules/social-posts/services/secret-box"
import { socialOptionsSchema } from "../../src/modules/social-posts/types/options"
import { connectByConsent } from "../utils/connect-by-consent"
import { PLAIN_HUNDRED } from "../utils/connected-store"
import { trapOnCall } from "../utils/kill-points"
import {
  createStoreDatabase,
  type StoreDatabase,
} from "../utils/store-database"
import { openStore, type Store } from "../utils/store-module"
import { syncStore } from "../utils/store-run"
import { storePosts } from "../utils/store-world"
import { until } from "../utils/until"

const newKey = () => randomBytes(32).toString("base64")
const OLD = newKey()
const NEW = newKey()
const FOREIGN = newKey()

const boxWith = (encryption_key: string) =>
  new SecretBox({
    socialOptions: socialOptionsSchema.parse({ encryption_key }),
  })

/** What a store says, by level. */
type Log = { error: string[]; warn: string[] }

describe("the key that seals tokens", () => {
  let sandbox: Sandbox
  let database: StoreDatabase
  const open: Store[] = []
  beforeAll(async () => {
    sandbox = await createSandbox(PLAIN_HUNDRED)
  })
  beforeEach(async () => {
    sandbox.rebuild(PLAIN_HUNDRED)
    database = await createStoreDatabase()
  })
  afterEach(async () => {
    await closeAll()
    await database.drop()
  })
  afterAll(() => sandbox.close())

  const closeAll = async () => {
    for (const store of open.splice(0)) {
      await store.close()
    }
  }

  /** Boots the module with keys, as after a restart. */
  async function boot(
    encryption_key: string,
    previous_encryption_keys: string[] = [],
    log: Log = { error: [], warn: [] }
  ): Promise<Store> {
    await closeAll()
    const silent = () => undefined
    const store = await openStore({
      databaseUrl: database.url,
      sandboxUrl: sandbox.url,
      module: { encryption_key, previous_encryption_keys },
      logger: {
        info: silent,
        debug: silent,
        error: (text) => void log.error.push(String(text)),
        warn: (text) => void log.warn.push(String(text)),
      },
    })
    open.push(store)
    return store
  }

  /** Accounts of three platforms, with a post each. */
  async function connectSome({ service }: Store): Promise<string[]> {
    const ids: string[] = []
    for (const platform of ["twitter", "instagram", "facebook"]) {
      const flow = platform === "instagram" ? "instagram" : undefined
      const [id = ""] = await connectByConsent(service, { platform, flow })
      const { external_id } = await service.retrieveSocialAccount(id)
      const posts = sandbox.world
        .posts()
        .filter((post) => post.account_external_id === external_id)
      await storePosts(service, id, posts.slice(0, 1))
      ids.push(id)
    }
    return ids
  }

  const synced = async (store: Store) =>
    (await syncStore(store, { limit: 10, force: true })).run
  const keysInUse = () =>
    database.query<{ key: string; rows: number }>(
      `SELECT split_part(sealed, ':', 2) AS key, count(*)::int AS rows
       FROM social_credential,
         unnest(ARRAY[access_token, refresh_token, source_token]) AS t(sealed)
       WHERE sealed IS NOT NULL GROUP BY 1`
    )

  it("is replaced: everything is sealed anew, once", async () => {
    const ids = await connectSome(await boot(OLD))
    const store = await boot(NEW, [OLD])
    expect(await store.service.reseal()).toEqual({
      resealed: ids.length,
      current: 0,
      unopenable: 0,
    })
    expect(await keysInUse()).toHaveLength(1)
    expect(await store.service.reseal()).toEqual({
      resealed: 0,
      current: ids.length,
      unopenable: 0,
    })
    expect(await synced(await boot(NEW))).toMatchObject({ status: "success" })
  })

  it("is replaced for a connection in the making too", async () => {
    const store = await boot(OLD)
    const { authorization_url } = await store.service.beginConnection({
      platform: "twitter",
      redirect_uri: "http://localhost:9000/app/social/callback",
      actor_id: "user_1",
    })
    expect(authorization_url).toContain("state=")
    await (await boot(NEW, [OLD])).service.reseal()
    const [row] = await database.query<{ key: string }>(
      "SELECT split_part(code_verifier, ':', 2) AS key FROM social_connection"
    )
    expect(row?.key).toBe(boxWith(NEW).currentKey())
  })

  it("is replaced to the end after an interruption", async () => {
    const ids = await connectSome(await boot(OLD))
    const store = await boot(NEW, [OLD])
    await database.query(
      `CREATE FUNCTION interrupt() RETURNS trigger LANGUAGE plpgsql AS $$
       BEGIN RAISE EXCEPTION 'interrupted'; END $$;
       CREATE TRIGGER interrupt BEFORE UPDATE ON social_credential
         FOR EACH ROW WHEN (NEW.account_id = '${[...ids].sort()[2]}')
         EXECUTE FUNCTION interrupt()`
    )
    await expect(store.service.reseal()).rejects.toThrow("interrupted")
    await database.query("DROP TRIGGER interrupt ON social_credential")
    const report = await store.service.reseal()
    expect(report.resealed).toBeLessThan(ids.length)
    expect(report.resealed + report.current).toBe(ids.length)
    expect(await keysInUse()).toHaveLength(1)
  })

  it("is replaced while tokens are renewed: the new ones stay", async () => {
    const store = await boot(OLD)
    const [xId = ""] = await connectSome(store)
    const rotating = await openStore({
      databaseUrl: database.url,
      sandboxUrl: sandbox.url,
      module: { encryption_key: NEW, previous_encryption_keys: [OLD] },
    })
    open.push(rotating)
    const version = async () => {
      const [row] = await database.query<{ version: number }>(
        "SELECT version FROM social_credential WHERE account_id = $1",
        [xId]
      )
      return row?.version
    }
    sandbox.faults.add({ kind: "latency", match: "oauth2/token", ms: 1500 })
    const asked = trapOnCall(1, sandbox, () => undefined)
    const renewal = store.service.renewToken(xId)
    await asked.struck
    await asked.remove()
    await rotating.service.reseal()
    expect(await version()).toBe(1)
    await renewal
    // It came with the old key; what was sealed anew before was overwritten.
    expect(await version()).toBe(2)
    expect((await rotating.service.reseal()).resealed).toBe(1)
    expect(await keysInUse()).toHaveLength(1)
    sandbox.faults.clear()
    await rotating.service.renewToken(xId)
    const { status } = await rotating.service.retrieveSocialAccount(xId)
    expect(status).toBe("active")
  })

  it("is replaced around a token that is stored at the same moment", async () => {
    const [id = ""] = await connectSome(await boot(OLD))
    const { service } = await boot(NEW, [OLD])
    const client = new Client({ connectionString: database.url })
    await client.connect()
    await client.query("BEGIN")
    await client.query(
      `UPDATE social_credential SET access_token = $2, version = version + 1
       WHERE account_id = $1`,
      [id, boxWith(OLD).seal("newer", id)]
    )
    // It has read the earlier token and cannot write over it yet.
    const rotation = service.reseal()
    await until(async () => {
      const { rowCount } = await client.query(
        `SELECT 1 FROM pg_stat_activity
         WHERE datname = current_database() AND wait_event_type = 'Lock'`
      )
      return rowCount || null
    })
    await client.query("COMMIT")
    await client.end()
    expect(await rotation).toEqual({ resealed: 3, current: 0, unopenable: 0 })
    const [row] = await database.query<{ access_token: string }>(
      "SELECT access_token FROM social_credential WHERE account_id = $1",
      [id]
    )
    expect(boxWith(NEW).open(row?.access_token ?? "", id)).toBe("newer")
  })

  it("is missed at boot: one line says how many and what to do", async () => {
    await connectSome(await boot(OLD))
    const log: Log = { error: [], warn: [] }
    const store = await boot(FOREIGN, [], log)
    expect(log.error).toHaveLength(1)
    expect(log.error[0]).toMatch(
      /the tokens of 3 accounts cannot be opened.*\([0-9a-f]{8}\).*previous_encryption_keys/
    )
    expect(await store.service.reseal()).toEqual({
      resealed: 0,
      current: 0,
      unopenable: 3,
    })
  })

  it("is missed by nobody when it is configured", async () => {
    await connectSome(await boot(OLD))
    const log: Log = { error: [], warn: [] }
    await boot(NEW, [OLD], log)
    expect(log.error).toEqual([])
  })

  it("costs no account its connection while it is away", async () => {
    const ids = await connectSome(await boot(OLD))
    const without = await boot(FOREIGN)
    const run = await synced(without)
    expect(run).toMatchObject({ status: "failed", failed: 3 })
    const [post] = await without.service.listSocialPosts({}, { take: 1 })
    expect(post?.sync_errors?.[0]).toMatch(
      /cannot be opened: it was sealed with an encryption key that is not configured/
    )
    await without.service.renewTokens()
    const again = await boot(OLD)
    const accounts = await again.service.listSocialAccounts({ id: ids })
    expect(accounts.map(({ status }) => status)).toEqual(
      Array(3).fill("active")
    )
    expect(await synced(again)).toMatchObject({ status: "success", success: 3 })
  })
})
