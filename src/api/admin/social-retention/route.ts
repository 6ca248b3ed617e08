import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { updateSocialRetentionWorkflow } from "../../../workflows/retention/workflows/update-social-retention"
import { answerSocialRetention } from "./answer-social-retention"
import type { AdminUpdateSocialRetentionType } from "./validators"

/** How long what is kept. `keep_hours` 0: as long as the platform has the post. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  await answerSocialRetention(res, req.scope)
}

/** Changes some of the store's settings; applied with the next run. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminUpdateSocialRetentionType>,
  res: MedusaResponse
) => {
  await updateSocialRetentionWorkflow(req.scope).run({
    input: req.validatedBody,
  })
  await answerSocialRetention(res, req.scope)
}
