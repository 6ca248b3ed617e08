import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/** An account as it is answered; @throws 404 for an unknown id. */
export async function refetchSocialAccount(
  id: string,
  scope: MedusaContainer,
  fields: string[]
) {
  const query = scope.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph(
    { entity: "social_account", fields, filters: { id } },
    { throwIfKeyNotFound: true }
  )
  return data[0]
}
