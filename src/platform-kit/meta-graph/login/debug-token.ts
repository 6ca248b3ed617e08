import { toArray, toId, toNumber, toRecord, toText } from "../../coerce"
import type { PlatformCall } from "../../contract"
import { classifyGraphAnswer } from "../classify"
import type { GraphClient } from "../graph-client"

/** What Meta says about a token. */
export interface TokenFacts {
  valid: boolean
  /** For an invalid one: what happened and what to do. */
  problem: string | null
  app_id: string | null
  /** The person or system user behind it. */
  user_id: string | null
  /** `USER`, `SYSTEM_USER`, `PAGE`; `null` when not told. */
  type: string | null
  scopes: string[] | null
  /** Absent when not told, `null` when there is no end. */
  expires_at?: Date | null
  data_access_expires_at?: Date | null
}

/**
 * Asks about a token with another one, usually the app's own. The asked token
 * has to be a parameter; the answer is good even when that token is dead.
 * https://developers.facebook.com/docs/graph-api/reference/debug_token
 *
 * @throws PlatformError when the asking token may not ask
 */
export async function debugToken(
  graph: GraphClient,
  call: PlatformCall,
  input_token: string
): Promise<TokenFacts> {
  const body = await graph.get(call, {
    endpoint: "GET /debug_token",
    path: "debug_token",
    params: { input_token },
  })
  const data = toRecord(toRecord(body)?.data) ?? {}
  return {
    valid: data.is_valid === true,
    problem: data.is_valid === true ? null : problemIn(data, call.now()),
    app_id: toId(data.app_id),
    user_id: toId(data.user_id),
    type: toText(data.type),
    scopes: Array.isArray(data.scopes)
      ? toArray(data.scopes).flatMap((scope) => toText(scope) ?? [])
      : null,
    ...endIn("expires_at", data),
    ...endIn("data_access_expires_at", data),
  }
}

/** `0` is "never". */
function endIn(
  name: "expires_at" | "data_access_expires_at",
  data: Record<string, unknown>
): Partial<TokenFacts> {
  const seconds = toNumber(data[name])
  return seconds === null
    ? {}
    : { [name]: seconds > 0 ? new Date(seconds * 1000) : null }
}

/** The error inside has `subcode` instead of `error_subcode`. */
function problemIn(data: Record<string, unknown>, now: Date): string {
  const inner = toRecord(data.error)
  const error = inner && {
    ...inner,
    error_subcode: inner.error_subcode ?? inner.subcode,
  }
  const problem = classifyGraphAnswer(
    "Facebook",
    { status: 400, headers: {}, body: { error } },
    "",
    now
  )
  return problem?.kind === "auth"
    ? problem.message
    : "Facebook no longer accepts the token. Reconnect the account."
}
