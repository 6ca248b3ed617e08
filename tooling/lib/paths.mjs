import { createRequire } from "node:module"
import { dirname, join, resolve } from "node:path"
import { fileURLToPath } from "node:url"

/** The repository. */
export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), "../..")

/** Everything a run leaves behind: databases, ports, secrets. Not committed. */
export const DATA = join(ROOT, ".data")

/**
 * Resolves installed packages. A function, because `node_modules` may not exist
 * when this file is loaded.
 */
export const installed = () => createRequire(join(ROOT, "package.json"))

/** The Medusa command line, run with this Node. */
export const MEDUSA_CLI = join(ROOT, "node_modules/@medusajs/cli/cli.js")
