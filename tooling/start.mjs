/**
 * `npm start`: the store with this plugin, from a fresh clone, with a database
 * and stand-in platforms of its own.
 *
 * `npm start -- --once --json` syncs once, prints one JSON document to stdout
 * and ends.
 */
import { parseArgs } from "node:util"
import { checkNode, install } from "./lib/install.mjs"
import { claimRun, stopLeftovers } from "./lib/leftovers.mjs"
import { log } from "./lib/log.mjs"
import { supervise } from "./lib/processes.mjs"
import { loadSecrets } from "./lib/secrets.mjs"
import { loadDotEnv, namesPlatforms } from "./lib/settings.mjs"

async function main() {
  checkNode()
  const { values } = parseArgs({
    options: { once: { type: "boolean" }, json: { type: "boolean" } },
  })
  loadDotEnv()
  const other = claimRun("start")
  if (other) {
    throw new Error(
      `This repository's store is already running (process ${other}). Stop that one first.`
    )
  }
  await stopLeftovers()
  await install()

  const { AdminClient } = await import("./lib/admin-client.mjs")
  const { startStoreDatabase } = await import("./lib/store-database.mjs")
  const { migrate, startServer } = await import("./lib/store-server.mjs")
  const { syncAndCollect, tell, toDocument } = await import("./lib/report.mjs")

  const secrets = loadSecrets()
  const env = environment(secrets, values.once)
  env.DATABASE_URL = await startStoreDatabase(secrets)
  const sandbox = await platforms(env)
  await migrate(env)
  const server = await startServer(env)

  const user = {
    email: secrets.SOCIAL_ADMIN_EMAIL,
    password: secrets.SOCIAL_ADMIN_PASSWORD,
  }
  const admin = new AdminClient(server.url)
  await login(admin, user, env)
  if (sandbox) {
    const { connectDemo } = await import("./lib/demo.mjs")
    await connectDemo(admin, await sandbox.world())
  }
  log("Syncing insights …")
  const collected = await syncAndCollect(admin)
  if (sandbox && !values.once) {
    const { addDemoProducts } = await import("./lib/demo-products.mjs")
    await addDemoProducts(admin, sandbox.url)
  }
  const document = toDocument(collected)
  tell(document, collected)
  if (values.json) {
    await print(document)
  }
  if (!values.once) {
    log(`\nAdmin:    ${server.url}/app`)
    log(`E-mail:   ${user.email}`)
    log(`Password: ${user.password}`)
    log("Ctrl-C stops everything; the data stays for the next start.\n")
    await server.handle.exit
  }
  return 0
}

function environment(secrets, once) {
  const { SOCIAL_ENCRYPTION_KEY, JWT_SECRET, COOKIE_SECRET } = secrets
  return {
    SOCIAL_ENCRYPTION_KEY,
    JWT_SECRET,
    COOKIE_SECRET,
    MEDUSA_DISABLE_TELEMETRY: "true",
    // One sync and nothing else: no admin, no jobs of its own.
    ...(once
      ? { DISABLE_MEDUSA_ADMIN: "true", MEDUSA_WORKER_MODE: "server" }
      : {}),
  }
}

/** The stand-in platforms, unless the environment names real ones. */
async function platforms(env) {
  if (namesPlatforms()) {
    log("Platforms: those of the environment (SOCIAL_…)")
    return null
  }
  const { startSandbox } = await import("./lib/sandbox.mjs")
  const sandbox = await startSandbox()
  Object.assign(env, sandbox.env)
  return sandbox
}

async function login(admin, user, env) {
  if (await admin.login(user)) {
    return
  }
  const { createUser } = await import("./lib/store-server.mjs")
  log(`Creating the admin user ${user.email} …`)
  const created = await createUser(user, env)
  if (!created || !(await admin.login(user))) {
    throw new Error(
      `There is an admin user ${user.email} with another password. Set SOCIAL_ADMIN_PASSWORD to it, or SOCIAL_ADMIN_EMAIL to another address.`
    )
  }
}

/** Waits until the document is really written, also into a slow pipe. */
function print(document) {
  const text = `${JSON.stringify(document, null, 2)}\n`
  return new Promise((done) => process.stdout.write(text, done))
}

supervise(main)
