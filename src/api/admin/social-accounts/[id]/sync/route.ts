import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { readSocialAccountInsightsWorkflow } from "../../../../../workflows/accounts/workflows/read-social-account-insights"
import { readSocialAccountInsightsInBackgroundWorkflow } from "../../../../../workflows/accounts/workflows/read-social-account-insights-in-background"
import { answerBulkSync } from "../../../../utils/answer-bulk-sync"
import { requireReadableAccount } from "../../../../utils/require-readable-account"
import type { AdminSyncSocialAccountType } from "../../validators"

/**
 * Syncs the posts of one account, and its own numbers. What happened to these
 * stands under `account_insights`; in the background they are simply read.
 */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminSyncSocialAccountType>,
  res: MedusaResponse
) => {
  const account_id = req.params.id as string
  const { limit, force = false, background = false } = req.validatedBody
  await requireReadableAccount(account_id, req.scope)
  const run = { input: { account_id, force } }
  const scope = { account_id, limit, force }
  if (background) {
    await readSocialAccountInsightsInBackgroundWorkflow(req.scope).run(run)
    await answerBulkSync(res, req.scope, scope, background)
    return
  }
  const { result } = await readSocialAccountInsightsWorkflow(req.scope).run(run)
  const { status, days, error } = result
  const account_insights = { status, days, error }
  await answerBulkSync(res, req.scope, scope, background, { account_insights })
}
