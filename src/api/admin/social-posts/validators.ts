import { z } from "@medusajs/framework/zod"
import { createSelectParams } from "@medusajs/medusa/api/utils/validators"
import {
  SORTABLE_COLUMNS,
  SORTABLE_METRICS,
} from "../../../modules/social-posts/sql/list-posts"
import { flag } from "../../utils/sync-parameters"
import { listParams, oneOrMany, text, time } from "../../utils/validators"

const many = oneOrMany.transform((value) =>
  Array.isArray(value) ? value : [value]
)

export const AdminGetSocialPostParams = createSelectParams()

export const AdminGetSocialPostsParams = z.strictObject({
  ...listParams({
    limit: 50,
    orders: [...SORTABLE_METRICS, ...SORTABLE_COLUMNS],
    order: "-posted_at",
  }),
  q: text.optional(),
  id: many.optional(),
  platform: many.optional(),
  account_id: many.optional(),
  status: many.optional(),
  sync_status: many.optional(),
  media_product_type: many.optional(),
  posted_after: time("posted_after").optional(),
  posted_before: time("posted_before").optional(),
})

export const AdminGetSocialPostCommentsParams = z.strictObject(
  listParams({
    limit: 50,
    orders: ["commented_at", "like_count", "created_at"],
    order: "-commented_at",
  })
)

export const AdminGetSocialPostTimelineParams = z.strictObject(
  listParams({ limit: 100, orders: ["captured_at"], order: "-captured_at" })
)

const details = {
  caption: text.max(65536).nullish(),
  permalink: z.url("permalink must be a web address").nullish(),
  posted_at: time("posted_at").nullish(),
  media_type: text.trim().min(1).max(64).nullish(),
  media_product_type: text.trim().min(1).max(64).nullish(),
  group_id: text.trim().min(1).max(255).nullish(),
}

/** Ids are strings, always: a number would already have lost its last digits. */
const platformPostId = z
  .string({ error: "platform_post_id must be a string" })
  .trim()
  .min(1)
  .max(512)

export const AdminCreateSocialPost = z
  .strictObject({
    account_id: text.min(1),
    platform_post_id: platformPostId.nullish(),
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
    platform_post_id: platformPostId.optional(),
    status: z.enum(["draft", "scheduled", "posted", "archived"]).optional(),
    ...details,
  })
  .refine((body) => Object.keys(body).length > 0, {
    error: "Give at least one field to change",
  })
export type AdminUpdateSocialPostType = z.infer<typeof AdminUpdateSocialPost>

export const AdminMarkSocialPostPublished = z.strictObject({
  platform_post_id: platformPostId.optional(),
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
  platform_id: text.trim().min(1).optional(),
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
