import { z } from "@medusajs/framework/zod"
import { metaOptionsSchema } from "../../platform-kit/meta-graph"

/** The only place that knows Instagram's hosts. */
export const instagramOptionsSchema = metaOptionsSchema.extend({
  /** For accounts of the Instagram login. */
  base_url: z.url().default("https://graph.instagram.com"),
  /** For accounts of the Facebook login. */
  facebook_base_url: z.url().default("https://graph.facebook.com"),
})

export type InstagramOptions = z.infer<typeof instagramOptionsSchema>
