import { toBody } from "./dialect"
import { deadToken, unparsableToken } from "./auth-errors"
import { invalidParameter } from "./errors"
import { DAY } from "./time"
import { stateAt, TokenRegistry } from "./tokens"

const seconds = (ms: number) => Math.floor(ms / 1000)

/** `GET /debug_token`: a dead input token is still HTTP 200 (meta-common §3.1). */
export function debugToken(
  input: string | undefined,
  tokens: TokenRegistry,
  now: number
) {
  if (!input) {
    throw invalidParameter("The parameter input_token is required")
  }
  const record = tokens.find(input)
  if (!record) {
    const { error } = toBody(unparsableToken(), "FBH", false)
    const { code, message } = error
    return { data: { error: { code, message }, is_valid: false, scopes: [] } }
  }
  const state = stateAt(record, now)
  const scopes = [...record.scopes]
  const dead =
    state === "valid" ? undefined : deadToken(state, record.expires_at, now)
  // The clock of data access does not run for a Page token.
  const data_access =
    record.family === "PAGE" ? 0 : seconds(record.issued_at + 90 * DAY)
  const targets = [...record.page_ids, ...record.ig_ids]
  return {
    data: {
      app_id: "100000000000001",
      type: record.family,
      application: "Sandbox",
      data_access_expires_at: data_access,
      ...(dead
        ? {
            error: {
              code: 190,
              message: dead.shape.message,
              subcode: dead.shape.subcode,
            },
          }
        : {}),
      expires_at: seconds(record.expires_at),
      is_valid: !dead,
      issued_at: seconds(record.issued_at),
      ...(record.family === "PAGE" ? { profile_id: record.account_id } : {}),
      scopes,
      granular_scopes: scopes.map((scope) => ({ scope, target_ids: targets })),
      user_id: record.user_id,
    },
  }
}
