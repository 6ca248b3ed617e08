import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import type { PlatformAnswer } from "../../../platform-kit"
import { classifyXAnswer, itemError, mayBeVocabulary } from "../classify"
import { readProblem } from "../problem"

const NOW = new Date("2026-11-15T12:00:00.000Z")
const RESET = 1794744600
const HEADERS = { "x-rate-limit-reset": String(RESET) }

const answer = (
  status: number,
  body: unknown,
  headers: Record<string, string> = {}
): PlatformAnswer => ({ status, body, headers })

const problem = (type: string, more: Record<string, unknown> = {}) => ({
  title: "A title",
  detail: "A detail",
  type: `https://api.x.com/2/problems/${type}`,
  ...more,
})

describe("the error table of X", () => {
  const rows: [string, PlatformAnswer, Record<string, unknown>][] = [
    [
      "a usage cap, which is no rate limit",
      answer(429, problem("usage-capped", { period: "Monthly" }), HEADERS),
      {
        kind: "quota",
        scope: "app",
        code: "usage-capped",
        retry_at: new Date("2026-11-16T00:00:00.000Z"),
      },
    ],
    [
      "credits",
      answer(402, { title: "CreditsDepleted", type: "about:blank" }),
      {
        kind: "payment",
        scope: "app",
        retry_at: new Date("2026-11-15T13:00:00.000Z"),
      },
    ],
    [
      "a rate limit in envelope A",
      answer(429, problem("rate-limit-exceeded"), HEADERS),
      {
        kind: "rate_limit",
        scope: "account",
        retry_at: new Date(RESET * 1000),
      },
    ],
    [
      "a rate limit in envelope C",
      answer(
        429,
        { errors: [{ code: 88, message: "Rate limit exceeded" }] },
        HEADERS
      ),
      {
        kind: "rate_limit",
        scope: "account",
        code: "88",
        retry_at: new Date(RESET * 1000),
      },
    ],
    [
      "a rate limit without a body or a header",
      answer(429, undefined),
      {
        kind: "rate_limit",
        scope: "account",
        code: "http_429",
        retry_at: new Date("2026-11-15T12:15:00.000Z"),
      },
    ],
    [
      "a rate limit whose reset has passed",
      answer(429, undefined, { "x-rate-limit-reset": "1000" }),
      { retry_at: new Date("2026-11-15T12:15:00.000Z") },
    ],
    [
      "a dead token",
      answer(401, { title: "Unauthorized", type: "about:blank", status: 401 }),
      { kind: "auth", scope: "account", code: "http_401", retry_at: null },
    ],
    [
      "an app that is not enrolled",
      answer(
        403,
        problem("client-forbidden", { reason: "client-not-enrolled" })
      ),
      { kind: "permission", scope: "app", code: "client-forbidden" },
    ],
    [
      "a wrong kind of token",
      answer(403, problem("unsupported-authentication")),
      { kind: "invalid", scope: "account", code: "unsupported-authentication" },
    ],
    [
      "a missing scope, which is named",
      answer(403, {
        title: "Forbidden",
        detail: "Missing scope: tweet.read",
        type: "about:blank",
      }),
      { kind: "permission", scope: "account", missing_scope: "tweet.read" },
    ],
    [
      "a deleted post, looked up alone",
      answer(404, problem("resource-not-found")),
      { kind: "gone", scope: "post", code: "resource-not-found" },
    ],
    [
      "an unknown address, which is no deleted post",
      answer(404, { title: "Not Found", type: "about:blank" }),
      { kind: "invalid", scope: "app" },
    ],
    [
      "an invalid request in envelope B, by parameter",
      answer(400, {
        errors: [{ parameter: "ids", detail: "bad", type: "about:blank" }],
        ...problem("invalid-request"),
      }),
      { kind: "invalid", scope: "post", code: "invalid-request/ids" },
    ],
    [
      "an invalid request that names its parameters as an object",
      answer(400, {
        errors: [
          {
            parameters: { ids: ["1", "x"] },
            message: "The `ids` query parameter value [x] is not valid",
          },
        ],
        ...problem("invalid-request"),
      }),
      { kind: "invalid", scope: "post", code: "invalid-request/ids" },
    ],
    [
      "an overloaded search",
      answer(503, undefined),
      { kind: "transient", scope: "post", code: "http_503" },
    ],
    [
      "an unknown refusal",
      answer(418, {}),
      { kind: "invalid", scope: "post", code: "http_418" },
    ],
    [
      "a redirect, which would carry the token along",
      answer(302, undefined),
      { kind: "invalid", scope: "app" },
    ],
  ]

  it.each(rows)("knows %s", (_name, given, expected) => {
    expect(classifyXAnswer(given, "account", NOW)).toMatchObject(expected)
  })

  it("takes errors beside data for a good answer", () => {
    const body = { errors: [problem("resource-not-found")] }
    expect(classifyXAnswer(answer(200, body), "account", NOW)).toBeNull()
  })

  it("stops the app when the app's own token hit the limit", () => {
    const error = classifyXAnswer(answer(429, undefined), "app", NOW)
    expect(error).toMatchObject({ kind: "rate_limit", scope: "app" })
  })

  it("starts with the words merchants know", () => {
    const sentence = (status: number, type = "x") =>
      classifyXAnswer(answer(status, problem(type)), "account", NOW)?.message
    expect(sentence(429)).toMatch(/^Rate limit exceeded/)
    expect(sentence(403)).toMatch(/^Permission denied/)
    expect(sentence(404, "resource-not-found")).toMatch(/^Post not found/)
  })

  it("tells a refused vocabulary from a refused id", () => {
    const refusal = (parameter: string) => {
      const body = { ...problem("invalid-request"), parameter }
      const error = classifyXAnswer(answer(400, body), "account", NOW)
      return error && mayBeVocabulary(error)
    }
    expect(refusal("post.fields")).toBe(true)
    expect(refusal("ids")).toBe(false)
  })
})

describe("problems beside data", () => {
  const rows: [string, string, string][] = [
    ["resource-not-found", "gone", "post"],
    ["not-authorized-for-resource", "permission", "post"],
    ["resource-unavailable", "permission", "post"],
    ["disallowed-resource", "permission", "post"],
    ["not-authorized-for-field", "unsupported_metric", "metric"],
    ["field-unauthorized", "unsupported_metric", "metric"],
    ["field-hydration-failure", "transient", "post"],
    ["internal-error", "transient", "post"],
    ["never-heard-of", "transient", "post"],
  ]

  it.each(rows)("knows %s on both hosts", (type, kind, scope) => {
    for (const host of ["api.x.com", "api.twitter.com"]) {
      const uri = `https://${host}/2/problems/${type}`
      const error = itemError(readProblem({ type: uri, resource_id: "1" }))
      expect(error).toMatchObject({ kind, scope, code: type })
    }
  })
})

const RECORDED = join(process.cwd(), "../shared/recorded")
const whenRecorded = existsSync(RECORDED) ? describe : describe.skip

whenRecorded("recorded answers", () => {
  const recorded = (name: string) =>
    JSON.parse(readFileSync(join(RECORDED, `${name}.json`), "utf8"))

  it("reads the legacy 429", () => {
    const { response, expect: expected } = recorded("err_x_429_legacy")
    const before = new Date((expected.retry_at - 60) * 1000)
    const error = classifyXAnswer(response, "account", before)
    expect(error).toMatchObject({ kind: "rate_limit", scope: expected.scope })
    expect(error?.retry_at).toEqual(new Date(expected.retry_at * 1000))
  })
})
