import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { SocialWebhookEvents } from "../workflows/webhooks/events"
import { workSocialWebhooksWorkflow } from "../workflows/webhooks/workflows/work-social-webhooks"

/** A platform told something: it is worked off at once, all that waits. */
const socialWebhookReceived = async ({
  container,
}: SubscriberArgs<{ platform: string }>) => {
  await workSocialWebhooksWorkflow(container).run()
}

export default socialWebhookReceived

export const config: SubscriberConfig = {
  event: SocialWebhookEvents.RECEIVED,
}
