import { z } from "@medusajs/framework/zod"
import { platformOptionsSchema } from "../../platform-kit"

/** Options of the X platform. */
export const twitterOptionsSchema = platformOptionsSchema.extend({
  base_url: z.url().default("https://api.x.com"),
  /** Host of the consent page; tokens are had at `base_url`. */
  oauth_base_url: z.url().default("https://x.com"),
  /** Where people read posts; only for permalinks. */
  web_url: z.url().default("https://x.com"),
  api_version: z
    .string()
    .regex(/^\d+$/, 'expected a version such as "2"')
    .default("2"),
  /**
   * Which names the API is asked by: `new` sends `post.fields`, `legacy`
   * `tweet.fields`. Answers are read in both; when X refuses one, the other is
   * tried and kept.
   */
  vocabulary: z.enum(["new", "legacy"]).default("new"),
})

export type TwitterOptions = z.infer<typeof twitterOptionsSchema>

/** What a merchant states about an X account. */
export const twitterSettingsSchema = z.object({
  /**
   * Whose token it is: the account holder's (`user`) or the app's own Bearer
   * token (`app`), which sees public numbers only.
   */
  auth: z
    .enum(["user", "app"], { error: 'expected "user" or "app"' })
    .default("user"),
})

/** Where apps are made, and the page about it in this package. */
export const APP_SETUP = {
  portal_url: "https://console.x.com",
  guide: "medusa-plugin-social-insights/docs/connect/x.md",
}
