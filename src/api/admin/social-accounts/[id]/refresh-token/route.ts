import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { renewSocialAccountTokenWorkflow } from "../../../../../workflows/accounts/workflows/renew-social-account-token"
import { answerSocialAccount } from "../../answer-social-account"

/** Renews the account's token now; 400 with the reason when it cannot be done. */
export const POST = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const id = req.params.id as string
  await renewSocialAccountTokenWorkflow(req.scope).run({ input: { id } })
  await answerSocialAccount(req, res, id)
}
