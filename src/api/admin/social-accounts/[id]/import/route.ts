import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { importSocialPostsInBackgroundWorkflow } from "../../../../../workflows/imports/workflows/import-social-posts-in-background"
import { defaultSocialImportFields } from "../../../social-imports/query-config"
import { refetchSocialImport } from "../../../social-imports/refetch-social-import"
import type { AdminImportSocialAccountType } from "../../../social-imports/validators"

/**
 * Starts to import an account's posts and answers at once with the import,
 * whose row shows the progress. The first one of an account walks back, later
 * ones end at what is known, unless `full` or `since` say otherwise.
 */
export const POST = async (
  req: AuthenticatedMedusaRequest<AdminImportSocialAccountType>,
  res: MedusaResponse
) => {
  const { result } = await importSocialPostsInBackgroundWorkflow(req.scope).run(
    {
      input: {
        account_id: req.params.id as string,
        trigger: "manual",
        ...req.validatedBody,
      },
    }
  )
  res.status(202).json({
    import: await refetchSocialImport(
      result.id,
      req.scope,
      defaultSocialImportFields
    ),
  })
}
