import { TOO_MUCH_DATA } from "../../batches"
import { classifyGraphAnswer } from "../classify"
import { describeRecorded, recorded } from "./support"

const NOW = new Date("2026-11-01T12:00:00Z")

function classify(
  error: Record<string, unknown>,
  { status = 400, url = "/v26.0/1", headers = {} } = {}
) {
  const answer = { status, headers, body: { error } }
  return classifyGraphAnswer("Instagram", answer, url, NOW)
}

const minutes = (n: number) => new Date(NOW.getTime() + n * 60000)

describe("Graph error table", () => {
  it.each([
    // 2
    [
      {
        code: 1,
        message:
          "Please reduce the amount of data you're asking for, then retry your request",
      },
      "invalid",
      "post",
      TOO_MUCH_DATA,
    ],
    // 3, both dialects
    [
      { code: 100, error_subcode: 2108006, message: "Invalid parameter" },
      "no_data",
      "post",
      "posted_before_conversion",
    ],
    [
      {
        code: 100,
        error_subcode: 2108006,
        message: "Paramètre non valide",
        type: "IGApiException",
      },
      "no_data",
      "post",
      "posted_before_conversion",
    ],
    // 4
    [{ code: 4, message: "x" }, "rate_limit", "app", "4"],
    [
      { code: 613, error_subcode: 1996, message: "x" },
      "rate_limit",
      "app",
      "613/1996",
    ],
    // 5
    [{ code: 17, message: "x" }, "rate_limit", "account", "17"],
    [{ code: 32, message: "x" }, "rate_limit", "account", "32"],
    [{ code: 80001, message: "x" }, "rate_limit", "account", "80001"],
    [{ code: 80014, message: "x" }, "rate_limit", "account", "80014"],
    // 6
    [{ code: 368, message: "x" }, "rate_limit", "account", "368"],
    // 7
    [
      {
        code: 190,
        message: "Invalid OAuth access token - Cannot parse access token",
      },
      "auth",
      "account",
      "190/wrong_host",
    ],
    // 8
    [
      {
        code: 190,
        error_subcode: 2069032,
        message: "Invalid OAuth 2.0 Access Token",
      },
      "auth",
      "account",
      "190/2069032",
    ],
    [
      {
        code: 10,
        message: "(#10) Requested Page Does Not Match Page Access Token",
      },
      "auth",
      "account",
      "10",
    ],
    // 9 to 11
    [
      { code: 190, error_subcode: 492, message: "x" },
      "auth",
      "account",
      "190/492",
    ],
    [
      { code: 190, error_subcode: 459, message: "x" },
      "auth",
      "account",
      "190/459",
    ],
    [
      { code: 190, error_subcode: 458, message: "x" },
      "auth",
      "account",
      "190/458",
    ],
    [
      { code: 190, error_subcode: 460, message: "x" },
      "auth",
      "account",
      "190/460",
    ],
    [{ code: 190, message: "x" }, "auth", "account", "190"],
    [{ code: 102, message: "x" }, "auth", "account", "102"],
    // 12
    [
      {
        code: 10,
        message: "(#10) Not enough viewers for the media to show insights",
      },
      "no_data",
      "post",
      "too_few_viewers",
    ],
    // 13
    [
      {
        code: 10,
        message:
          "(#10) Object does not exist, cannot be loaded due to missing permission or reviewable feature, or does not support this operation. This endpoint requires the 'pages_read_engagement' permission",
      },
      "gone",
      "post",
      "object_unreadable",
    ],
    [
      {
        code: 100,
        message:
          "(#100) Object does not exist, cannot be loaded due to missing permission",
      },
      "gone",
      "post",
      "object_unreadable",
    ],
    // 14
    [
      {
        code: 10,
        message: "(#10) Application does not have permission for this action",
      },
      "permission",
      "account",
      "10",
    ],
    [
      {
        code: 200,
        message:
          "(#200) Requires read_insights permission to manage the object",
      },
      "permission",
      "account",
      "200",
    ],
    [
      { code: 10, message: "L’application n’est pas autorisée" },
      "permission",
      "account",
      "10/unclear",
    ],
    // 15
    [
      {
        code: 100,
        error_subcode: 33,
        message: "Requête get non prise en charge.",
      },
      "gone",
      "post",
      "100/33",
    ],
    [
      {
        code: 100,
        message:
          "Unsupported get request. Object with ID '2' does not exist, cannot be loaded due to missing permissions",
      },
      "gone",
      "post",
      "100/33",
    ],
    // 16 to 19
    [
      {
        code: 100,
        message:
          "(#100) The Media Insights API does not support the views metric for this media product type.",
      },
      "unsupported_metric",
      "metric",
      "100",
    ],
    [
      {
        code: 100,
        message:
          "metric[0] must be one of the following values: reach, follower_count",
      },
      "unsupported_metric",
      "metric",
      "100",
    ],
    [
      {
        code: 100,
        message: "(#100) The value must be a valid insights metric",
      },
      "unsupported_metric",
      "metric",
      "100",
    ],
    [
      {
        code: 100,
        message:
          "(#100) Starting from version 22 and above, the impressions metric is no longer supported for the queried media.",
      },
      "unsupported_metric",
      "metric",
      "100",
    ],
    // 20
    [{ code: 803, message: "x" }, "gone", "post", "803"],
    [{ code: 12, message: "x" }, "gone", "post", "12"],
    [
      { code: 110, error_subcode: 2207013, message: "Invalid user id" },
      "gone",
      "post",
      "110/2207013",
    ],
    // 21
    [
      { code: 100, message: "After Cursor specified exceeds the max limit" },
      "invalid",
      "post",
      "end_of_list",
    ],
    // 23
    [{ code: 2, is_transient: true, message: "x" }, "transient", "post", "2"],
    [
      { code: 1, message: "An unknown error has occurred." },
      "transient",
      "post",
      "1",
    ],
    [
      { code: -1, error_subcode: 2207032, message: "x" },
      "transient",
      "post",
      "-1/2207032",
    ],
    // 24
    [
      {
        code: 100,
        message:
          "(#100) Tried accessing nonexisting field (x) on node type (Y)",
      },
      "invalid",
      "post",
      "wrong_object",
    ],
    [
      {
        code: 100,
        message: "breakdown[0] must be one of the following values: age",
      },
      "invalid",
      "post",
      "100",
    ],
    [
      { code: 2500, message: "Unknown path components: /x" },
      "invalid",
      "account",
      "bad_request",
    ],
    // 25
    [
      { code: -1, error_subcode: 2207999, message: "x" },
      "invalid",
      "post",
      "-1/2207999",
    ],
    // 26
    [{ code: 987654, message: "x" }, "transient", "post", "987654"],
  ])("%j is %s/%s %s", (error, kind, scope, code) => {
    expect(classify(error)).toMatchObject({ kind, scope, code })
  })

  it("takes code 1 for a refused breakdown when one was asked, unless said transient", () => {
    const error = { code: 1, message: "Une erreur inconnue s’est produite." }
    const url = "/v26.0/insights?ids=1&metric=reach&breakdown=action_type"
    expect(classify(error, { url })).toMatchObject({
      kind: "invalid",
      code: "refused_breakdown",
    })
    expect(classify({ ...error, is_transient: true }, { url })?.kind).toBe(
      "transient"
    )
  })

  it("names refused metrics, allowed metrics and missing scopes", () => {
    expect(
      classify({
        code: 100,
        message:
          "The Media Insights API does not support the profile_visits, follows metric for this media product type.",
      })?.metrics
    ).toEqual(["profile_visits", "follows"])
    expect(
      classify({
        code: 100,
        message:
          "(#100) metric[2] must be one of the following values: reach, follower_count, website_clicks",
      })?.allowed
    ).toEqual(["reach", "follower_count", "website_clicks"])
    const quoted = classify({
      code: 10,
      message:
        "(#10) This endpoint requires the 'pages_read_user_content' permission or the 'Page Public Content Access' feature.",
    })
    expect(quoted?.missing_scope).toBe("pages_read_user_content")
    expect(quoted?.message).toContain("pages_read_user_content")
    expect(
      classify({
        code: 200,
        message:
          "(#200) Requires read_insights permission to manage the object",
      })?.missing_scope
    ).toBe("read_insights")
    expect(
      classify({
        code: 10,
        message: "(#10) Application does not have permission for this action",
      })?.missing_scope
    ).toBeNull()
  })

  it("parks for the headers' minutes, else half an hour", () => {
    const usage = (wait: number) => ({
      "x-business-use-case-usage": JSON.stringify({
        a: [
          {
            type: "instagram",
            call_count: 100,
            estimated_time_to_regain_access: 5,
          },
        ],
        b: [
          {
            type: "instagram",
            call_count: 100,
            estimated_time_to_regain_access: wait,
          },
        ],
      }),
    })
    const error = { code: 80002, message: "x" }
    expect(classify(error, { headers: usage(47) })?.retry_at).toEqual(
      minutes(47)
    )
    expect(classify(error)?.retry_at).toEqual(minutes(30))
    expect(classify({ code: 4, message: "x" })?.retry_at).toEqual(minutes(30))
    expect(classify({ code: 368, message: "x" })?.retry_at).toEqual(
      minutes(360)
    )
  })

  it("judges answers without an envelope by their status", () => {
    const bare = (status: number, body: unknown) =>
      classifyGraphAnswer("Facebook", { status, headers: {}, body }, "/", NOW)
    expect(bare(200, { data: [] })).toBeNull()
    expect(bare(502, undefined)?.kind).toBe("transient")
    expect(bare(403, undefined)?.kind).toBe("transient")
    expect(bare(429, undefined)).toMatchObject({
      kind: "rate_limit",
      scope: "account",
    })
    expect(bare(302, undefined)).toMatchObject({
      kind: "invalid",
      scope: "app",
    })
    expect(bare(200, { error: { code: 190, message: "x" } })?.kind).toBe("auth")
  })

  it("starts with the well-known words and fills every blank", () => {
    expect(classify({ code: 4, message: "x" })?.message).toMatch(
      /^Rate limit exceeded/
    )
    expect(classify({ code: 10, message: "permission" })?.message).toMatch(
      /^Permission denied/
    )
    expect(
      classify({ code: 100, error_subcode: 33, message: "x" })?.message
    ).toMatch(/^Post not found/)
    for (const code of [1, 2, 4, 10, 12, 17, 100, 190, 200, 368, 803, 999999]) {
      const message = classify({
        code,
        message: "access_token=abc https://x",
      })?.message
      expect(message).not.toMatch(/[{}]|abc|https:/)
    }
  })
})

describeRecorded("recorded errors", () => {
  it.each([
    [
      "err_ig_2108006_before_business",
      "no_data",
      "post",
      "posted_before_conversion",
    ],
    ["err_meta_190_463_expired", "auth", "account", "190/463"],
  ])("%s", (name, kind, scope, code) => {
    const { status, body } = recorded(name).response
    const error = classifyGraphAnswer(
      "Instagram",
      { status, headers: {}, body },
      "/",
      NOW
    )
    expect(error).toMatchObject({ kind, scope, code })
  })
})
