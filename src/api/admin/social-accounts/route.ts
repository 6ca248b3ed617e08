import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { SOCIAL_POSTS_MODULE } from "../../../modules/social-posts"
import type SocialPostsModuleService from "../../../modules/social-posts/service"
import { connectSocialAccountWorkflow } from "../../../workflows/accounts/workflows/connect-social-account"
import { refetchSocialAccount } from "./refetch-social-account"
import type { AdminCreateSocialAccountType } from "./validators"

export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const { data, metadata } = await query.graph({
    entity: "social_account",
    fields: req.queryConfig.fields,
    filters: req.filterableFields,
    pagination: req.queryConfig.pagination,
  })
  res.json({
    social_accounts: data,
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
  const social_account = await refetchSocialAccount(
    id,
    req.scope,
    req.queryConfig.fields
  )
  res.json({ social_account })
}
