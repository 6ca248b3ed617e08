import {
  createWorkflow,
  when,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import {
  type RemoveSocialAccountInput,
  removeSocialAccountStep,
} from "../steps/remove-social-account"
import { removeSocialPostLinksStep } from "../../posts/steps/remove-social-post-links"

/**
 * Disconnects an account, with or without its data. With it, the links of its
 * posts to products go too.
 *
 * @example
 * await removeSocialAccountWorkflow(container).run({
 *   input: { id: "sacc_123", delete_data: true },
 * })
 */
export const removeSocialAccountWorkflow = createWorkflow(
  "remove-social-account",
  function (input: RemoveSocialAccountInput) {
    when(
      "delete-data-of-social-account",
      input,
      ({ delete_data }) => delete_data
    ).then(() => removeSocialPostLinksStep({ account_id: input.id }))
    return new WorkflowResponse(removeSocialAccountStep(input))
  }
)
