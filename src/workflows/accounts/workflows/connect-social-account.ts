import {
  createWorkflow,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import type { SealedAccount } from "../../../modules/social-posts/types/accounts"
import { storeSocialAccountStep } from "../steps/store-social-account"

/**
 * Connects an account that `checkAccount` of the module has checked. The token
 * in the input is sealed: workflow inputs are stored by some engines.
 *
 * @example
 * const account = await socialPosts.checkAccount(input)
 * await connectSocialAccountWorkflow(container).run({ input: account })
 */
export const connectSocialAccountWorkflow = createWorkflow(
  "connect-social-account",
  function (input: SealedAccount) {
    return new WorkflowResponse(storeSocialAccountStep(input))
  }
)
