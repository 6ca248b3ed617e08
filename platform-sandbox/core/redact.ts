const SECRETS =
  /(access_token|input_token|fb_exchange_token|refresh_token|client_secret|appsecret_proof|code_verifier|code)(=|%3D)[^&#%\s"]*/gi

/** Removes every credential from a query string or path. */
export function redact(text: string): string {
  return text.replace(SECRETS, "$1$2…")
}
