import { existsSync, readdirSync } from "node:fs"
import { availableParallelism } from "node:os"
import { join } from "node:path"
import { MEDUSA_CLI, ROOT } from "./paths.mjs"

const node = process.execPath
const bin = (path) => join(ROOT, "node_modules", path)

/** A stage that is one command and passes or fails as one. */
const command = (name, title, minutes, args, more = {}) => ({
  name,
  title,
  minutes,
  commands: [args],
  ...more,
})

/** A stage that is a kind of jest tests. */
const jest = (name, title, minutes, more = {}) => ({
  name,
  title,
  minutes,
  jest: true,
  database: true,
  ...more,
})

/** More stores at once than this only wait for each other's disk. */
const SIDE_BY_SIDE = Math.min(2, availableParallelism())

/** What `npm test` does, in this order. */
export const STAGES = [
  command("lint", "Lint (Medusa, strict)", 10, [node, MEDUSA_CLI, "lint"], {
    // `medusa lint` ends well with warnings; here they count.
    mustNotSay: /Lint produced \d+ warning/,
  }),
  {
    ...command("types", "Types", 10, []),
    commands: ["tsconfig.dev.json", "src/admin/tsconfig.json"]
      .filter((file) => existsSync(join(ROOT, file)))
      .map((file) => [node, bin("typescript/bin/tsc"), "-p", file]),
  },
  command("format", "Format (prettier)", 5, [
    node,
    bin("prettier/bin/prettier.cjs"),
    "--check",
    "--log-level=warn",
    ".",
  ]),
  jest("unit", "Unit tests", 15, {
    database: false,
    workers: availableParallelism(),
  }),
  // Each file has a store, a database and platforms of its own.
  jest("modules", "Module tests", 20, { workers: SIDE_BY_SIDE }),
  jest("http", "HTTP tests", 25, { workers: SIDE_BY_SIDE }),
  jest("faults", "Fault tests", 30, { workers: SIDE_BY_SIDE }),
  jest("browser", "Browser tests", 25, {
    browser: true,
    workers: SIDE_BY_SIDE,
  }),
  jest("package", "Package test", 15, { browser: true }),
]

/** Whether a kind of integration tests has any files yet. */
export function hasSpecs(name) {
  const folder = join(ROOT, "integration-tests", name)
  return (
    existsSync(folder) &&
    readdirSync(folder, { recursive: true }).some((file) =>
      /\.spec\.[jt]s$/.test(file)
    )
  )
}
