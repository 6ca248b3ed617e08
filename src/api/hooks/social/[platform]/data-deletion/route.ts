import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { SOCIAL_POSTS_MODULE } from "../../../../../modules/social-posts"
import type SocialPostsModuleService from "../../../../../modules/social-posts/service"
import { demandSocialDeletionWorkflow } from "../../../../../workflows/webhooks/workflows/demand-social-deletion"
import { isConfigured } from "../../is-configured"
import { statusAddress } from "../../status-address"
import { toWebhookRequest } from "../../to-webhook-request"

/**
 * A person demands that what is kept through their access is deleted. The
 * answer tells where to ask for the state, as Meta wants it:
 * https://developers.facebook.com/docs/development/create-an-app/app-dashboard/data-deletion-callback
 */
export const POST = async (req: MedusaRequest, res: MedusaResponse) => {
  if (!isConfigured(req, res)) {
    return
  }
  const { personRequests } =
    req.scope.resolve<SocialPostsModuleService>(SOCIAL_POSTS_MODULE)
  const platform = req.params.platform as string
  const input = personRequests.read(platform, toWebhookRequest(req))
  const { result: confirmation_code } = await demandSocialDeletionWorkflow(
    req.scope
  ).run({ input })
  res.json({ url: statusAddress(req, confirmation_code), confirmation_code })
}
