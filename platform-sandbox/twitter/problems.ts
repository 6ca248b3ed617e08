import { SandboxAnswer } from "../core/types"
import { Situation } from "./situation"

/** An answer that ends the request; the router adds headers and endpoint. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly body: unknown,
    readonly problem = true
  ) {
    super(`HTTP ${status}`)
  }
}

export type Problem = Record<string, unknown>

export function problemType(situation: Situation, name: string): string {
  return `https://${situation.problem_host}/2/problems/${name}`
}

/** Envelope B: the request as a whole is refused, `errors` says by what. */
export function invalidRequest(
  situation: Situation,
  parameter: string,
  value: string,
  detail: string
): Refusal {
  const type = problemType(situation, "invalid-request")
  const title = "Invalid Request"
  return new Refusal(400, {
    errors: [{ parameter, value, title, detail, type }],
    title,
    detail: "One or more parameters to your request was invalid.",
    type,
  })
}

/** Envelope A (RFC 7807). */
export function problem(
  status: number,
  title: string,
  detail: string,
  type = "about:blank",
  more: Problem = {}
): Refusal {
  return new Refusal(status, { title, detail, type, status, ...more })
}

export const unauthorized = () => problem(401, "Unauthorized", "Unauthorized")

export const forbidden = (detail: string) => problem(403, "Forbidden", detail)

export const notFound = () =>
  problem(404, "Not Found", "The requested resource was not found.")

export function unsupportedAuthentication(
  situation: Situation,
  used: "user" | "app"
): Refusal {
  const [bad, good] =
    used === "app"
      ? ["OAuth 2.0 Application-Only", "OAuth 2.0 User Context"]
      : ["OAuth 2.0 User Context", "OAuth 2.0 Application-Only"]
  return problem(
    403,
    "Unsupported Authentication",
    `Authenticating with ${bad} is forbidden for this endpoint.  Supported authentication types are [${good}].`,
    problemType(situation, "unsupported-authentication")
  )
}

export function clientForbidden(situation: Situation): Refusal {
  return problem(
    403,
    "Client Forbidden",
    "This request must be made using an approved developer account that is enrolled in the requested endpoint.",
    problemType(situation, "client-forbidden"),
    {
      reason: "client-not-enrolled",
      registration_url: "https://developer.x.com/en/docs/x-api/getting-started",
    }
  )
}

export function rateLimited(situation: Situation): Refusal {
  switch (situation.envelope_429) {
    case "C":
      return new Refusal(
        429,
        { errors: [{ code: 88, message: "Rate limit exceeded" }] },
        false
      )
    case "empty":
      return new Refusal(429, "", false)
    default:
      return problem(
        429,
        "Too Many Requests",
        "Too Many Requests",
        problemType(situation, "rate-limit-exceeded")
      )
  }
}

export function usageCapped(situation: Situation): Refusal {
  return problem(
    429,
    "UsageCapExceeded",
    "Usage cap exceeded: Monthly product cap",
    problemType(situation, "usage-capped"),
    { period: "Monthly", scope: "Product" }
  )
}

export const creditsDepleted = () =>
  problem(
    402,
    "CreditsDepleted",
    "Your enrolled account does not have any credits"
  )

/** A refusal as an answer. Problems have a content type of their own. */
export function refusalAnswer(
  refusal: Refusal,
  endpoint: string
): SandboxAnswer {
  const type = refusal.problem
    ? "application/problem+json; charset=utf-8"
    : "application/json; charset=utf-8"
  return {
    status: refusal.status,
    headers: { "content-type": type },
    body: refusal.body,
    endpoint,
  }
}
