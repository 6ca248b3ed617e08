import { CALLBACK } from "../../../platform-kit/__tests__/answer-consent"
import { failure } from "../../../platform-kit/__tests__/failure"
import { LinkedInPlatform } from "../platform"
import { OAuthHarness, platformOn } from "./oauth-harness"

const SCOPES = [
  "rw_organization_admin",
  "r_organization_social",
  "r_organization_social_feed",
]
/** The scopes of LinkedIn's one product for pages. */
const COMMUNITY_MANAGEMENT = [
  ...SCOPES,
  "r_organization_admin",
  "w_organization_social",
  "w_organization_social_feed",
]
const REQUEST = {
  flow: "default",
  redirect_uri: "https://shop.example/cb?a=1",
  state: "st ate",
  code_challenge: null,
  granted: null,
}

describe("the consent page of LinkedIn", () => {
  const app = { client_id: "client/1", client_secret: "s3cr3t" }

  it("is asked as LinkedIn documents it", () => {
    const platform = new LinkedInPlatform({}, app)
    expect(platform.authorize(REQUEST)).toBe(
      "https://www.linkedin.com/oauth/v2/authorization?response_type=code&client_id=client%2F1&redirect_uri=https%3A%2F%2Fshop.example%2Fcb%3Fa%3D1&state=st%20ate&scope=rw_organization_admin%20r_organization_social%20r_organization_social_feed"
    )
  })

  it("is asked for the same whatever was granted: less would end tokens", () => {
    const platform = new LinkedInPlatform({}, app)
    expect(platform.authorize({ ...REQUEST, granted: SCOPES })).toBe(
      platform.authorize(REQUEST)
    )
  })

  it("is asked for what the option scopes says", () => {
    const scopes = [
      "r_member_postAnalytics",
      "w_organization_social",
      "openid",
      "profile",
    ]
    const platform = new LinkedInPlatform({}, { ...app, scopes })
    const { searchParams } = new URL(platform.authorize(REQUEST))
    expect(searchParams.get("scope")).toBe(scopes.join(" "))
    const [flow] = platform.connectionFlows()
    expect(flow?.scopes).toEqual([
      expect.objectContaining({ name: scopes[0], needed_for: "numbers" }),
      expect.objectContaining({ name: scopes[1], needed_for: "connection" }),
      expect.objectContaining({ name: "openid" }),
      expect.objectContaining({ name: "profile" }),
    ])
    expect(flow?.scopes.every(({ reason }) => reason.length > 10)).toBe(true)
  })

  it.each([[["openid"]], [["rw_organization_admin,openid"]], ["openid"]])(
    "refuses %j as scopes, naming the option",
    (scopes) => {
      expect(() => LinkedInPlatform.validateOptions({ scopes })).toThrow(
        /"scopes/
      )
    }
  )

  it.each([[[]], [["openid"]], [["profile"]]])(
    "refuses the numbers of people with only %j beside them",
    (more) => {
      const scopes = ["r_member_postAnalytics", ...more]
      expect(() => LinkedInPlatform.validateOptions({ scopes })).toThrow(
        /openid and profile beside r_member_postAnalytics/
      )
    }
  )

  it("needs the app's id and secret and a known flow", () => {
    const bare = new LinkedInPlatform({}, {})
    expect(bare.connectionFlows()).toMatchObject([
      { id: "default", missing_options: ["client_id", "client_secret"] },
    ])
    expect(() => bare.authorize(REQUEST)).toThrow(
      /Set client_id and client_secret in/
    )
    const platform = new LinkedInPlatform({}, app)
    expect(platform.connectionFlows()[0]).toMatchObject({
      missing_options: [],
      pkce: false,
    })
    expect(() => platform.authorize({ ...REQUEST, flow: "x" })).toThrow(
      /must be one of: default/
    )
  })
})

describe("coming back without a code", () => {
  let harness: OAuthHarness
  beforeEach(async () => {
    harness = await OAuthHarness.start()
  })
  afterEach(() => harness.sandbox.close())

  it("is explained when the member cancelled", async () => {
    const back = await harness.consent({ decision: "deny" })
    expect(back.state).toBe("state & more")
    const error = harness.platform.explainRefusal({ error: back.error ?? "" })
    expect(error).toMatchObject({
      kind: "invalid",
      scope: "account",
      code: "cancelled",
      message: expect.stringContaining("cancelled on LinkedIn"),
    })
  })

  /** LinkedIn does not even show its page. */
  const refusal = async (platform = harness.platform) => {
    const answer = await fetch(platform.authorize({ ...REQUEST }), {
      redirect: "manual",
    })
    const back = new URL(answer.headers.get("location") ?? "").searchParams
    return platform.explainRefusal({
      error: back.get("error") ?? "",
      error_description: back.get("error_description") ?? "",
    })
  }

  it("needs no more than the Community Management API", async () => {
    harness.set({ approved_scopes: COMMUNITY_MANAGEMENT })
    const { accounts, granted_scopes } = await harness.connect({
      person: "Mara",
    })
    expect(accounts).toHaveLength(3)
    expect(granted_scopes).toEqual(SCOPES)
  })

  it("says that such an app may not ask who the member is", async () => {
    harness.set({ approved_scopes: COMMUNITY_MANAGEMENT })
    const scopes = [...SCOPES, "openid", "profile"]
    const error = await refusal(platformOn(harness.sandbox, { scopes }))
    expect(error).toMatchObject({
      scope: "app",
      code: "unauthorized_scope_error",
    })
    expect(error.message).toMatch(
      /ask for openid.*"Sign In with LinkedIn.*Take openid out of the option scopes.*no other product/
    )
  })

  it("names the product that the app lacks", async () => {
    harness.set({ approved_scopes: ["openid", "profile"] })
    const error = await refusal()
    expect(error).toMatchObject({
      scope: "app",
      code: "unauthorized_scope_error",
    })
    expect(error.message).toMatch(
      /rw_organization_admin.*"Community Management API"/
    )
  })

  it.each([
    ["user_cancelled_login", undefined, /did not log in/],
    ["user_cancelled_authorize", undefined, /cancelled/],
    ["unauthorized_scope_error", undefined, /"Community Management API"/],
    ["access_denied", undefined, /cancelled/],
    ["server_error", "Oh no", /Oh no/],
  ])("%s (%s) is explained", (error, error_description, words) => {
    const refusal = { error, error_description }
    expect(harness.platform.explainRefusal(refusal).message).toMatch(words)
  })
})

describe("the code of the consent page", () => {
  let harness: OAuthHarness
  beforeEach(async () => {
    harness = await OAuthHarness.start()
  })
  afterEach(() => harness.sandbox.close())

  it("works for half an hour", async () => {
    const { code = "" } = await harness.consent()
    harness.sandbox.clock.advance(31 * 60)
    expect(await failure(harness.exchange(code), [code])).toMatchObject({
      kind: "invalid",
      scope: "account",
      code: "authorization_code",
      message: expect.stringMatching(/too long or was used/),
    })
  })

  it("works once", async () => {
    const { code = "" } = await harness.consent()
    await harness.exchange(code)
    expect(await failure(harness.exchange(code))).toMatchObject({
      code: "authorization_code",
    })
  })

  it("names the redirect URL to register, which may be to blame", async () => {
    const { code = "" } = await harness.consent()
    const error = await failure(harness.exchange(code, `${CALLBACK}&b=2`))
    expect(error.message).toContain(`${CALLBACK}&b=2`)
  })

  it("is unknown: that is not the operator's fault", async () => {
    const error = await failure(harness.exchange("made-up-c0de"), [
      "made-up-c0de",
    ])
    expect(error).toMatchObject({ code: "authorization_code" })
  })

  it.each([{ client_id: "wrong" }, { client_secret: "wrong-s3cr3t" }])(
    "blames the operator for %j",
    async (wrong) => {
      const { code = "" } = await harness.consent()
      const platform = platformOn(harness.sandbox, wrong)
      expect(
        await failure(harness.exchange(code, CALLBACK, platform), [
          code,
          "wrong-s3cr3t",
        ])
      ).toMatchObject({
        kind: "invalid",
        scope: "app",
        code: "app_credentials",
        message: expect.stringMatching(/client_id and client_secret/),
      })
    }
  )

  it("is never sent twice", async () => {
    const { code = "" } = await harness.consent()
    harness.sandbox.faults.add({
      kind: "status",
      match: "accessToken",
      status: 503,
    })
    expect(await failure(harness.exchange(code))).toMatchObject({
      kind: "transient",
    })
    expect(harness.calls()["fault: status"]).toBe(1)
  })
})
