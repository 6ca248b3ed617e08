import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { answerBulkSync } from "../../../../utils/answer-bulk-sync"
import { requireReadableAccount } from "../../../../utils/require-readable-account"
import type { AdminSyncSocialAccountType } from "../../validators"

/** Syncs the posts of one account. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminSyncSocialAccountType>,
  res: MedusaResponse
) => {
  const account_id = req.params.id as string
  const { limit, force, background } = req.validatedBody
  await requireReadableAccount(account_id, req.scope)
  const scope = { account_id, limit, force: force ?? false }
  await answerBulkSync(res, req.scope, scope, background ?? false)
}
