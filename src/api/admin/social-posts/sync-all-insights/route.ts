import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { SOCIAL_POSTS_MODULE } from "../../../../modules/social-posts"
import type SocialPostsModuleService from "../../../../modules/social-posts/service"
import { answerBulkSync } from "../../../utils/answer-bulk-sync"
import { resolvePlatformId } from "../../../utils/resolve-platform-id"
import type { AdminSyncAllSocialPostsType } from "../validators"

/**
 * Syncs posts of all accounts, one platform, one account, or exactly the ones
 * that are named; named posts that cannot be read (drafts, say) are reported
 * as skipped.
 */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminSyncAllSocialPostsType>,
  res: MedusaResponse
) => {
  const { platform_id, post_ids, limit, force, background } = req.validatedBody
  if (post_ids) {
    await req.scope
      .resolve<SocialPostsModuleService>(SOCIAL_POSTS_MODULE)
      .requirePosts(post_ids, "post_ids")
  }
  const which = await resolvePlatformId(platform_id, req.scope)
  const scope = {
    ...which,
    ...(post_ids && { post_ids }),
    limit,
    force: force ?? false,
  }
  await answerBulkSync(res, req.scope, scope, background ?? false)
}
