import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { batchLinkSocialPostProductsWorkflow } from "../../../../../workflows/posts/workflows/batch-link-social-post-products"
import type { LinkBodyType } from "../../../../utils/validators"

/** Says which posts show a product. */
export const POST = async (
  req: AuthenticatedMedusaRequest<LinkBodyType>,
  res: MedusaResponse
) => {
  const product_id = req.params.id as string
  const { add, remove } = req.validatedBody
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  await query.graph(
    { entity: "product", fields: ["id"], filters: { id: product_id } },
    { throwIfKeyNotFound: true }
  )
  const withProduct = (post_id: string) => ({ post_id, product_id })
  await batchLinkSocialPostProductsWorkflow(req.scope).run({
    input: { add: add.map(withProduct), remove: remove.map(withProduct) },
  })
  res.json({ product_id, added: add, removed: remove })
}
