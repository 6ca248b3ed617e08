import { createHash } from "node:crypto"
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { log, since } from "./log.mjs"
import { ROOT } from "./paths.mjs"
import { run } from "./processes.mjs"

const LOCK = join(ROOT, "package-lock.json")
const MODULES = join(ROOT, "node_modules")
const STAMP = join(MODULES, ".installed-from")

/** Stops with one clear sentence when this Node is too old for Medusa. */
export function checkNode(version = process.versions.node) {
  const [major, minor] = version.split(".").map(Number)
  const ok =
    (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22
  if (!ok) {
    throw new Error(
      `Node ${version} is too old or not supported: Medusa needs Node 20.19 or newer, or 22.12 or newer. Get it from https://nodejs.org and try again.`
    )
  }
}

/** Installs the dependencies when they are missing or the lock file changed. */
export async function install() {
  const lock = createHash("sha256").update(readFileSync(LOCK)).digest("hex")
  if (isInstalled(lock)) {
    return
  }
  const fresh = !existsSync(join(MODULES, ".package-lock.json"))
  log(
    fresh
      ? "Installing dependencies (once, a minute or two) …"
      : "Dependencies changed, installing …"
  )
  const started = Date.now()
  // Not `npm ci`: it refuses a lock file that does not name the binaries of
  // every system, and leaves those of this one out. The versions are the lock
  // file's all the same, and it stays as it is.
  await npm(["install", "--no-save"])
  writeFileSync(STAMP, lock)
  log(`Dependencies installed in ${since(started)}`)
}

function isInstalled(lock) {
  if (existsSync(STAMP)) {
    return readFileSync(STAMP, "utf8") === lock
  }
  // Installed by hand, and not before the lock file was last changed.
  const hidden = join(MODULES, ".package-lock.json")
  if (
    !existsSync(hidden) ||
    statSync(hidden).mtimeMs < statSync(LOCK).mtimeMs
  ) {
    return false
  }
  writeFileSync(STAMP, lock)
  return true
}

/** Runs npm; the one that started us when there is one. */
function npm(args) {
  const quiet = ["--no-progress", "--loglevel=error"]
  const cli = process.env.npm_execpath
  return cli?.endsWith(".js")
    ? run("npm", process.execPath, [cli, ...args, ...quiet], { show: "keep" })
    : run("npm", "npm", [...args, ...quiet], { show: "keep" })
}
