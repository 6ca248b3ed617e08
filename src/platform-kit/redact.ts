/** Query keys and header names that carry secrets on the platforms we know. */
const SECRET_PARAMETERS =
  /((?:^|[?&#\s"'(,:])(?:access_token|client_secret|refresh_token|fb_exchange_token|input_token|appsecret_proof|code|code_verifier|token)=)[^&#\s"']+/gi
const SECRET_FIELDS =
  /("(?:access_token|client_secret|refresh_token|token)"\s*:\s*")[^"]+/gi
const BEARER = /(bearer\s+)[^\s"',}]+/gi

/**
 * Takes secrets out of a text that is going to be logged, stored or shown:
 * token parameters, bearer headers and the given values themselves.
 */
export function redact(text: string, secrets: readonly string[] = []): string {
  let safe = text
    .replace(SECRET_PARAMETERS, "$1[redacted]")
    .replace(SECRET_FIELDS, "$1[redacted]")
    .replace(BEARER, "$1[redacted]")
  // The longest first: one secret may begin with another.
  const longestFirst = [...secrets].sort((a, b) => b.length - a.length)
  for (const secret of longestFirst) {
    if (secret.length >= 4) {
      safe = safe.split(secret).join("[redacted]")
    }
  }
  return safe
}
