import { toBody } from "./dialect"
import { deadToken, unparsableToken } from "./auth-errors"
import { invalidParameter } from "./errors"
import { INSTAGRAM_APP_ID, META_APP_ID } from "./oauth/client-app"
import { DAY } from "./time"
import { stateAt, TokenRecord, TokenRegistry } from "./tokens"

const seconds = (ms: number) => Math.floor(ms / 1000)

/** The clock of data access runs for tokens of people only; 0 = not running. */
function dataAccessUntil(record: TokenRecord): number {
  const { family, issued_at } = record
  return family === "USER" || family === "IG"
    ? seconds(record.data_access_until ?? issued_at + 90 * DAY)
    : 0
}

/** Which assets a scope was granted for; none are named when all are meant. */
function granular(scope: string, { ig_ids, page_ids }: TokenRecord) {
  const targets = scope.startsWith("instagram_")
    ? ig_ids
    : scope.startsWith("pages_") || scope === "read_insights"
      ? page_ids
      : undefined
  return { scope, ...(targets ? { target_ids: [...targets] } : {}) }
}

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
  const dead = state === "valid" ? undefined : deadToken(state, record, now)
  return {
    data: {
      app_id: record.family === "IG" ? INSTAGRAM_APP_ID : META_APP_ID,
      type: record.family,
      application: "Sandbox",
      data_access_expires_at: dataAccessUntil(record),
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
      granular_scopes: scopes.map((scope) => granular(scope, record)),
      user_id: record.user_id,
    },
  }
}
