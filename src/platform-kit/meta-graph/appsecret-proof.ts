import { createHmac } from "node:crypto"
import type { PlatformAccount } from "../contract"

/** A Meta app that can vouch for its own tokens. */
export interface ProofSource {
  app_secret?: string
  /** Name of the option that holds the secret, for errors. */
  secret_option: string
}

/**
 * The address with a proof that the sender knows the app's secret: one per
 * token, and only for tokens of that app. As query parameter, because in a body
 * it can be overlooked.
 * https://developers.facebook.com/docs/graph-api/guides/secure-requests
 */
export function withProof(
  url: string,
  { access_token, own_app }: Pick<PlatformAccount, "access_token" | "own_app">,
  { app_secret }: Pick<ProofSource, "app_secret">
): string {
  if (!own_app || app_secret === undefined) {
    return url
  }
  const proof = createHmac("sha256", app_secret)
    .update(access_token)
    .digest("hex")
  return `${url}${url.includes("?") ? "&" : "?"}appsecret_proof=${proof}`
}
