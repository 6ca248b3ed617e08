import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { SOCIAL_POSTS_MODULE } from "../../../../../modules/social-posts"
import type SocialPostsModuleService from "../../../../../modules/social-posts/service"
import { connectSocialAccountsWorkflow } from "../../../../../workflows/accounts/workflows/connect-social-accounts"
import { withFigures } from "../../with-figures"
import type { AdminChooseSocialAccountsType } from "../validators"

/** The accounts that can be connected, for the user who signed in. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const connection = await req.scope
    .resolve<SocialPostsModuleService>(SOCIAL_POSTS_MODULE)
    .retrieveConnection(req.params.id as string, req.auth_context.actor_id)
  res.json({ connection })
}

/** Connects the chosen accounts and ends the connection. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminChooseSocialAccountsType>,
  res: MedusaResponse
) => {
  const { result } = await connectSocialAccountsWorkflow(req.scope).run({
    input: {
      connection_id: req.params.id as string,
      actor_id: req.auth_context.actor_id,
      external_ids: req.validatedBody.external_ids,
    },
  })
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "social_account",
    fields: [...req.queryConfig.fields, "id"],
    filters: { id: result.ids },
  })
  const byId = new Map(data.map((account) => [account.id, account]))
  res.json({
    // In the order of the choice.
    social_accounts: await withFigures(
      result.ids.flatMap((id) => byId.get(id) ?? []),
      req.scope
    ),
    failed: result.failed,
  })
}
