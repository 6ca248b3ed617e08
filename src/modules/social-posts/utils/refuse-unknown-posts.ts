import { MedusaError } from "@medusajs/framework/utils"

/** More names than a person reads. */
const NAMED = 10

/** @throws MedusaError 400 naming the field and the first unknown ids */
export function refuseUnknownPosts(
  unknown: readonly string[],
  field: string
): void {
  if (unknown.length === 0) {
    return
  }
  const names = unknown.slice(0, NAMED).map((id) => `"${id}"`)
  const more = unknown.length - names.length
  throw new MedusaError(
    MedusaError.Types.INVALID_DATA,
    `${field}: there is no post ${names.join(", ")}${more > 0 ? ` (and ${more} more)` : ""}. Nothing was changed.`
  )
}
