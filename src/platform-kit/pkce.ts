import { createHash, randomBytes } from "node:crypto"

/** A verifier of 43 characters. https://www.rfc-editor.org/rfc/rfc7636 */
export const newCodeVerifier = () => randomBytes(32).toString("base64url")

/** The challenge of a verifier, method S256. */
export const codeChallenge = (verifier: string) =>
  createHash("sha256").update(verifier, "ascii").digest("base64url")
