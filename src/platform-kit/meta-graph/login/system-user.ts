import type { ConnectingCall } from "../../contract"
import type { TokenFacts } from "./debug-token"
import { type FacebookApp, makesSystemUsers } from "./facebook-app"
import { exchangeRefused } from "./refusals"

const DAY_MS = 24 * 60 * 60 * 1000

/**
 * A system user's token is kept as it is issued. A person's would be the short
 * one, and dead within hours.
 * https://developers.facebook.com/documentation/facebook-login/facebook-login-for-business
 *
 * @throws PlatformError `invalid` when the configuration makes tokens of people
 */
export function requireSystemUser(
  app: FacebookApp,
  kept: Pick<TokenFacts, "type" | "expires_at">,
  redirect_uri: string,
  { now }: Pick<ConnectingCall, "now">
): void {
  const left = kept.expires_at
    ? kept.expires_at.getTime() - now().getTime()
    : Infinity
  if (makesSystemUsers(app) && (kept.type === "USER" || left <= DAY_MS)) {
    const { option_prefix } = app
    throw exchangeRefused("config_token_of_person", {
      label: "Facebook",
      redirect_uri,
      option_prefix,
    })
  }
}
