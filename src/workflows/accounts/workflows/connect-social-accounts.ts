import {
  createHook,
  createWorkflow,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import type { ChosenAccounts } from "../../../modules/social-posts/types/connections"
import { storeSocialAccountsStep } from "../steps/store-social-accounts"
import { takeSocialConnectionStep } from "../steps/take-social-connection"

/**
 * Connects accounts that a consent page gave access to: those of them that the
 * user has chosen, several at once. An account the store knows already gets
 * the new token and keeps its posts and their history. The hook
 * `socialAccountsConnected` runs afterwards, with the ids.
 *
 * @example
 * const { result } = await connectSocialAccountsWorkflow(container).run({
 *   input: {
 *     connection_id: "sconn_123",
 *     actor_id: "user_123",
 *     external_ids: ["17841400000000001", "17841400000000002"],
 *   },
 * })
 */
export const connectSocialAccountsWorkflow = createWorkflow(
  "connect-social-accounts",
  function (input: ChosenAccounts) {
    const stored = storeSocialAccountsStep(takeSocialConnectionStep(input))
    const socialAccountsConnected = createHook("socialAccountsConnected", {
      ids: transform(stored, ({ ids }) => ids),
    })
    return new WorkflowResponse(stored, { hooks: [socialAccountsConnected] })
  }
)
