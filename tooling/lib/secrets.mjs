import { randomBytes } from "node:crypto"
import { join } from "node:path"
import { readJson, writeJson } from "./json-file.mjs"
import { DATA } from "./paths.mjs"

const FILE = join(DATA, "secrets.json")

const MAKE = {
  SOCIAL_ENCRYPTION_KEY: () => randomBytes(32).toString("base64"),
  JWT_SECRET: () => randomBytes(32).toString("hex"),
  COOKIE_SECRET: () => randomBytes(32).toString("hex"),
  SOCIAL_ADMIN_EMAIL: () => "admin@example.com",
  SOCIAL_ADMIN_PASSWORD: () => randomBytes(9).toString("base64url"),
  EMBEDDED_DATABASE_PASSWORD: () => randomBytes(16).toString("hex"),
}

/**
 * Everything secret a run needs: from the environment when given, else made
 * once and kept in a file only the owner can read.
 */
export function loadSecrets() {
  const kept = readJson(FILE)
  const secrets = {}
  let changed = false
  for (const [name, make] of Object.entries(MAKE)) {
    if (process.env[name]) {
      secrets[name] = process.env[name]
      continue
    }
    changed ||= !kept[name]
    secrets[name] = kept[name] ??= make()
  }
  if (changed) {
    writeJson(FILE, kept, 0o600)
  }
  return secrets
}
