import { z } from "@medusajs/framework/zod"
import { metaOptionsSchema } from "../../platform-kit/meta-graph"

/** The only place that knows Facebook's host. */
export const facebookOptionsSchema = metaOptionsSchema.extend({
  base_url: z.url().default("https://graph.facebook.com"),
})

export type FacebookOptions = z.infer<typeof facebookOptionsSchema>
