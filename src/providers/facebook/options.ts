import { z } from "@medusajs/framework/zod"
import {
  CONFIG_TOKENS,
  type FacebookApp,
  metaOptionsSchema,
} from "../../platform-kit/meta-graph"

/** The only place that knows Facebook's hosts. */
export const facebookOptionsSchema = metaOptionsSchema.extend({
  base_url: z.url().default("https://graph.facebook.com"),
  /** Host of the consent page. */
  oauth_base_url: z.url().default("https://www.facebook.com"),
  /** A configuration of Facebook Login for Business; replaces the scopes. */
  config_id: z.string().min(1).optional(),
  /** Which tokens that configuration makes. */
  config_token: z.enum(CONFIG_TOKENS).default("user"),
})

export type FacebookOptions = z.infer<typeof facebookOptionsSchema>

/** The Meta app that people connect their Pages with. */
export const appOf = (options: FacebookOptions): FacebookApp => ({
  ...options,
  dialog_url: options.oauth_base_url,
  graph_url: options.base_url,
  option_prefix: "",
})

/** Where apps are made, and the page about it in this package. */
export const APP_SETUP = {
  portal_url: "https://developers.facebook.com/apps",
  guide: "medusa-plugin-social-insights/docs/connect/facebook.md",
}
