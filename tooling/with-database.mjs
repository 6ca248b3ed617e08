/**
 * Runs a command beside a fresh database, e.g. to generate a migration:
 * `node tooling/with-database.mjs npx medusa plugin:db:generate`
 */
import { launch } from "./lib/launch.mjs"

launch(() => {
  const command = process.argv.slice(2)
  if (!command.length) {
    throw new Error("Usage: node tooling/with-database.mjs <command> [args …]")
  }
  return command
})
