import {
  readTokenGrant,
  toArray,
  toId,
  toRecord,
  toText,
} from "../../../platform-kit"
import { LABEL } from "./instagram-app"

/** What a code was traded for: good for an hour. */
export interface ShortToken {
  access_token: string
  /** The account's id inside the app. */
  user_id: string | null
  /** Granted scopes; `null` when not told. */
  permissions: string[] | null
}

/**
 * Reads `{ data: [{ access_token, user_id, permissions }] }`, which is seen flat
 * too, with a number as id, and with the permissions as text or as list.
 * https://developers.facebook.com/documentation/instagram-platform/instagram-api-with-instagram-login/business-login
 *
 * @throws PlatformError `transient` when there is no token in it
 */
export function readShortToken(body: unknown, now: Date): ShortToken {
  const record = toRecord(body)
  const answer = toRecord(toArray(record?.data)[0]) ?? record
  return {
    access_token: readTokenGrant(LABEL, answer, now).access_token,
    user_id: toId(answer?.user_id),
    permissions: permissionsIn(answer?.permissions),
  }
}

function permissionsIn(value: unknown): string[] | null {
  if (Array.isArray(value)) {
    return value.flatMap((name) => toText(name) ?? [])
  }
  const text = toText(value)
  return text === null
    ? null
    : text
        .split(",")
        .map((name) => name.trim())
        .filter(Boolean)
}
