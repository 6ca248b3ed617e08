/**
 * URL encoding of Rest.li 2.0: inside a value the characters of the structure
 * are percent-encoded, the structure itself stays literal. HTTP clients break
 * one or the other, so queries are built here and sent as they are.
 * https://linkedin.github.io/rest.li/spec/protocol
 */
export function encodeValue(value: string): string {
  return encodeURIComponent(value).replace(
    /[()'!*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`
  )
}

/** `List(a,b)` of values. */
export function listOf(values: readonly string[]): string {
  return `List(${values.map(encodeValue).join(",")})`
}

/** `(key:value)` with one key. */
export function recordOf(key: string, value: string): string {
  return `(${key}:${encodeValue(value)})`
}

/** Joins parameters whose values are encoded already. */
export function queryOf(
  params: readonly (readonly [name: string, encoded: string])[]
): string {
  return params.map(([name, encoded]) => `${name}=${encoded}`).join("&")
}
