import { z } from "@medusajs/framework/zod"
import { createSelectParams } from "@medusajs/medusa/api/utils/validators"
import { THREAD_ORDERS } from "../../../modules/social-posts/sql/comment-threads"
import {
  SORTABLE_COLUMNS,
  SORTABLE_METRICS,
} from "../../../modules/social-posts/sql/list-posts"
import { rangeParams, refuseOddRange } from "../../utils/range"
import { flag } from "../../utils/sync-parameters"
import { commentFilters } from "../social-comments/validators"
import {
  linkBody,
  listParams,
  oneOrMany,
  text,
  time,
  webAddress,
} from "../../utils/validators"

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
  media_type: many.optional(),
  /** The product type, or what a plain post carries; written large or small. */
  type: many.optional(),
  /** Posts linked to any of these products. */
  product_id: many.optional(),
  /** Whether something about the post or its account needs a person. */
  has_problems: flag.optional(),
  /** Posts of one publication on several platforms. */
  group_id: many.optional(),
  /** Posts that have not ended (`false`: stories that have). */
  alive: flag.optional(),
  posted_after: time("posted_after").optional(),
  posted_before: time("posted_before").optional(),
  /** Whether `insights` carries the newest comments, which can be large. */
  with_comments_data: flag.optional(),
})

/** Most threads of a page: each brings its replies. */
const MOST_THREADS = 100

export const AdminGetSocialPostCommentsParams = z
  .strictObject({
    ...listParams({
      limit: 50,
      orders: THREAD_ORDERS,
      order: "-commented_at",
    }),
    ...commentFilters,
    /** Top-level comments, each with everything below it. */
    threads: flag.optional(),
  })
  .refine(({ threads, limit }) => !threads || limit <= MOST_THREADS, {
    path: ["limit"],
    error: `limit must be from 0 to ${MOST_THREADS} with threads`,
  })
export type AdminGetSocialPostCommentsParamsType = z.infer<
  typeof AdminGetSocialPostCommentsParams
>

export const AdminGetSocialPostTimelineParams = z
  .strictObject({
    ...listParams({
      limit: 100,
      orders: ["captured_at"],
      order: "-captured_at",
    }),
    ...rangeParams(),
  })
  .superRefine(refuseOddRange)
export type AdminGetSocialPostTimelineParamsType = z.infer<
  typeof AdminGetSocialPostTimelineParams
>

const details = {
  caption: text.max(65536).nullish(),
  permalink: webAddress("permalink").nullish(),
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

const settableStatus = z.enum(["draft", "scheduled", "posted", "archived"])

export const AdminUpdateSocialPost = z
  .strictObject({
    platform_post_id: platformPostId.optional(),
    status: settableStatus.optional(),
    ...details,
  })
  .refine((body) => Object.keys(body).length > 0, {
    error: "Give at least one field to change",
  })
export type AdminUpdateSocialPostType = z.infer<typeof AdminUpdateSocialPost>

export const AdminLinkSocialPostProducts = linkBody()

/** Most posts one batch changes or deletes. */
const LARGEST_BATCH = 1000

export const AdminBatchSocialPosts = z
  .strictObject({
    update: z
      .array(z.strictObject({ id: text.min(1), status: settableStatus }), {
        error: "update must be a list of { id, status }",
      })
      .default([]),
    delete: z
      .array(text.min(1), { error: "delete must be a list of ids" })
      .default([]),
  })
  .refine((batch) => isWithin(idsOf(batch).length, 1, LARGEST_BATCH), {
    error: `update and delete must name 1 to ${LARGEST_BATCH} posts together`,
  })
  .refine((batch) => areDifferent(idsOf(batch)), {
    error: "update and delete must name each post once",
  })
export type AdminBatchSocialPostsType = z.infer<typeof AdminBatchSocialPosts>

const idsOf = (batch: { update: { id: string }[]; delete: string[] }) =>
  batch.update.map(({ id }) => id).concat(batch.delete)

const isWithin = (value: number, least: number, most: number) =>
  value >= least && value <= most

const areDifferent = (ids: string[]) => new Set(ids).size === ids.length

export const AdminMarkSocialPostPublished = z.strictObject({
  platform_post_id: platformPostId.optional(),
  permalink: webAddress("permalink").optional(),
  posted_at: time("posted_at").optional(),
})
export type AdminMarkSocialPostPublishedType = z.infer<
  typeof AdminMarkSocialPostPublished
>

export const AdminSyncSocialPost = z.strictObject({ force: flag.optional() })
export type AdminSyncSocialPostType = z.infer<typeof AdminSyncSocialPost>

/** Posts of a sync when the caller does not say. */
const USUAL_LIMIT = 50
/** Most posts of one sync. */
const LARGEST_SYNC = 1000

const postIds = z
  .union([text.transform((id) => [id]), z.array(text.min(1))], {
    error: "post_ids must be a list of ids",
  })
  .refine((ids) => isWithin(ids.length, 1, LARGEST_SYNC), {
    error: `post_ids must name 1 to ${LARGEST_SYNC} posts`,
  })
  .transform((ids) => [...new Set(ids)])

export const AdminSyncAllSocialPosts = z
  .strictObject({
    /** An account's id or a platform's name. */
    platform_id: text.trim().min(1).optional(),
    /** Exactly these posts. */
    post_ids: postIds.optional(),
    /** Default 50. */
    limit: z.coerce
      .number({ error: `limit must be a number from 1 to ${LARGEST_SYNC}` })
      .int()
      .min(1, `limit must be from 1 to ${LARGEST_SYNC}`)
      .max(LARGEST_SYNC, `limit must be from 1 to ${LARGEST_SYNC}`)
      .optional(),
    force: flag.optional(),
    background: flag.optional(),
  })
  .refine(
    ({ post_ids, platform_id, limit }) =>
      !post_ids || (platform_id === undefined && limit === undefined),
    {
      path: ["post_ids"],
      error:
        "post_ids says which posts to sync; give it without platform_id and limit",
    }
  )
  .transform(({ limit, ...scope }) => ({
    ...scope,
    limit: limit ?? scope.post_ids?.length ?? USUAL_LIMIT,
  }))
export type AdminSyncAllSocialPostsType = z.infer<
  typeof AdminSyncAllSocialPosts
>
