import type { MedusaContainer } from "@medusajs/framework/types"
import { workSocialWebhooksWorkflow } from "../workflows/webhooks/workflows/work-social-webhooks"

/**
 * Each minute: works off what came in by webhook and an event did not reach.
 * Two processes may run it at the same time: each delivery goes to one.
 */
const workSocialWebhooks = async (container: MedusaContainer) => {
  await workSocialWebhooksWorkflow(container).run()
}

export default workSocialWebhooks

export const config = {
  name: "work-social-webhooks",
  schedule: "* * * * *",
}
