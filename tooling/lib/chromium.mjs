import { spawnSync } from "node:child_process"
import { existsSync } from "node:fs"
import { join } from "node:path"
import { log } from "./log.mjs"
import { installed, ROOT } from "./paths.mjs"
import { run } from "./processes.mjs"

const NAMES = [
  "chromium",
  "chromium-browser",
  "google-chrome-stable",
  "google-chrome",
]
const MAC = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"

/** A Chromium for the browser tests: found, or installed. */
export async function findChromium() {
  const found = process.env.CHROMIUM_PATH ?? onPath() ?? downloaded()
  if (found) {
    return found
  }
  if (process.getuid?.() === 0 && has("apt-get")) {
    log("Installing Chromium (apt-get) …")
    const env = { DEBIAN_FRONTEND: "noninteractive" }
    await run("apt-get", "apt-get", ["update"], { show: "keep", env })
    await run(
      "apt-get",
      "apt-get",
      ["install", "-y", "--no-install-recommends", "chromium"],
      { show: "keep", env }
    )
  } else {
    log("Downloading Chromium …")
    const cli = join(ROOT, "node_modules/playwright-core/cli.js")
    await run("playwright", process.execPath, [cli, "install", "chromium"])
  }
  const now = onPath() ?? downloaded()
  if (!now) {
    throw new Error(
      "The browser tests need Chromium: install it, or set CHROMIUM_PATH."
    )
  }
  return now
}

const has = (name) =>
  spawnSync("sh", ["-c", `command -v ${name}`], {
    encoding: "utf8",
  }).stdout.trim() || null

function onPath() {
  return NAMES.map(has).find(Boolean) ?? (existsSync(MAC) ? MAC : null)
}

function downloaded() {
  const path = installed()("playwright-core").chromium.executablePath()
  return path && existsSync(path) ? path : null
}
