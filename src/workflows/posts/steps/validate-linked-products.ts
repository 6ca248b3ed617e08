import {
  ContainerRegistrationKeys,
  MedusaError,
} from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

export interface ValidateLinkedProductsInput {
  ids: string[]
}

/**
 * Refuses ids of products that do not exist, naming them.
 *
 * @example
 * validateLinkedProductsStep({ ids: ["prod_123"] })
 */
export const validateLinkedProductsStep = createStep(
  "validate-linked-products",
  async ({ ids }: ValidateLinkedProductsInput, { container }) => {
    const query = container.resolve(ContainerRegistrationKeys.QUERY)
    const { data } = await query.graph({
      entity: "product",
      fields: ["id"],
      filters: { id: ids },
    })
    const known = new Set(data.map(({ id }) => id))
    const unknown = ids.filter((id) => !known.has(id))
    if (unknown.length > 0) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        `add, remove: there is no product ${unknown.map((id) => `"${id}"`).join(", ")}. Nothing was changed.`
      )
    }
    return new StepResponse(ids)
  }
)
