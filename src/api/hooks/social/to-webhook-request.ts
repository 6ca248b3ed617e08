import type { MedusaRequest } from "@medusajs/framework/http"
import type { WebhookRequest } from "../../../platform-kit"

/**
 * A request as the platforms' receivers take it. Without kept bytes (a content
 * type nobody parses) it is empty, which no platform signed.
 */
export function toWebhookRequest(req: MedusaRequest): WebhookRequest {
  return {
    headers: texts(req.headers),
    query: texts(req.query),
    raw: Buffer.isBuffer(req.rawBody) ? req.rawBody : Buffer.alloc(0),
  }
}

/** What is said once; lists and objects are of no use. */
function texts(
  given: Readonly<Record<string, unknown>>
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(given).filter(
      (entry): entry is [string, string] => typeof entry[1] === "string"
    )
  )
}
