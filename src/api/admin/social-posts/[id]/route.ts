import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { deleteSocialPostWorkflow } from "../../../../workflows/posts/workflows/delete-social-post"
import { updateSocialPostWorkflow } from "../../../../workflows/posts/workflows/update-social-post"
import { refetchSocialPost } from "../refetch-social-post"
import type { AdminUpdateSocialPostType } from "../validators"

export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const social_post = await refetchSocialPost(
    req.params.id as string,
    req.scope,
    req.queryConfig.fields
  )
  res.json({ social_post })
}

export const POST = async (
  req: AuthenticatedMedusaRequest<AdminUpdateSocialPostType>,
  res: MedusaResponse
) => {
  const id = req.params.id as string
  await updateSocialPostWorkflow(req.scope).run({
    input: { id, ...req.validatedBody },
  })
  const social_post = await refetchSocialPost(
    id,
    req.scope,
    req.queryConfig.fields
  )
  res.json({ social_post })
}

export const DELETE = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const id = req.params.id as string
  await deleteSocialPostWorkflow(req.scope).run({ input: { id } })
  res.json({ id, object: "social_post", deleted: true })
}
