import { createHmac } from "node:crypto"

/** One change that Meta tells of. */
export interface Update {
  /** Id of the Page or the professional account. */
  account: string
  field: string
  value: Record<string, unknown>
  /** Unix seconds; the sandbox clock when absent. */
  time?: number
}

export interface EnvelopeStyle {
  object: "instagram" | "page"
  /** The app's "Include Values". */
  include_values: boolean
  /** Ids of digits as JSON numbers. */
  numeric_ids: boolean
  now: number
}

/** Meta escapes whatever is not ASCII and signs it like that. */
const escaped = (json: string) =>
  json.replace(
    /[\u0080-\uffff]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`
  )

/** One POST's body: an entry for each account and time, in their order. */
export function envelope(
  updates: readonly Update[],
  { object, include_values, numeric_ids, now }: EnvelopeStyle
): Buffer {
  const entries = new Map<string, Update[]>()
  for (const update of updates) {
    const key = `${update.account} ${update.time ?? now}`
    entries.set(key, [...(entries.get(key) ?? []), update])
  }
  const entry = [...entries.values()].map((own) => ({
    id: own[0]?.account,
    time: own[0]?.time ?? now,
    ...(include_values
      ? { changes: own.map(({ field, value }) => ({ field, value })) }
      : { changed_fields: [...new Set(own.map(({ field }) => field))] }),
  }))
  const json = escaped(JSON.stringify({ object, entry }))
  return Buffer.from(
    numeric_ids ? json.replace(/("(?:id|\w+_id)":)"(\d+)"/g, "$1$2") : json
  )
}

export const signatureOf = (body: Buffer, secret: string) =>
  `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`

/** `<signature>.<payload>`, both base64url. */
export function signedRequest(
  person: string,
  issued_at: number,
  secret: string
): string {
  const payload = Buffer.from(
    JSON.stringify({
      algorithm: "HMAC-SHA256",
      expires: issued_at + 3600,
      issued_at,
      user_id: person,
    })
  ).toString("base64url")
  const signature = createHmac("sha256", secret)
    .update(payload)
    .digest("base64url")
  return `${signature}.${payload}`
}
