import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { SOCIAL_POSTS_MODULE } from "../../../../../modules/social-posts"
import type SocialPostsModuleService from "../../../../../modules/social-posts/service"
import { deauthorizeSocialAccountsWorkflow } from "../../../../../workflows/webhooks/workflows/deauthorize-social-accounts"
import { isConfigured } from "../../is-configured"
import { toWebhookRequest } from "../../to-webhook-request"

/** A person removed the app at the platform: their tokens are forgotten. */
export const POST = async (req: MedusaRequest, res: MedusaResponse) => {
  if (!isConfigured(req, res)) {
    return
  }
  const { personRequests } =
    req.scope.resolve<SocialPostsModuleService>(SOCIAL_POSTS_MODULE)
  const platform = req.params.platform as string
  const input = personRequests.read(platform, toWebhookRequest(req))
  await deauthorizeSocialAccountsWorkflow(req.scope).run({ input })
  res.json({ success: true })
}
