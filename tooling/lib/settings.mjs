import { existsSync } from "node:fs"
import { join } from "node:path"
import { ROOT } from "./paths.mjs"

/** Reads `.env` when there is one; what the shell says wins. */
export function loadDotEnv() {
  const file = join(ROOT, ".env")
  if (existsSync(file)) {
    process.loadEnvFile(file)
  }
}

const REAL = /^SOCIAL_[A-Z_]+_(BASE_URL|CLIENT_ID|CLIENT_SECRET|CONFIG_ID)$/

/** Whether somebody named a platform to talk to; then there is no demo. */
export function namesPlatforms(env = process.env) {
  return Object.keys(env).some((name) => REAL.test(name) && env[name])
}
