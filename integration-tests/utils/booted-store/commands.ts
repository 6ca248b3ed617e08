import { spawn } from "node:child_process"
import { existsSync } from "node:fs"
import { dirname, join, resolve } from "node:path"

/** The repository. */
export const ROOT = resolve(__dirname, "../../..")

const BINARIES = {
  medusa: "@medusajs/cli/cli.js",
  tsc: "typescript/bin/tsc",
}

/** Path of a command line in the `node_modules` of a project or above it. */
export function binary(project: string, name: keyof typeof BINARIES): string {
  const path = join(project, "node_modules", BINARIES[name])
  const above = dirname(project)
  return existsSync(path) || above === project ? path : binary(above, name)
}

/** A shell's variables without what jest and this repository's config add. */
export function plainEnvironment(
  more: Record<string, string> = {}
): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) =>
      !/^(npm_(?!config_)|INIT_CWD$|NODE_OPTIONS$|NODE_ENV$|JEST_|TEST_TYPE$|SOCIAL_|DB_|JWT_|COOKIE_)/.test(
        name
      )
  )
  return {
    ...Object.fromEntries(kept),
    MEDUSA_DISABLE_TELEMETRY: "true",
    ...more,
  }
}

/** Runs a program to its end; gives its stdout, throws with all it said. */
export function run(
  command: string,
  args: string[],
  cwd: string,
  env = plainEnvironment()
): Promise<string> {
  return new Promise((done, fail) => {
    const child = spawn(command, args, { cwd, env })
    const said = { out: "", all: "" }
    child.stdout.on("data", (text) => {
      said.out += text
      said.all += text
    })
    child.stderr.on("data", (text) => (said.all += text))
    child.once("error", fail)
    child.once("close", (code) =>
      code === 0
        ? done(said.out)
        : fail(new Error(`${args.join(" ")} ended with ${code}:\n${said.all}`))
    )
  })
}
