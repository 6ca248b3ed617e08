import {
  createWorkflow,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import {
  type MarkSocialPostPublishedInput,
  markSocialPostPublishedStep,
} from "../steps/mark-social-post-published"

/**
 * Tells the store that a post is live; it is synced by itself a minute later.
 * Publishers that only emit the event `social_post.published` with `{ id }`
 * reach the same.
 *
 * @example
 * await markSocialPostPublishedWorkflow(container).run({
 *   input: { post_id: "spost_123", platform_post_id: "17900000000000001" },
 * })
 */
export const markSocialPostPublishedWorkflow = createWorkflow(
  "mark-social-post-published",
  function (input: MarkSocialPostPublishedInput) {
    return new WorkflowResponse(markSocialPostPublishedStep(input))
  }
)
