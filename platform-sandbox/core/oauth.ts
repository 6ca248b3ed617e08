import { parsePairs } from "./request"
import { SandboxAnswer, SandboxRequest } from "./types"

/** A refusal of a token endpoint: `error` and `error_description` (RFC 6749 §5.2). */
export class OAuthRefusal extends Error {
  constructor(
    readonly status: 400 | 401,
    readonly error: string,
    readonly description: string
  ) {
    super(error)
  }

  answer(endpoint: string): SandboxAnswer {
    const { status, error, description } = this
    const body = { error, error_description: description }
    return { status, body, endpoint }
  }
}

/** The fields of a form; a body of another content type has none. */
export function readForm(request: SandboxRequest): Record<string, string> {
  const type = (request.headers["content-type"] ?? "").split(";")[0]?.trim()
  return type === "application/x-www-form-urlencoded"
    ? parsePairs(request.body)
    : {}
}

/** An absolute http(s) address without a fragment. */
function isAbsolute(text: string): boolean {
  return /^https?:\/\/[^#]+$/.test(text) && URL.canParse(text)
}

/**
 * Whether the browser may be sent back to an address: one of the registered
 * ones, letter by letter. `null` stands for a client with every address.
 */
export function isRedirectUri(
  text: string,
  registered: readonly string[] | null
): boolean {
  return isAbsolute(text) && (registered?.includes(text) ?? true)
}

/** Whether a value can be a client's list of registered addresses. */
export function isRedirectList(value: unknown): value is string[] | null {
  return (
    value === null ||
    (Array.isArray(value) &&
      value.every((one) => typeof one === "string" && isAbsolute(one)))
  )
}

/** An address with parameters added to those it has. */
export function withParams(
  address: string,
  params: Record<string, string>
): string {
  const url = new URL(address)
  for (const [name, value] of Object.entries(params)) {
    url.searchParams.append(name, value)
  }
  return url.href
}
