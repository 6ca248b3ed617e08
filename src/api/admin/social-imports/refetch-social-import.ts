import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { withProgress } from "./with-progress"

/** An import as it is answered; @throws 404 for an unknown id. */
export async function refetchSocialImport(
  id: string,
  scope: MedusaContainer,
  fields: string[]
) {
  const query = scope.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph(
    { entity: "social_import", fields, filters: { id } },
    { throwIfKeyNotFound: true }
  )
  return withProgress(data[0])
}
