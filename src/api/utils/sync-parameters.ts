import { zodValidator } from "@medusajs/framework"
import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"

/** `true`, `"true"` and `1` alike: parameters may stand in the query. */
export const flag = z
  .union([z.boolean(), z.enum(["true", "false", "1", "0", ""])], {
    error: 'must be "true" or "false"',
  })
  .transform((value) => value === true || value === "true" || value === "1")

/** Parameters of a sync, from the query or the body; the body wins. */
export const validateSyncParameters =
  (schema: z.ZodType) =>
  async (req: MedusaRequest, _: MedusaResponse, next: MedusaNextFunction) => {
    try {
      const given = { ...req.query, ...(req.body as object | undefined) }
      req.validatedBody = await zodValidator(schema, given)
      next()
    } catch (error) {
      next(error)
    }
  }
