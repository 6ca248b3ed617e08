import type { MedusaContainer } from "@medusajs/framework/types"
import { readDueSocialAccountInsightsWorkflow } from "../workflows/accounts/workflows/read-due-social-account-insights"

/**
 * Reads the own numbers of accounts whose time has come, which is once a day
 * for each, at an hour of its own, and soon after it was connected. Two
 * processes may run it at the same time: each account is read by one.
 */
const readAccountInsights = async (container: MedusaContainer) => {
  await readDueSocialAccountInsightsWorkflow(container).run()
}

export default readAccountInsights

export const config = {
  name: "read-social-account-insights",
  schedule: "*/5 * * * *",
}
