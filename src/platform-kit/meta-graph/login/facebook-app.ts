/** Which tokens a configuration of Facebook Login for Business makes. */
export const CONFIG_TOKENS = ["user", "system_user"] as const

/** `user`: a person's, for 60 days; `system_user`: the business's, without end. */
export type ConfigToken = (typeof CONFIG_TOKENS)[number]

/**
 * A Meta app as it is configured: its id and secret are not those of the
 * Instagram or Threads app that may belong to it.
 * https://developers.facebook.com/documentation/facebook-login/facebook-login-for-business
 */
export interface FacebookApp {
  client_id?: string
  client_secret?: string
  /** A configuration of Facebook Login for Business; replaces the scopes. */
  config_id?: string
  config_token: ConfigToken
  /** Address of the consent page's host. */
  dialog_url: string
  /** Address of the Graph API's host. */
  graph_url: string
  api_version: string
  timeout_ms?: number
  retry_base_ms?: number
  /** What its options are called: `facebook_client_id` or just `client_id`. */
  option_prefix: "" | "facebook_"
}

/** Whether people connect a system user of their business, not themselves. */
export const makesSystemUsers = ({
  config_id,
  config_token,
}: Pick<FacebookApp, "config_id" | "config_token">): boolean =>
  config_id !== undefined && config_token === "system_user"

/** Names of the options that are not set yet; none when it is ready. */
export function missingOptions(
  app: Pick<FacebookApp, "client_id" | "client_secret">,
  prefix: FacebookApp["option_prefix"] = ""
): string[] {
  return (["client_id", "client_secret"] as const)
    .filter((name) => app[name] === undefined)
    .map((name) => prefix + name)
}
