import type { TokenSet } from "../../../platform-kit"

/** What must not stand in any text, for `redact`. */
export const secretsOf = (tokens: TokenSet): string[] =>
  [tokens.access_token, tokens.refresh_token, tokens.source_token].filter(
    (secret) => secret !== null
  )
