#!/usr/bin/env node
/*
 * The command line of the plugin, run in a store's folder: docs/commands.md.
 * Only finds the code: as it is published, or the sources in the repository.
 */
const { existsSync } = require("node:fs")
const { join } = require("node:path")

// Jobs and queues are the work of the store's own processes.
process.env.MEDUSA_WORKER_MODE = "server"
process.env.NODE_ENV ||= "development"
// The store's own news are not the command's; errors are.
process.env.LOG_LEVEL ||= "error"

const sources = join(__dirname, "../src/scripts/cli/main.ts")
if (existsSync(sources)) {
  require("ts-node").register({ project: join(__dirname, "../tsconfig.json") })
  require(sources).runCommandLine()
} else {
  // The configuration of a store is TypeScript, as `medusa` reads it.
  try {
    require(
      require.resolve("ts-node", { paths: [process.cwd(), __dirname] })
    ).register({})
  } catch {
    // A built store has JavaScript alone.
  }
  require("../.medusa/server/src/scripts/cli/main.js").runCommandLine()
}
