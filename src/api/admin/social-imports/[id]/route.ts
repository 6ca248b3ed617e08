import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { refetchSocialImport } from "../refetch-social-import"

/** One import with its counts so far; true while it runs and after. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const { fields } = req.queryConfig
  const id = req.params.id as string
  res.json({ import: await refetchSocialImport(id, req.scope, fields) })
}
