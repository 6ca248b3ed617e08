import {
  createWorkflow,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import type { PersonRequest } from "../../../modules/social-posts/services/person-requests"
import { deauthorizeSocialAccountsStep } from "../steps/deauthorize-social-accounts"
import { emitDeauthorized } from "../utils/emit-deauthorized"

/**
 * Disconnects all accounts that live on what a person granted, because the
 * person removed the app. Their data stays.
 *
 * @example
 * await deauthorizeSocialAccountsWorkflow(container).run({ input: request })
 */
export const deauthorizeSocialAccountsWorkflow = createWorkflow(
  "deauthorize-social-accounts",
  function (request: PersonRequest) {
    const accounts = deauthorizeSocialAccountsStep(request)
    emitDeauthorized(accounts)
    return new WorkflowResponse(accounts)
  }
)
