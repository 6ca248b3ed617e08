import type { TokenSet } from "../../../platform-kit"
import type { FoundTokens } from "../types/connections"

const TIMES: ReadonlySet<string> = new Set<keyof TokenSet>([
  "issued_at",
  "expires_at",
  "refresh_expires_at",
  "source_expires_at",
  "data_access_expires_at",
])

/** Tokens by `external_id`, from the opened text of a connection. */
export function readFoundTokens(text: string): Map<string, TokenSet> {
  const found: FoundTokens[] = JSON.parse(text, (key, value) =>
    TIMES.has(key) && typeof value === "string" ? new Date(value) : value
  )
  return new Map(found.map(({ external_id, tokens }) => [external_id, tokens]))
}
