import { randomBytes } from "node:crypto"
import { join } from "node:path"
import { createSandbox } from "../../platform-sandbox"
import { ROOT } from "../utils/booted-store/commands"
import { buildAdmin } from "../utils/booted-store/built-admin"
import { createDatabase, dropDatabase } from "../utils/booted-store/database"
import { prepareStore, startStore } from "../utils/booted-store/store"
import { sandboxEnv } from "../utils/sandbox-env"

const DATABASE = `browser_test_${process.pid}`

/** How the specs find what runs outside of them. */
export const STORE_URL = "BROWSER_TEST_STORE_URL"
export const SANDBOX_URL = "BROWSER_TEST_SANDBOX_URL"
export const DATABASE_URL = "BROWSER_TEST_DATABASE_URL"

/** While one works on the admin: no build, but slower pages. */
const FROM_SOURCES = process.env.BROWSER_TEST_ADMIN === "sources"

/** Boots this repository as a store beside a sandbox, once for all browser tests. */
export default async function setup(): Promise<void> {
  const sandbox = await createSandbox({ seed: 1, pictures: true })
  const databaseUrl = await createDatabase(DATABASE)
  const secret = () => randomBytes(32).toString("base64")
  const env = {
    DATABASE_URL: databaseUrl,
    JWT_SECRET: secret(),
    COOKIE_SECRET: secret(),
    SOCIAL_ENCRYPTION_KEY: secret(),
    SOCIAL_HTTP_TIMEOUT_MS: "2000",
    SOCIAL_HTTP_RETRY_BASE_MS: "5",
    ...sandboxEnv(sandbox.url),
    // The minute job would read posts behind the tests' back.
    MEDUSA_WORKER_MODE: "server",
    ...(FROM_SOURCES
      ? {
          NODE_ENV: "development",
          HMR_BIND_HOST: "127.0.0.1",
          ADMIN_VITE_CACHE: join(ROOT, ".data", "vite-browser-tests"),
        }
      : { NODE_ENV: "production" }),
    LOG_LEVEL: "error",
  }
  const teardown = async () => {
    await store?.stop()
    await sandbox.close()
    await dropDatabase(DATABASE)
  }
  let store: Awaited<ReturnType<typeof startStore>> | undefined
  try {
    await prepareStore(ROOT, env)
    if (!FROM_SOURCES) {
      await buildAdmin(ROOT, env)
    }
    store = await startStore(ROOT, env)
  } catch (error) {
    await teardown()
    throw error
  }
  process.env[STORE_URL] = store.url
  process.env[SANDBOX_URL] = sandbox.url
  process.env[DATABASE_URL] = databaseUrl
  Object.assign(globalThis, { browserTestTeardown: teardown })
}
