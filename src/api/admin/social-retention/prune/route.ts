import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { pruneSocialRecordWorkflow } from "../../../../workflows/retention/workflows/prune-social-record"
import type { AdminPruneSocialRecordType } from "../validators"

/** Applies the rules now; with `dry_run` it only tells what would be removed. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminPruneSocialRecordType>,
  res: MedusaResponse
) => {
  const { dry_run } = req.validatedBody
  const { result: run } = await pruneSocialRecordWorkflow(req.scope).run({
    input: { trigger: "manual", dry_run },
  })
  res.json({ run })
}
