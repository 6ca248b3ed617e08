import { createHash } from "node:crypto"

/** How a challenge is made of the verifier (RFC 7636 §4.2). */
export type ChallengeMethod = "S256" | "plain"

export const isChallengeMethod = (
  text: string | undefined
): text is ChallengeMethod => text === "S256" || text === "plain"

/** Whether a verifier belongs to a challenge (RFC 7636 §4.6). */
export function isVerified(
  verifier: string,
  challenge: string,
  method: ChallengeMethod
): boolean {
  const made =
    method === "plain"
      ? verifier
      : createHash("sha256").update(verifier).digest("base64url")
  return made === challenge
}
