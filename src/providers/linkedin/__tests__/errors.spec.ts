import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import {
  CallBudget,
  MetricVerdicts,
  type PlatformAnswer,
  type PlatformCall,
} from "../../../platform-kit"
import { classifyLinkedInAnswer } from "../classify"
import { linkedinEdge } from "../edge"

const NOW = new Date("2026-11-15T12:00:00.000Z")
const MIDNIGHT = new Date("2026-11-16T00:00:00.000Z")

const answer = (
  status: number,
  body: Record<string, unknown> | undefined = {}
): PlatformAnswer => ({ status, headers: {}, body: { status, ...body } })

describe("the error table of LinkedIn", () => {
  const rows: [string, PlatformAnswer, Record<string, unknown>][] = [
    [
      "a missing token, in the documented minimum",
      answer(401, {
        message: "Empty oauth2_access_token",
        serviceErrorCode: 401,
      }),
      { kind: "auth", scope: "account", code: "http_401" },
    ],
    [
      "a revoked token",
      answer(401, { serviceErrorCode: 65601, code: "REVOKED_ACCESS_TOKEN" }),
      { kind: "auth", scope: "account", code: "REVOKED_ACCESS_TOKEN" },
    ],
    [
      "an expired token, by its number alone",
      answer(401, { serviceErrorCode: 65602 }),
      { kind: "auth", scope: "account", code: "EXPIRED_ACCESS_TOKEN" },
    ],
    [
      "a missing role or scope",
      answer(403, {
        serviceErrorCode: 100,
        code: "ACCESS_DENIED",
        message: "Not enough permissions to access: posts.GET.20261001",
      }),
      { kind: "permission", scope: "account", code: "ACCESS_DENIED" },
    ],
    [
      "wrong encoding, which only looks like a permission",
      answer(403, {
        code: "ACCESS_DENIED",
        message:
          "Unpermitted fields present in PARAMETER: Data Processing Exception while processing fields [/shares[0]]",
      }),
      { kind: "invalid", code: "UNPERMITTED_FIELDS" },
    ],
    [
      "wrong encoding with another status",
      answer(400, {
        serviceErrorCode: 100,
        message: "Unpermitted fields present in PARAMETER: [/shares[0]]",
      }),
      { kind: "invalid", code: "UNPERMITTED_FIELDS" },
    ],
    [
      "an array of the old protocol",
      answer(400, { code: "QUERY_PARAM_NOT_ALLOWED" }),
      { kind: "invalid", scope: "account" },
    ],
    [
      "a wrong value",
      answer(400, { code: "PARAM_INVALID" }),
      { kind: "invalid", scope: "post", code: "PARAM_INVALID" },
    ],
    ["a failed validation", answer(422), { kind: "invalid", scope: "post" }],
    [
      "a deleted post",
      answer(404, { code: "RESOURCE_NOT_FOUND", message: "was not found" }),
      { kind: "gone", scope: "post" },
    ],
    [
      "an unknown address, which is no deleted post",
      answer(404, { message: "No virtual resource found" }),
      { kind: "invalid", scope: "app" },
    ],
    [
      "a version that was shut off, which stops everything",
      answer(426, {
        code: "NONEXISTENT_VERSION",
        message: "Requested version 20250401 is not active",
      }),
      { kind: "invalid", scope: "app", code: "NONEXISTENT_VERSION" },
    ],
    [
      "a missing version",
      answer(400, { code: "VERSION_MISSING" }),
      { kind: "invalid", scope: "app" },
    ],
    [
      "the app's daily limit",
      answer(429, {
        message:
          "Resource level throttle APPLICATION DAY limit for calls to this resource is reached.",
      }),
      { kind: "rate_limit", scope: "app", retry_at: MIDNIGHT },
    ],
    [
      "the member's daily limit",
      answer(429, {
        message:
          "Resource level throttle MEMBER DAY limit for calls to this resource is reached.",
      }),
      { kind: "rate_limit", scope: "account", retry_at: MIDNIGHT },
    ],
    [
      "the member's daily limit within the app",
      answer(429, {
        serviceErrorCode: 101,
        code: "TOO_MANY_REQUESTS",
        message:
          "Resource level throttle APPLICATION_AND_MEMBER DAY limit for calls to this resource is reached.",
      }),
      { kind: "rate_limit", scope: "account", retry_at: MIDNIGHT },
    ],
    [
      "a 429 without a reason",
      answer(429),
      {
        kind: "rate_limit",
        scope: "account",
        code: "throttled",
        retry_at: MIDNIGHT,
      },
    ],
    ["an outage", answer(503), { kind: "transient", scope: "post" }],
    ["the website's wall", answer(999), { kind: "invalid", scope: "app" }],
    ["an unknown refusal", answer(418), { kind: "invalid", scope: "post" }],
    ["a redirect", answer(302), { kind: "invalid", scope: "app" }],
  ]

  it.each(rows)("knows %s", (_name, given, expected) => {
    expect(classifyLinkedInAnswer(given, NOW)).toMatchObject(expected)
  })

  it("takes a good answer for one", () => {
    expect(classifyLinkedInAnswer(answer(200), NOW)).toBeNull()
  })

  it("tells the operator what to do about the version", () => {
    const error = classifyLinkedInAnswer(answer(426), NOW)
    expect(error?.message).toMatch(/api_version/)
  })
})

describe("a 429 without a reason", () => {
  const call = {
    account: { id: "sacc_1" },
    budget: new CallBudget(),
    verdicts: new MetricVerdicts("linkedin", () => NOW),
    now: () => NOW,
  } as unknown as PlatformCall
  const request = () => ({ endpoint: "GET /x", url: "https://api.test/x" })

  it("is tried once more before the account is parked", () => {
    const edge = linkedinEdge()
    const first = request()
    const kinds = [1, 2].map(
      () => edge.classify(answer(429), first, call)?.kind
    )
    expect(kinds).toEqual(["transient", "rate_limit"])
    expect(edge.classify(answer(429), request(), call)?.kind).toBe("transient")
  })

  it("does not wait where the daily limit is named", () => {
    const limit = answer(429, { message: "throttle MEMBER DAY limit" })
    const error = linkedinEdge().classify(limit, request(), call)
    expect(error?.kind).toBe("rate_limit")
  })
})

const RECORDED = join(process.cwd(), "../shared/recorded")
const whenRecorded = existsSync(RECORDED) ? describe : describe.skip

whenRecorded("recorded answers", () => {
  it("reads a revoked token", () => {
    const { response, expect: expected } = JSON.parse(
      readFileSync(join(RECORDED, "err_li_401_revoked.json"), "utf8")
    )
    expect(classifyLinkedInAnswer(response, NOW)).toMatchObject({
      kind: "auth",
      scope: expected.scope,
      code: "REVOKED_ACCESS_TOKEN",
    })
  })
})
