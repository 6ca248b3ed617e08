import { createHash, createHmac, timingSafeEqual } from "node:crypto"

/**
 * Whether one of an app's secrets signed these bytes (`sha256=<hex>`). All of
 * them are tried, so that the time it takes does not tell which one it was.
 * https://developers.facebook.com/docs/graph-api/webhooks/getting-started
 *
 * @param header value of `X-Hub-Signature-256`
 */
export function isSigned(
  raw: Buffer,
  header: string | undefined,
  secrets: readonly string[]
): boolean {
  const hex = /^sha256=([0-9a-f]{64})$/i.exec(header ?? "")?.[1]
  return hex !== undefined && isSignature(raw, Buffer.from(hex, "hex"), secrets)
}

/** Whether one of the secrets made this HMAC-SHA256. */
export function isSignature(
  signed: Buffer,
  signature: Buffer,
  secrets: readonly string[]
): boolean {
  const expected = secrets.map((secret) =>
    createHmac("sha256", secret).update(signed).digest()
  )
  return expected
    .map(
      (digest) =>
        digest.length === signature.length && timingSafeEqual(digest, signature)
    )
    .includes(true)
}

/** Compares texts of any length in constant time. */
export function isSameText(one: string, other: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest()
  return timingSafeEqual(digest(one), digest(other))
}
