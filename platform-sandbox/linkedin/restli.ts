import { badSyntax, paramNotAllowed, unpermittedField } from "./refusals"

/** A value of the Rest.li 2.0 URL encoding (§3). */
export type RestliValue =
  string | RestliValue[] | { [key: string]: RestliValue }

/** Characters that only structure may use; in a value they are encoded. */
const STRUCTURE = /[:,()']/

export function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    throw badSyntax(`Invalid percent encoding in '${text}'`)
  }
}

function primitive(text: string): string {
  if (STRUCTURE.test(text)) {
    throw badSyntax(`Unencoded reserved character in value '${text}'`)
  }
  const decoded = percentDecoded(text)
  if (/%[0-9A-Fa-f]{2}/.test(decoded)) {
    throw badSyntax(`Value '${text}' is encoded twice`)
  }
  return decoded
}

/** Splits at the top-level commas of `a,List(b,c),(d:e)`. */
function splitItems(text: string): string[] {
  const items: string[] = []
  let depth = 0
  let from = 0
  for (let i = 0; i < text.length; i++) {
    const char = text[i]
    depth += char === "(" ? 1 : char === ")" ? -1 : 0
    if (depth < 0) {
      break
    }
    if (char === "," && depth === 0) {
      items.push(text.slice(from, i))
      from = i + 1
    }
  }
  if (depth !== 0) {
    throw badSyntax(`Unbalanced parentheses in '${text}'`)
  }
  return text === "" ? [] : [...items, text.slice(from)]
}

/** Reads a raw value: `List(a,b)`, `(key:value)` or a plain one. */
export function parseValue(raw: string): RestliValue {
  if (raw.startsWith("List(") && raw.endsWith(")")) {
    return splitItems(raw.slice(5, -1)).map(parseValue)
  }
  if (raw.startsWith("(") && raw.endsWith(")")) {
    const record: { [key: string]: RestliValue } = {}
    for (const item of splitItems(raw.slice(1, -1))) {
      const colon = item.indexOf(":")
      if (colon < 1) {
        throw badSyntax(`Expected key:value, found '${item}'`)
      }
      const key = primitive(item.slice(0, colon))
      record[key] = parseValue(item.slice(colon + 1))
    }
    return record
  }
  return primitive(raw)
}

/** Reads a raw query string. Nothing is repaired: what is wrong is refused. */
export function parseQuery(raw: string): Record<string, RestliValue> {
  const params: Record<string, RestliValue> = {}
  for (const pair of raw === "" ? [] : raw.split("&")) {
    const equals = pair.indexOf("=")
    const key = equals < 0 ? pair : pair.slice(0, equals)
    const plain = key.replace(/%5B/gi, "[").replace(/%5D/gi, "]")
    // Arrays of Rest.li 1: with an index 403, without one 400 (public reports).
    if (/\[\d+\]/.test(plain)) {
      throw unpermittedField(plain)
    }
    if (!/^[A-Za-z0-9_.]+$/.test(key) || equals < 0) {
      throw paramNotAllowed(plain)
    }
    if (key in params) {
      throw badSyntax(`Parameter ${key} is given twice`)
    }
    params[key] = parseValue(pair.slice(equals + 1))
  }
  return params
}
