import type { MedusaContainer } from "@medusajs/framework/types"
import { sendDueNotices } from "../workflows/accounts/utils/send-due-notices"

/**
 * Each minute: announces accounts that have just lost their connection, or
 * will lose it soon. A job of its own, because a sync in the other one that
 * runs each minute can take long.
 */
const sendSocialAccountNotices = async (container: MedusaContainer) => {
  await sendDueNotices(container)
}

export default sendSocialAccountNotices

export const config = {
  name: "send-social-account-notices",
  schedule: "* * * * *",
}
