import { createHash } from "node:crypto"

/**
 * The id of what comes from a row, the same each time, so that a second run
 * finds what the first one wrote.
 */
export function stableId(prefix: string, ...parts: string[]): string {
  const hash = createHash("sha256").update(JSON.stringify(parts)).digest("hex")
  return `${prefix}_${hash.slice(0, 26).toUpperCase()}`
}
