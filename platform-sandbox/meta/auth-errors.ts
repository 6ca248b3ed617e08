import { GraphError } from "./errors"
import { INSTAGRAM_APP_ID, META_APP_ID } from "./oauth/client-app"
import { TokenRecord, TokenState } from "./tokens"

/** `Thursday, 08-Jan-26 21:00:00 PST`, the form in which sessions end. */
function sessionTime(ms: number): string {
  // Pacific standard time is written all year round: the text is not parsed.
  const date = new Date(ms - 8 * 3_600_000)
  const part = (options: Intl.DateTimeFormatOptions) =>
    date.toLocaleString("en-US", { ...options, timeZone: "UTC" })
  const two = (value: number) => String(value).padStart(2, "0")
  const day = `${two(date.getUTCDate())}-${part({ month: "short" })}`
  const year = two(date.getUTCFullYear() % 100)
  const time = [
    date.getUTCHours(),
    date.getUTCMinutes(),
    date.getUTCSeconds(),
  ].map(two)
  return `${part({ weekday: "long" })}, ${day}-${year} ${time.join(":")} PST`
}

/** Subcodes and wordings of a dead token (meta-common §3, §5.3 rows 9–11). */
export function deadToken(
  state: Exclude<TokenState, "valid">,
  { expires_at, family }: TokenRecord,
  now: number
): GraphError {
  const app_id = family === "IG" ? INSTAGRAM_APP_ID : META_APP_ID
  const wording: Record<typeof state, [number, string]> = {
    expired: [
      463,
      `Error validating access token: Session has expired on ` +
        `${sessionTime(Math.min(expires_at || now, now))}. ` +
        `The current time is ${sessionTime(now)}.`,
    ],
    revoked: [
      458,
      "Error validating access token: The user has not authorized application " +
        `${app_id}.`,
    ],
    password_changed: [
      460,
      "Error validating access token: The session has been invalidated because " +
        "the user changed their password or Facebook has changed the session " +
        "for security reasons.",
    ],
    role_lost: [
      492,
      "Error validating access token: Sessions for the user are not allowed " +
        "because the user is not an administrator of the Page.",
    ],
  }
  const [subcode, message] = wording[state]
  return new GraphError({ message, code: 190, subcode })
}

/** A token of the other family, or no token of this world at all. */
export function unparsableToken() {
  return new GraphError({
    message: "Invalid OAuth access token - Cannot parse access token",
    code: 190,
  })
}

export function tokenRequired(on_me: boolean) {
  return on_me
    ? new GraphError({
        message:
          "An active access token must be used to query information about the " +
          "current user.",
        code: 2500,
      })
    : new GraphError({
        message: "An access token is required to request this resource.",
        code: 104,
      })
}

/** A user token on an edge of a New-Pages Page. */
export function pageTokenRequired() {
  return new GraphError({
    message: "Invalid OAuth 2.0 Access Token",
    code: 190,
    subcode: 2069032,
    title: "User Access Token Is Not Supported",
    user_message:
      "A Page access token is required for this call for the new Pages " +
      "experience.",
  })
}

export function otherPagesToken() {
  return new GraphError({
    message:
      "(#10) Requested Page Does Not Match Page Access Token. Please use the " +
      "access token of the Page that owns the object.",
    code: 10,
  })
}

/** Wordings of a missing or wrong proof (meta-common §3.2). */
export function proofError(kind: "missing" | "wrong") {
  return new GraphError({
    message:
      kind === "missing"
        ? "API calls from the server require an appsecret_proof argument"
        : "Invalid appsecret_proof provided in the API argument",
    type: "GraphMethodException",
    code: 100,
  })
}
