/** Fields of the forms that take a token. */
export type TokenFormField =
  "access_token" | "external_id" | `settings.${string}`

const SETTING = /settings\.(\w+)/
const ID =
  /external_id|\b(?:enter|use) (?:that|the account|the numeric) id\b|\bwith this id\b|\buse the id\b/i
const TOKEN = /token/i

/**
 * The field that a refusal of the server is about, as far as its sentence
 * tells; `null` when it is about no field.
 */
export function fieldOfError(message: string): TokenFormField | null {
  const setting = SETTING.exec(message)?.[1]
  if (setting) {
    return `settings.${setting}`
  }
  if (ID.test(message)) {
    return "external_id"
  }
  return TOKEN.test(message) ? "access_token" : null
}
