import { textOf } from "./error-text"
/** What kind of trouble a platform (or the way to it) made. */
export type ErrorKind =
  | "auth"
  | "permission"
  | "rate_limit"
  | "quota"
  | "payment"
  | "transient"
  | "gone"
  | "no_data"
  | "unsupported_metric"
  | "invalid"

/** What has to stop because of it; each includes the ones before. */
export type ErrorScope = "metric" | "post" | "account" | "app"

export interface PlatformErrorDetails {
  kind: ErrorKind
  scope: ErrorScope
  /** Stable, for programs: `190/463`, `not_enough_viewers`, `timeout`, … */
  code: string
  /** For people: what happened and what to do. Never holds a token. */
  message: string
  /** For limits: when asking again makes sense. */
  retry_at?: Date | null
  /** Names of the platform's metrics that were refused, when it names them. */
  metrics?: readonly string[]
  /** The only names it accepts, when it names those instead. */
  allowed?: readonly string[]
  /** The scope whose absence caused a permission error, when known. */
  missing_scope?: string
  cause?: unknown
}

const MARKER = Symbol.for("medusa-plugin-social-insights/platform-error")

/**
 * The one error of the platforms. It is decided once, at the HTTP edge, from
 * the platform's table; everything after asks only `kind` and `scope`.
 */
export class PlatformError extends Error {
  readonly kind: ErrorKind
  readonly scope: ErrorScope
  readonly code: string
  readonly retry_at: Date | null
  readonly metrics: readonly string[]
  readonly allowed: readonly string[] | null
  readonly missing_scope: string | null
  readonly [MARKER] = true

  constructor(details: PlatformErrorDetails) {
    super(details.message, { cause: details.cause })
    this.name = "PlatformError"
    this.kind = details.kind
    this.scope = details.scope
    this.code = details.code
    this.retry_at = details.retry_at ?? null
    this.metrics = details.metrics ?? []
    this.allowed = details.allowed ?? null
    this.missing_scope = details.missing_scope ?? null
  }

  /** Works across duplicate copies of this package, unlike `instanceof`. */
  static is(error: unknown): error is PlatformError {
    return typeof error === "object" && error !== null && MARKER in error
  }

  /** Turns anything thrown into a PlatformError; unknown errors are ours. */
  static from(error: unknown): PlatformError {
    if (PlatformError.is(error)) {
      return error
    }
    const text = textOf(error)
    return new PlatformError({
      kind: "invalid",
      scope: "post",
      code: "unexpected",
      message: `Unexpected error while reading the platform's answer: ${text}`,
      cause: error,
    })
  }
}

/** Kinds after which asking the same account again now is pointless. */
export function stopsAccount(error: PlatformError): boolean {
  return error.scope === "account" || error.scope === "app"
}

/**
 * A limit met while reading a part that has an endpoint of its own (comments):
 * it stops that part, while the account's numbers go on. Other errors are
 * returned as they are.
 */
export function ofOnePart(error: PlatformError): PlatformError {
  return error.kind === "rate_limit" && stopsAccount(error)
    ? new PlatformError({
        kind: error.kind,
        scope: "post",
        code: error.code,
        message: error.message,
        retry_at: error.retry_at,
        cause: error,
      })
    : error
}

/** Kinds that park a scope until a time. */
export function parks(error: PlatformError): boolean {
  return (
    stopsAccount(error) &&
    (error.kind === "rate_limit" ||
      error.kind === "quota" ||
      error.kind === "payment")
  )
}
