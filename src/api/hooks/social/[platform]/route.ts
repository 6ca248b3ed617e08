import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { SOCIAL_POSTS_MODULE } from "../../../../modules/social-posts"
import type SocialPostsModuleService from "../../../../modules/social-posts/service"
import { SocialWebhookEvents } from "../../../../workflows/webhooks/events"
import { isConfigured } from "../is-configured"
import { toWebhookRequest } from "../to-webhook-request"

/** The platform asks whether this address is meant. */
export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  if (!isConfigured(req, res)) {
    return
  }
  const { webhooks } =
    req.scope.resolve<SocialPostsModuleService>(SOCIAL_POSTS_MODULE)
  const { query } = toWebhookRequest(req)
  const challenge = webhooks.challenge(req.params.platform as string, query)
  if (challenge === null) {
    res
      .status(403)
      .json({ type: "forbidden", message: "The verify token is wrong." })
    return
  }
  res.type("text/plain").send(challenge)
}

/** Keeps what the platform tells and answers; it is worked off later. */
export const POST = async (req: MedusaRequest, res: MedusaResponse) => {
  if (!isConfigured(req, res)) {
    return
  }
  const platform = req.params.platform as string
  const { webhooks } =
    req.scope.resolve<SocialPostsModuleService>(SOCIAL_POSTS_MODULE)
  const hasWork = await webhooks.receive(platform, toWebhookRequest(req))
  if (hasWork) {
    await announce(req, platform)
  }
  res.json({ success: true })
}

/** A job finds what no event tells of, so that the platform need not wait. */
async function announce(req: MedusaRequest, platform: string): Promise<void> {
  try {
    await req.scope
      .resolve(Modules.EVENT_BUS)
      .emit({ name: SocialWebhookEvents.RECEIVED, data: { platform } })
  } catch (error) {
    req.scope
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(
        `Social webhooks: no event could be sent (${(error as Error).message}). It is worked off within a minute.`
      )
  }
}
