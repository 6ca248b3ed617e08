import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { answerBulkSync } from "../../../utils/answer-bulk-sync"
import { resolvePlatformId } from "../../../utils/resolve-platform-id"
import type { AdminSyncAllSocialPostsType } from "../validators"

/** Syncs posts of all accounts, one platform or one account. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminSyncAllSocialPostsType>,
  res: MedusaResponse
) => {
  const { platform_id, limit, force, background } = req.validatedBody
  const which = await resolvePlatformId(platform_id, req.scope)
  const scope = { ...which, limit, force: force ?? false }
  await answerBulkSync(res, req.scope, scope, background ?? false)
}
