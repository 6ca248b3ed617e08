import { randomBytes } from "node:crypto"
import { existsSync, readdirSync, rmSync } from "node:fs"
import { basename, dirname, join } from "node:path"
import { startEmbeddedDatabase } from "./embedded-database.mjs"
import { freePort } from "./free-port.mjs"
import { DATA } from "./paths.mjs"
import { processStamp } from "./process-identity.mjs"

/**
 * A database server for one run of tests or measurements: new, fast, forgotten
 * afterwards. Two runs at a time do not meet. `DATABASE_URL` replaces it.
 *
 * Gives the variables that Medusa's test tools read, and `remove()`, to be
 * called when everything has stopped.
 */
export async function startTestDatabase() {
  if (process.env.DATABASE_URL) {
    return { env: fromUrl(process.env.DATABASE_URL), remove: () => {} }
  }
  const folder = join(DATA, `test-postgres-${process.pid}`)
  const database = await startEmbeddedDatabase({
    folder,
    port: await freePort(),
    password: randomBytes(12).toString("hex"),
    durable: false,
  })
  removeAbandoned(database.place)
  return {
    database,
    env: fromUrl(database.url("postgres")),
    remove: () => {
      for (const gone of [folder, database.place]) {
        rmSync(gone, { recursive: true, force: true })
      }
      removeOutside(dirname(database.place))
    },
  }
}

function fromUrl(url) {
  const { hostname, port, username, password } = new URL(url)
  return {
    // Medusa's test runner asks every host but "localhost" for TLS.
    DB_HOST: hostname === "127.0.0.1" ? "localhost" : hostname,
    DB_PORT: port || "5432",
    DB_USERNAME: decodeURIComponent(username),
    DB_PASSWORD: decodeURIComponent(password),
  }
}

/** Files in a temporary folder stay only while there is data beside them. */
function removeOutside(house) {
  const holds = house === DATA ? [] : readdirSync(house)
  if (holds.length === 1 && holds[0] === "postgres-binaries") {
    rmSync(house, { recursive: true, force: true })
  }
}

/** Folders of runs that were killed before they could clean up. */
function removeAbandoned(place) {
  for (const house of new Set([DATA, dirname(place)])) {
    for (const name of existsSync(house) ? readdirSync(house) : []) {
      const pid = Number(/^test-postgres-(\d+)$/.exec(name)?.[1])
      if (pid && name !== basename(place) && processStamp(pid) === null) {
        rmSync(join(house, name), { recursive: true, force: true })
      }
    }
  }
}
