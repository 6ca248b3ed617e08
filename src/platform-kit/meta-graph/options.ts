import { platformOptionsSchema } from "../social-platform"
import { z } from "@medusajs/framework/zod"

/**
 * The version calls are pinned to. Metrics are taken away from all versions at
 * once, so an old one keeps nothing alive.
 * https://developers.facebook.com/docs/graph-api/changelog
 */
export const GRAPH_API_VERSION = "v26.0"

/** Options of every platform on the Graph API. */
export const metaOptionsSchema = platformOptionsSchema.extend({
  api_version: z
    .string()
    .regex(/^v\d+\.\d+$/, 'expected a version such as "v26.0"')
    .default(GRAPH_API_VERSION),
  /** A text of your own; Meta repeats it when a webhook is set up. */
  webhook_verify_token: z.string().min(1).optional(),
})

export type MetaOptions = z.infer<typeof metaOptionsSchema>
