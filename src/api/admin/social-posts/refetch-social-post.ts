import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/** A post as it is answered; @throws 404 for an unknown id. */
export async function refetchSocialPost(
  id: string,
  scope: MedusaContainer,
  fields: string[]
) {
  const query = scope.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph(
    { entity: "social_post", fields, filters: { id } },
    { throwIfKeyNotFound: true }
  )
  const [post] = data
  // A product can be deleted behind the back of its links.
  return post?.products
    ? { ...post, products: post.products.filter(Boolean) }
    : post
}
