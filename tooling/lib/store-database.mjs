import { join } from "node:path"
import { ensureDatabase, startEmbeddedDatabase } from "./embedded-database.mjs"
import { rememberedPort } from "./free-port.mjs"
import { log, since } from "./log.mjs"
import { DATA } from "./paths.mjs"

const NAME = "medusa_social_insights"

/** The store's database: `DATABASE_URL`, else an embedded one that stays. */
export async function startStoreDatabase(secrets) {
  if (process.env.DATABASE_URL) {
    log("Database: the one of DATABASE_URL")
    return process.env.DATABASE_URL
  }
  const started = Date.now()
  const database = await startEmbeddedDatabase({
    folder: join(DATA, "postgres"),
    port: await rememberedPort("postgres", 54329),
    password: secrets.EMBEDDED_DATABASE_PASSWORD,
  })
  await ensureDatabase(database, NAME)
  log(
    `Database: PostgreSQL on 127.0.0.1:${database.port} (${since(started)}), files in ${database.place}`
  )
  return database.url(NAME)
}
