import { createHmac } from "node:crypto"
import { bearerOf, parsePairs } from "../core/request"
import { SandboxRequest } from "../core/types"
import { deadToken, proofError } from "./auth-errors"
import { tokenRequired, unparsableToken } from "./auth-errors"
import { Dialect } from "./dialect"
import { Situations } from "./situations"
import { stateAt, TokenRecord, TokenRegistry } from "./tokens"

/** The token string of a request: header, query, or form body of a batch. */
export function tokenOf(request: SandboxRequest): string {
  return (
    bearerOf(request) ||
    (request.method === "POST"
      ? (parsePairs(request.body).access_token ?? "")
      : "")
  )
}

/** Finds the token and refuses everything a host refuses about it. */
export function authorise(
  text: string,
  on_me: boolean,
  dialect: Dialect,
  tokens: TokenRegistry,
  now: number
): TokenRecord {
  if (!text) {
    throw tokenRequired(on_me)
  }
  const record = tokens.find(text)
  // Meta cannot read a token of the other family at all, dead or alive.
  if (!record || (record.family === "IG") !== (dialect === "IGH")) {
    throw unparsableToken()
  }
  const state = stateAt(record, now)
  if (state !== "valid") {
    throw deadToken(state, record, now)
  }
  return record
}

/** `appsecret_proof` counts as a query parameter on graph.facebook.com only. */
export function checkProof(
  proof: string | undefined,
  token: string,
  dialect: Dialect,
  situations: Situations
): void {
  const secret = situations.require_proof
  if (!secret || dialect === "IGH") {
    return
  }
  if (!proof) {
    throw proofError("missing")
  }
  const expected = createHmac("sha256", secret).update(token).digest("hex")
  if (proof !== expected) {
    throw proofError("wrong")
  }
}
