import { z } from "@medusajs/framework/zod"
import {
  createFindParams,
  createSelectParams,
} from "@medusajs/medusa/api/utils/validators"
import {
  SORTABLE_COLUMNS,
  SORTABLE_METRICS,
} from "../../../modules/social-posts/sql/list-posts"
import { flag } from "../../utils/sync-parameters"

const orders = [...SORTABLE_METRICS, ...SORTABLE_COLUMNS].flatMap((name) => [
  name,
  `-${name}`,
])

const oneOrMany = z
  .union([z.string(), z.array(z.string())])
  .transform((value) => (Array.isArray(value) ? value : [value]))

const time = (field: string) =>
  z.iso.datetime({
    offset: true,
    error: `${field} must be an ISO 8601 time, e.g. 2026-11-21T09:30:00Z`,
  })

export const AdminGetSocialPostParams = createSelectParams()

export const AdminGetSocialPostsParams = z.strictObject({
  ...createFindParams({ limit: 50, offset: 0 }).shape,
  order: z
    .enum(orders, {
      error: `order must be one of ${orders.join(", ")}`,
    })
    .default("-posted_at"),
  q: z.string().optional(),
  id: oneOrMany.optional(),
  platform: oneOrMany.optional(),
  account_id: oneOrMany.optional(),
  status: oneOrMany.optional(),
  sync_status: oneOrMany.optional(),
  media_product_type: oneOrMany.optional(),
  posted_after: time("posted_after").optional(),
  posted_before: time("posted_before").optional(),
})

export const AdminGetSocialPostHistoryParams = z.strictObject(
  createFindParams({ limit: 50, offset: 0 }).shape
)

const details = {
  caption: z.string().max(65536).nullish(),
  permalink: z.url("permalink must be a web address").nullish(),
  posted_at: time("posted_at").nullish(),
  media_type: z.string().trim().min(1).max(64).nullish(),
  media_product_type: z.string().trim().min(1).max(64).nullish(),
  group_id: z.string().trim().min(1).max(255).nullish(),
}

/** Ids are strings, always: a number would already have lost its last digits. */
const platformPostId = z.string({
  error: "platform_post_id must be a string",
})

export const AdminCreateSocialPost = z
  .strictObject({
    account_id: z.string().min(1),
    platform_post_id: platformPostId.trim().min(1).max(512).nullish(),
    status: z.enum(["draft", "scheduled", "posted"]).default("posted"),
    ...details,
  })
  .refine(
    ({ status, platform_post_id }) => status !== "posted" || platform_post_id,
    {
      path: ["platform_post_id"],
      error:
        "platform_post_id is required for a posted post: the id the platform gave it",
    }
  )
export type AdminCreateSocialPostType = z.infer<typeof AdminCreateSocialPost>

export const AdminUpdateSocialPost = z
  .strictObject({
    platform_post_id: platformPostId.trim().min(1).max(512).optional(),
    status: z.enum(["draft", "scheduled", "posted", "archived"]).optional(),
    ...details,
  })
  .refine((body) => Object.keys(body).length > 0, {
    error: "Give at least one field to change",
  })
export type AdminUpdateSocialPostType = z.infer<typeof AdminUpdateSocialPost>

export const AdminMarkSocialPostPublished = z.strictObject({
  platform_post_id: platformPostId.trim().min(1).max(512).optional(),
  permalink: z.url("permalink must be a web address").optional(),
  posted_at: time("posted_at").optional(),
})
export type AdminMarkSocialPostPublishedType = z.infer<
  typeof AdminMarkSocialPostPublished
>

export const AdminSyncSocialPost = z.strictObject({ force: flag.optional() })
export type AdminSyncSocialPostType = z.infer<typeof AdminSyncSocialPost>

export const AdminSyncAllSocialPosts = z.strictObject({
  /** An account's id or a platform's name. */
  platform_id: z.string().trim().min(1).optional(),
  limit: z.coerce
    .number({ error: "limit must be a number from 1 to 1000" })
    .int()
    .min(1, "limit must be from 1 to 1000")
    .max(1000, "limit must be from 1 to 1000")
    .default(50),
  force: flag.optional(),
  background: flag.optional(),
})
export type AdminSyncAllSocialPostsType = z.infer<
  typeof AdminSyncAllSocialPosts
>
