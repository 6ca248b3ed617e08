import { toNumber, toRecord, toText } from "./coerce"
import { PlatformError } from "./errors"

/**
 * What a token endpoint grants.
 * https://www.rfc-editor.org/rfc/rfc6749#section-5.1
 */
export interface TokenGrant {
  access_token: string
  /** `null` when the answer does not tell. */
  expires_at: Date | null
  refresh_token: string | null
  refresh_expires_at: Date | null
  /** `null` when the answer does not tell. */
  scopes: string[] | null
}

/** Why a token endpoint refuses. https://www.rfc-editor.org/rfc/rfc6749#section-5.2 */
export interface OAuthProblem {
  /** `invalid_grant`, `invalid_client`, …; empty when the answer does not tell. */
  error: string
  description: string
}

/**
 * Reads the good answer of a token endpoint. Lives are in seconds from `now`,
 * scopes are separated by spaces or commas.
 *
 * @throws PlatformError `transient` when there is no token in it
 */
export function readTokenGrant(
  label: string,
  body: unknown,
  now: Date
): TokenGrant {
  const record = toRecord(body)
  const access_token = toText(record?.access_token)
  if (!access_token) {
    throw new PlatformError({
      kind: "transient",
      scope: "account",
      code: "no_token_in_answer",
      message: `${label} sent an answer without a token. Try again in a few minutes.`,
    })
  }
  return {
    access_token,
    expires_at: endOf(record?.expires_in, now),
    refresh_token: toText(record?.refresh_token) || null,
    refresh_expires_at: endOf(record?.refresh_token_expires_in, now),
    scopes: readScopes(record?.scope),
  }
}

/** Scopes separated by spaces or commas; `null` when not told. */
export function readScopes(value: unknown): string[] | null {
  return (
    toText(value)
      ?.split(/[\s,]+/)
      .filter(Boolean) ?? null
  )
}

export function readOAuthProblem(body: unknown): OAuthProblem {
  const record = toRecord(body)
  return {
    error: toText(record?.error) ?? "",
    description: toText(record?.error_description) ?? "",
  }
}

function endOf(value: unknown, now: Date): Date | null {
  const seconds = toNumber(value)
  if (seconds === null || seconds <= 0) {
    return null
  }
  const end = new Date(now.getTime() + seconds * 1000)
  return Number.isNaN(end.getTime()) ? null : end
}
