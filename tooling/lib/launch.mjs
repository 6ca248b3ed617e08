import { ensureDatabase } from "./embedded-database.mjs"
import { checkNode, install } from "./install.mjs"
import { stopLeftovers } from "./leftovers.mjs"
import { log } from "./log.mjs"
import { start, supervise } from "./processes.mjs"
import { startTestDatabase } from "./test-database.mjs"

const NAME = "medusa_social_insights"

/**
 * Runs a command beside a fresh database: installs first, passes the output
 * through, gives its exit code, leaves nothing.
 * @param choose gives the command with its arguments
 */
export function launch(choose) {
  let remove = () => {}
  const main = async () => {
    checkNode()
    const [command, ...args] = choose()
    await stopLeftovers()
    await install()
    log("Starting a database …")
    const test = await startTestDatabase()
    remove = test.remove
    const env = { ...test.env, MEDUSA_DISABLE_TELEMETRY: "true", DB_NAME: NAME }
    if (test.database) {
      await ensureDatabase(test.database, NAME)
      env.DATABASE_URL = test.database.url(NAME)
    }
    const child = start(command, command, args, { env, show: "as-is" })
    const { code, error } = await child.exit
    if (error) {
      throw error
    }
    return code ?? 1
  }
  supervise(main, async () => remove())
}

/** A TypeScript file with the arguments of this process. */
export const typescript = (file) => () => [
  process.execPath,
  "-r",
  "ts-node/register",
  file,
  ...process.argv.slice(2),
]
