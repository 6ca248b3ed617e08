import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { withProgress } from "../../../social-imports/with-progress"
import { refetchSocialAccount } from "../../refetch-social-account"

/**
 * The imports of an account, newest first. Of those that found stories without
 * trouble only the last is kept.
 */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const account_id = req.params.id as string
  await refetchSocialAccount(account_id, req.scope, ["id"])
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const { data, metadata } = await query.graph({
    entity: "social_import",
    fields: req.queryConfig.fields,
    filters: { ...req.filterableFields, account_id },
    pagination: req.queryConfig.pagination,
  })
  res.json({
    imports: data.map(withProgress),
    count: metadata?.count,
    offset: metadata?.skip,
    limit: metadata?.take,
  })
}
