/** What a consent page brings back in the address. */
export type ConsentAnswer = { state: string } & (
  | { code: string }
  | { error: string; error_reason?: string; error_description?: string }
)

/**
 * Reads the answer from an address; `null` when there is none in it.
 * https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2
 */
export function readConsentAnswer(search: string): ConsentAnswer | null {
  const query = new URLSearchParams(search)
  const state = query.get("state")
  const code = query.get("code")
  const error = query.get("error")
  if (!state) {
    return null
  }
  if (error) {
    return {
      state,
      error,
      error_reason: query.get("error_reason") ?? undefined,
      error_description: query.get("error_description") ?? undefined,
    }
  }
  return code ? { state, code } : null
}

/**
 * Whether the merchant said no. LinkedIn has words of its own for it.
 * https://learn.microsoft.com/en-us/linkedin/shared/authentication/authorization-code-flow
 */
export const isCancelled = (answer: ConsentAnswer): boolean =>
  "error" in answer && /^access_denied$|cancel/.test(answer.error)
