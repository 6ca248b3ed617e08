import { MedusaError } from "@medusajs/framework/utils"
import type { ConnectionRow, FoundDescription } from "../types/connections"

/**
 * The found accounts with some ids, each once.
 * @throws MedusaError 400 naming one that was not found or cannot be had
 */
export function requireChosen(
  { candidates }: Pick<ConnectionRow, "candidates">,
  externalIds: readonly string[]
): FoundDescription[] {
  return [...new Set(externalIds)].map((externalId) => {
    const candidate = candidates?.find(
      ({ external_id }) => external_id === externalId
    )
    if (!candidate) {
      throw refuse(`"${externalId}" is not among the accounts that were found.`)
    }
    if (candidate.obstacle) {
      const { message } = candidate.obstacle
      throw refuse(`"${externalId}" cannot be connected. ${message}`)
    }
    return candidate
  })
}

const refuse = (why: string) =>
  new MedusaError(
    MedusaError.Types.INVALID_DATA,
    `external_ids: ${why} Nothing was connected.`
  )
