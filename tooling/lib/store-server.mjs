import { rememberedPort } from "./free-port.mjs"
import { log, since } from "./log.mjs"
import { MEDUSA_CLI } from "./paths.mjs"
import { mustRun, run, start } from "./processes.mjs"
import { waitForHttp } from "./wait-for-http.mjs"

/** Brings the database to the newest version; unattended. */
export async function migrate(env) {
  log("Migrating the database …")
  const started = Date.now()
  await medusa("migrate", ["db:migrate", "--execute-safe-links"], env)
  log(`Database is up to date (${since(started)})`)
}

/** Creates the admin user; false when there is one with that address. */
export async function createUser({ email, password }, env) {
  try {
    await medusa(
      "user",
      // With "=", because a password may begin with "-".
      ["user", `--email=${email}`, `--password=${password}`],
      env
    )
    return true
  } catch (error) {
    if (/already exists/i.test(error.message)) {
      return false
    }
    throw error
  }
}

/** Starts the store, admin included, and waits until it answers. */
export async function startServer(env) {
  const started = Date.now()
  const port = process.env.PORT ?? (await rememberedPort("server", 9000))
  const url = `http://127.0.0.1:${port}`
  log("Starting the store …")
  const handle = start(
    "store",
    process.execPath,
    [MEDUSA_CLI, "start", "-H", "127.0.0.1", "-p", String(port)],
    {
      vital: true,
      env: {
        ...env,
        HMR_BIND_HOST: "127.0.0.1",
        // Serves the admin from its sources.
        NODE_ENV: "development",
        LOG_LEVEL: process.env.LOG_LEVEL ?? "warn",
        ADMIN_CORS: process.env.ADMIN_CORS ?? url,
        AUTH_CORS: process.env.AUTH_CORS ?? url,
      },
    }
  )
  await waitForHttp(`${url}/health`, () => mustRun(handle))
  log(`Store: ${url} (${since(started)})`)
  return { url, handle }
}

const medusa = (name, args, env) =>
  run(name, process.execPath, [MEDUSA_CLI, ...args], {
    show: "keep",
    env: { ...env, NODE_ENV: "development" },
  })
