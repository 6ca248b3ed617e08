import {
  createWorkflow,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import {
  type CreateSocialPostInput,
  createSocialPostStep,
} from "../steps/create-social-post"

/**
 * Creates a post of a connected account. Returns its id.
 *
 * @example
 * const { result: id } = await createSocialPostWorkflow(container).run({
 *   input: { account_id: "sacc_123", platform_post_id: "17900000000000001" },
 * })
 */
export const createSocialPostWorkflow = createWorkflow(
  "create-social-post",
  function (input: CreateSocialPostInput) {
    return new WorkflowResponse(createSocialPostStep(input))
  }
)
