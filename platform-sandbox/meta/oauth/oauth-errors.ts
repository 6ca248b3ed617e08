import { GraphError, invalidParameter } from "../errors"

/**
 * Refusals of the token endpoints on the graph hosts: the table of meta-common
 * §4, and where it is silent what people report.
 */
const refusal = (message: string, code: number, subcode?: number) =>
  new GraphError({
    message,
    code,
    ...(subcode === undefined ? {} : { subcode }),
  })

export const REDIRECT_DIFFERS =
  "Error validating verification code. Please make sure your redirect_uri is " +
  "identical to the one you used in the OAuth dialog request"

export const missingClientId = () =>
  refusal("Missing client_id parameter.", 101)

export const wrongClientId = () =>
  refusal("Error validating application. Invalid application ID.", 101)

export const wrongSecret = () => refusal("Error validating client secret.", 1)

/** https://github.com/facebookarchive/php-graph-sdk/issues/274 */
export const missingRedirect = () =>
  refusal("Missing redirect_uri parameter.", 191)

/** https://github.com/ngrx/store/issues/160 */
export const unknownCode = () =>
  refusal("Invalid verification code format.", 100)

export const expiredCode = () =>
  refusal("This authorization code has expired.", 100, 36007)

export const redirectDiffers = () => refusal(REDIRECT_DIFFERS, 100, 36008)

export const usedCode = () =>
  refusal("This authorization code has been used.", 100, 36009)

export const unknownGrantType = (grant_type: string | undefined) =>
  invalidParameter(`Invalid grant_type: ${grant_type ?? ""}`)

/** Wording unverified: only tokens of people can be exchanged. */
export const notAUserToken = () =>
  invalidParameter("Param fb_exchange_token must be a user access token.")

/**
 * A token that is long-lived already (instagram §9). 452 is the code the Graph
 * API lists for this text.
 */
export const sessionKeyInvalid = () =>
  refusal(
    "Session key invalid. This could be because the session key has an " +
      "incorrect format, or because the user has revoked this session",
    452
  )

/** Body unverified (instagram §9); not a 190, so the token is not at fault. */
export const tooYoung = () =>
  invalidParameter("The access token must be at least 24 hours old.")

/** https://github.com/stevenschobert/instafeed.js/issues/654 */
export const unsupportedMethod = (method: string) =>
  refusal(`Unsupported request - method type: ${method.toLowerCase()}`, 100)
