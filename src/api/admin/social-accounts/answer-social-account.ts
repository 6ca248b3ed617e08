import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { refetchSocialAccount } from "./refetch-social-account"
import { withFigures } from "./with-figures"

/** Answers an account with its figures; @throws 404 for an unknown id. */
export async function answerSocialAccount(
  req: AuthenticatedMedusaRequest<unknown>,
  res: MedusaResponse,
  id: string
): Promise<void> {
  const account = await refetchSocialAccount(id, req.scope, [
    ...req.queryConfig.fields,
    "id",
  ])
  const [social_account] = await withFigures([account], req.scope)
  res.json({ social_account })
}
