import { paramInvalid } from "./refusals"
import { RestliValue } from "./restli"

const SIMPLE = /^urn:li:([A-Za-z]+):([A-Za-z0-9_-]+)$/
const COMMENT = /^urn:li:comment:\((urn:li:activity:\d+),(\d+)\)$/

/** The entity type of a URN; `null` for text that is none. */
export function urnType(text: string): string | null {
  return COMMENT.test(text) ? "comment" : (SIMPLE.exec(text)?.[1] ?? null)
}

export const urnId = (urn: string): string => SIMPLE.exec(urn)?.[2] ?? ""

export const commentUrn = (activity: string, id: string): string =>
  `urn:li:comment:(${activity},${id})`

/** A parameter that must be a URN of one of the types. */
export function requireUrn(
  name: string,
  value: RestliValue | undefined,
  types: string[]
): string {
  if (typeof value !== "string" || !types.includes(urnType(value) ?? "")) {
    throw paramInvalid(name, `expected urn:li:${types.join("|")}`)
  }
  return value
}

/** A `List(...)` parameter of URNs. Without protocol 2.0.0 it never is a list. */
export function requireUrnList(
  name: string,
  value: RestliValue | undefined,
  types: string[]
): string[] {
  if (!Array.isArray(value)) {
    throw paramInvalid(name, "expected List(...)")
  }
  return [...new Set(value.map((item) => requireUrn(name, item, types)))]
}
