import { toId, toRecord } from "../../coerce"
import type { SignedPersonRequest } from "../../webhooks"
import { fromSeconds, jsonOf, malformedWebhook } from "./envelope"
import { isSignature } from "./signature"

/**
 * Reads the form field `signed_request` (`<signature>.<payload>`, both
 * base64url; the signature is over the payload as it was sent).
 * https://developers.facebook.com/docs/development/create-an-app/app-dashboard/data-deletion-callback
 *
 * @param raw the form's bytes
 * @throws PlatformError `invalid`
 */
export function readSignedRequest(
  raw: Buffer,
  secrets: readonly string[]
): SignedPersonRequest {
  const form = new URLSearchParams(raw.toString("utf8"))
  const [signature, payload, ...rest] =
    form.get("signed_request")?.split(".") ?? []
  const isAuthentic =
    signature !== undefined &&
    payload !== undefined &&
    rest.length === 0 &&
    isSignature(
      Buffer.from(payload),
      Buffer.from(signature, "base64url"),
      secrets
    )
  if (!isAuthentic) {
    throw malformedWebhook("The signed_request was not signed by Meta.")
  }
  const said = toRecord(
    jsonOf(Buffer.from(payload, "base64url").toString("utf8"))
  )
  const person_id = toId(said?.user_id)
  const algorithm = String(said?.algorithm ?? "").toUpperCase()
  if (algorithm !== "HMAC-SHA256" || person_id === null) {
    throw malformedWebhook("The signed_request names no person.")
  }
  return { person_id, issued_at: fromSeconds(said?.issued_at) }
}
