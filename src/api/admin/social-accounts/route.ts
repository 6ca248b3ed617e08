import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { SOCIAL_POSTS_MODULE } from "../../../modules/social-posts"
import type SocialPostsModuleService from "../../../modules/social-posts/service"
import { connectSocialAccountWorkflow } from "../../../workflows/accounts/workflows/connect-social-account"
import { answerSocialAccount } from "./answer-social-account"
import { ACCOUNT_FIGURES } from "./query-config"
import { toAccountFilters } from "./to-account-filters"
import type { AdminCreateSocialAccountType } from "./validators"
import { withFigures } from "./with-figures"

/**
 * Lists accounts, each with what its posts come to: `posts_count`,
 * `problems_count` (what the filter `has_problems` of the posts finds) and
 * `next_sync_at` (`null` when no post is read by itself, or the account is not
 * active); and with what its token comes to: `renewal_failed_at` and
 * `needs_attention`. They are looked up only when `fields` leaves the usual
 * answer as it is or names one of them.
 */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const socialPosts =
    req.scope.resolve<SocialPostsModuleService>(SOCIAL_POSTS_MODULE)
  const attentionUntil = await socialPosts.attentionUntil()
  const { fields } = req.queryConfig
  const columns = fields.filter((field) => !ACCOUNT_FIGURES.includes(field))
  const { data, metadata } = await query.graph({
    entity: "social_account",
    fields: [...columns, "id"],
    filters: toAccountFilters(req.filterableFields, attentionUntil),
    pagination: req.queryConfig.pagination,
  })
  res.json({
    social_accounts:
      columns.length < fields.length
        ? await withFigures(data, req.scope)
        : data,
    count: metadata?.count,
    offset: metadata?.skip,
    limit: metadata?.take,
  })
}

/** Connects an account; the token is checked with the platform before anything is stored. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminCreateSocialAccountType>,
  res: MedusaResponse
) => {
  const socialPosts =
    req.scope.resolve<SocialPostsModuleService>(SOCIAL_POSTS_MODULE)
  const account = await socialPosts.checkAccount(req.validatedBody)
  const { result: id } = await connectSocialAccountWorkflow(req.scope).run({
    input: account,
  })
  await answerSocialAccount(req, res, id)
}
