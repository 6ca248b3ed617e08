import { PlatformError, redact, type TokenSet } from "../../../platform-kit"

/**
 * What went wrong with a renewal, as a trouble of its account alone: an app
 * that is configured wrongly stops renewals, while the other accounts of the
 * platform go on with the tokens they have.
 */
export function renewalError(thrown: unknown, tokens: TokenSet): PlatformError {
  const error = PlatformError.from(thrown)
  const { kind, code, retry_at } = error
  const secrets = [
    tokens.access_token,
    tokens.refresh_token,
    tokens.source_token,
  ].filter((secret) => secret !== null)
  const sentence = redact(error.message, secrets)
  return new PlatformError({
    kind,
    scope: "account",
    code,
    retry_at,
    message:
      kind === "auth"
        ? sentence
        : `The account's token could not be renewed: ${sentence}`,
  })
}

/** Another process has just tried for all who waited. */
export function renewalJustFailed(): PlatformError {
  return new PlatformError({
    kind: "transient",
    scope: "account",
    code: "renewal_failed",
    message:
      "The account's token could not be renewed just now. It is tried again later.",
  })
}

/** There is nothing to open the account with. */
export function noToken(): PlatformError {
  return new PlatformError({
    kind: "auth",
    scope: "account",
    code: "no_token",
    message: "The account has no token. Reconnect the account.",
  })
}

/** Another process has been renewing for longer than anybody waits. */
export function renewalTakesLong(): PlatformError {
  return new PlatformError({
    kind: "transient",
    scope: "account",
    code: "renewal_under_way",
    message:
      "The account's token is being renewed by another process, which takes long. It is tried again later.",
  })
}
