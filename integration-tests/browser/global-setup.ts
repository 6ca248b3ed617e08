import { randomBytes } from "node:crypto"
import { join } from "node:path"
import { createSandbox } from "../../platform-sandbox"
import { buildAdmin } from "../utils/booted-store/built-admin"
import { ROOT } from "../utils/booted-store/commands"
import { createDatabase, dropDatabase } from "../utils/booted-store/database"
import { prepareStore, startStore } from "../utils/booted-store/store"
import { sandboxEnv } from "../utils/sandbox-env"
import { keepPlaces, type Place } from "./helpers/place"

/** While one works on the admin: no build, but slower pages. */
const FROM_SOURCES = process.env.BROWSER_TEST_ADMIN === "sources"

type Env = Record<string, string>

/** A store that is ready to be started. */
type Prepared = Omit<Place, "storeUrl"> & { env: Env }

/**
 * Boots this repository as a store beside a sandbox, once for all browser tests
 * that run one after the other: each worker of jest has its own.
 */
export default async function setup({
  maxWorkers,
}: {
  maxWorkers: number
}): Promise<void> {
  const endings: (() => Promise<unknown>)[] = []
  const teardown = async () => {
    for (const end of endings.reverse()) {
      await end()
    }
  }
  Object.assign(globalThis, { browserTestTeardown: teardown })
  try {
    const common = commonEnv()
    const prepareAll = async () => {
      const prepared: Prepared[] = []
      for (let worker = 1; worker <= maxWorkers; worker++) {
        prepared.push(await prepare(worker, common, endings))
      }
      return prepared
    }
    const [prepared] = await Promise.all([
      prepareAll(),
      FROM_SOURCES ? null : buildAdmin(ROOT, common),
    ])
    const places: Place[] = []
    for (const { env, ...place } of prepared) {
      const store = await startStore(ROOT, env)
      endings.push(store.stop)
      places.push({ ...place, storeUrl: store.url })
    }
    keepPlaces(places)
  } catch (error) {
    await teardown()
    throw error
  }
}

/** A sandbox, and a database with an admin user. */
async function prepare(
  worker: number,
  common: Env,
  endings: (() => Promise<unknown>)[]
): Promise<Prepared> {
  const sandbox = await createSandbox({ seed: 1, pictures: true })
  endings.push(() => sandbox.close())
  const database = `browser_test_${process.pid}_${worker}`
  const databaseUrl = await createDatabase(database)
  endings.push(() => dropDatabase(database))
  const env = {
    ...common,
    DATABASE_URL: databaseUrl,
    ...sandboxEnv(sandbox.url),
  }
  await prepareStore(ROOT, env)
  return { sandboxUrl: sandbox.url, databaseUrl, env }
}

function commonEnv(): Env {
  const secret = () => randomBytes(32).toString("base64")
  return {
    JWT_SECRET: secret(),
    COOKIE_SECRET: secret(),
    SOCIAL_ENCRYPTION_KEY: secret(),
    // Longer than any test lets a platform take.
    SOCIAL_HTTP_TIMEOUT_MS: "120000",
    SOCIAL_HTTP_RETRY_BASE_MS: "5",
    // The minute job would read posts behind the tests' back.
    MEDUSA_WORKER_MODE: "server",
    LOG_LEVEL: "error",
    ...(FROM_SOURCES
      ? {
          NODE_ENV: "development",
          HMR_BIND_HOST: "127.0.0.1",
          ADMIN_VITE_CACHE: join(ROOT, ".data", "vite-browser-tests"),
        }
      : { NODE_ENV: "production" }),
  }
}
