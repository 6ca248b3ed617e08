import { z } from "@medusajs/framework/zod"
import { THREAD_ORDERS } from "../../../modules/social-posts/sql/comment-threads"
import { flag } from "../../utils/sync-parameters"
import { listParams, oneOrMany, text } from "../../utils/validators"

const many = oneOrMany.transform((value) =>
  Array.isArray(value) ? value : [value]
)

/** What narrows a list of comments. */
export const commentFilters = {
  /** In the text or the author's name. */
  q: text.max(1000, "q must have at most 1000 characters").optional(),
  /** Whether somebody else has the last word in a thread. */
  unanswered: flag.optional(),
  hidden: flag.optional(),
}

export const AdminGetSocialCommentsParams = z.strictObject({
  ...listParams({ limit: 50, orders: THREAD_ORDERS, order: "-commented_at" }),
  ...commentFilters,
  platform: many.optional(),
  account_id: many.optional(),
  post_id: many.optional(),
})
export type AdminGetSocialCommentsParamsType = z.infer<
  typeof AdminGetSocialCommentsParams
>
