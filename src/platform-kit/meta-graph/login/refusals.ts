import type { PlatformError } from "../../errors"
import {
  OAUTH_CODES,
  operatorError,
  refusedConnection,
} from "../../oauth-errors"

/** What a sentence about a refused exchange needs to know. */
export interface RefusalContext {
  /** "Facebook", "Instagram". */
  label: string
  redirect_uri: string
  /** Before the names of the app's options. */
  option_prefix: string
}

/** Why an exchange was refused. */
export type RefusalReason =
  | "code_used"
  | "code_late"
  | "code_gone"
  | "redirect_uri"
  | "client_secret"
  | "client_id"
  | "config_token"
  | "config_token_of_person"
  | "unknown"

const AGAIN = "Start again from the accounts page."

const refusals: Record<
  RefusalReason,
  (context: RefusalContext) => PlatformError
> = {
  code_used: ({ label }) =>
    refusedConnection(
      OAUTH_CODES.code,
      `The answer of ${label}'s consent page was used already, perhaps because the page was reloaded. ${AGAIN}`
    ),
  code_late: ({ label }) =>
    refusedConnection(
      OAUTH_CODES.code,
      `The answer of ${label}'s consent page is too old. ${AGAIN}`
    ),
  code_gone: ({ label }) =>
    refusedConnection(
      OAUTH_CODES.code,
      `The answer of ${label}'s consent page is used or too old. ${AGAIN}`
    ),
  redirect_uri: ({ label, redirect_uri }) =>
    operatorError(
      OAUTH_CODES.redirect_uri,
      `${label} does not take the redirect URL. Register exactly this one in the app's settings, letter by letter: ${redirect_uri}`
    ),
  client_secret: ({ label, option_prefix }) =>
    operatorError(
      OAUTH_CODES.app_credentials,
      `${label} does not accept the app secret. Check the option ${option_prefix}client_secret: one Meta app has three pairs of id and secret (Meta, Instagram, Threads).`
    ),
  client_id: ({ label, option_prefix }) =>
    operatorError(
      OAUTH_CODES.app_credentials,
      `${label} does not know the app. Check the option ${option_prefix}client_id: one Meta app has three pairs of id and secret (Meta, Instagram, Threads).`
    ),
  config_token: ({ label, option_prefix }) =>
    operatorError(
      OAUTH_CODES.app_credentials,
      `${label} does not exchange the token of the configuration. If it makes system user tokens, set the option ${option_prefix}config_token to "system_user".`
    ),
  config_token_of_person: ({ label, option_prefix }) =>
    operatorError(
      OAUTH_CODES.app_credentials,
      `${label}'s configuration does not make system user tokens but those of a person. Set the option ${option_prefix}config_token to "user", or let the configuration make system user tokens.`
    ),
  // Whatever it was, asking the same again would be refused again.
  unknown: ({ label, option_prefix }) =>
    refusedConnection(
      OAUTH_CODES.code,
      `${label} refused the answer of its consent page. ${AGAIN} If it happens again, check the options ${option_prefix}client_id and ${option_prefix}client_secret.`
    ),
}

/** The error of a refused exchange; the platform's own words stay out of it. */
export function exchangeRefused(
  reason: RefusalReason,
  context: RefusalContext
): PlatformError {
  return refusals[reason](context)
}
