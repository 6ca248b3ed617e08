import { z } from "@medusajs/framework/zod"
import {
  CONFIG_TOKENS,
  type FacebookApp,
  metaOptionsSchema,
} from "../../platform-kit/meta-graph"
import type { InstagramApp } from "./instagram-login"

/**
 * The only place that knows Instagram's hosts. The Instagram login has an id
 * and a secret of its own (`client_id`, `client_secret`: the Instagram app's);
 * the Facebook login has the Meta app's.
 */
export const instagramOptionsSchema = metaOptionsSchema.extend({
  /** For accounts of the Instagram login. */
  base_url: z.url().default("https://graph.instagram.com"),
  /** Host of the Instagram login's consent page. */
  oauth_base_url: z.url().default("https://www.instagram.com"),
  /** Host that trades the Instagram login's codes. */
  token_base_url: z.url().default("https://api.instagram.com"),
  /** For accounts of the Facebook login. */
  facebook_base_url: z.url().default("https://graph.facebook.com"),
  /** Host of the Facebook login's consent page. */
  facebook_oauth_base_url: z.url().default("https://www.facebook.com"),
  facebook_client_id: z.string().min(1).optional(),
  facebook_client_secret: z.string().min(1).optional(),
  /** A configuration of Facebook Login for Business; replaces the scopes. */
  facebook_config_id: z.string().min(1).optional(),
  /**
   * Permissions to ask for besides the usual ones: `ads_read` where a person's
   * role on the Page comes from a Business Manager.
   */
  facebook_extra_scopes: z
    .array(z.string().regex(/^\w+$/, 'expected names such as "ads_read"'))
    .default([]),
  /** Which tokens that configuration makes. */
  facebook_config_token: z.enum(CONFIG_TOKENS).default("user"),
})

export type InstagramOptions = z.infer<typeof instagramOptionsSchema>

/** The app behind the Instagram login. */
export const instagramAppOf = (options: InstagramOptions): InstagramApp => ({
  ...options,
  dialog_url: options.oauth_base_url,
  token_url: options.token_base_url,
  graph_url: options.base_url,
})

/** The app behind the Facebook login. */
export const facebookAppOf = (options: InstagramOptions): FacebookApp => ({
  client_id: options.facebook_client_id,
  client_secret: options.facebook_client_secret,
  config_id: options.facebook_config_id,
  config_token: options.facebook_config_token,
  dialog_url: options.facebook_oauth_base_url,
  graph_url: options.facebook_base_url,
  api_version: options.api_version,
  timeout_ms: options.timeout_ms,
  retry_base_ms: options.retry_base_ms,
  option_prefix: "facebook_",
})

/** Where apps are made, and the page about it in this package. */
export const APP_SETUP = {
  portal_url: "https://developers.facebook.com/apps",
  guide: "medusa-plugin-social-insights/docs/connect/instagram.md",
}
