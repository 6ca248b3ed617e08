import {
  createWorkflow,
  transform,
  when,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import {
  type RemoveSocialAccountInput,
  removeSocialAccountStep,
} from "../steps/remove-social-account"
import { revokeSocialAccessStep } from "../steps/revoke-social-access"
import { removeSocialPostLinksStep } from "../../posts/steps/remove-social-post-links"

/**
 * Disconnects an account, with or without its data. With it, the links of its
 * posts to products go too. The access is taken back at the platform before the
 * token is deleted here; the result says whether that worked.
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
    // Last before the token goes: nothing that could still fail follows.
    const revocation = revokeSocialAccessStep(input.id)
    const id = removeSocialAccountStep(input)
    return new WorkflowResponse(
      transform({ id, revocation }, ({ id, revocation }) => ({
        id,
        ...revocation,
      }))
    )
  }
)
