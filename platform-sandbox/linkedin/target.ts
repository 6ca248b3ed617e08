import { SandboxRequest } from "../core/types"
import { badSyntax, paramNotAllowed, queryTooLong } from "./refusals"
import { parseQuery, parseValue, percentDecoded, RestliValue } from "./restli"

const LONGEST_QUERY = 4000
const FORM = "application/x-www-form-urlencoded"

export interface Effective {
  method: string
  raw_query: string
}

/** Query tunnelling: a POST with the query as form body stands for a GET (§3). */
export function untunnel(request: SandboxRequest): Effective {
  const override = request.headers["x-http-method-override"]
  if (request.method !== "POST" || override === undefined) {
    return { method: request.method, raw_query: request.rawQuery }
  }
  if (override.toUpperCase() !== "GET") {
    return { method: override.toUpperCase(), raw_query: request.rawQuery }
  }
  const type = (request.headers["content-type"] ?? "").split(";")[0]?.trim()
  if (type !== FORM) {
    throw badSyntax(`A tunnelled query needs Content-Type: ${FORM}`)
  }
  if (request.rawQuery !== "") {
    throw badSyntax("A tunnelled query leaves the query string empty")
  }
  return { method: "GET", raw_query: request.body }
}

/** Query and path parameter, judged as they were sent. */
export function readTarget(
  request: SandboxRequest,
  effective: Effective,
  raw_key: string,
  protocol2: boolean
): { params: Record<string, RestliValue>; key: RestliValue } {
  if (request.rawQuery.length > LONGEST_QUERY) {
    throw queryTooLong(request.rawQuery.length)
  }
  const versioned = request.rawPath.startsWith("/rest/")
  if (!protocol2 && versioned) {
    // Protocol 1 knows no lists and records: they are unknown parameters.
    const structured = effective.raw_query
      .split("&")
      .find((pair) => /=(List)?\(/.test(pair))
    if (structured) {
      throw paramNotAllowed(structured.split("=")[0] ?? "")
    }
    throw badSyntax("X-Restli-Protocol-Version: 2.0.0 is required")
  }
  const params = parseQuery(effective.raw_query)
  const key = protocol2 ? parseValue(raw_key) : percentDecoded(raw_key)
  return { params, key }
}
