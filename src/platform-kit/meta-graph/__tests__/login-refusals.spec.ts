import { FacebookPlatform } from "../../../providers/facebook"
import { InstagramPlatform } from "../../../providers/instagram"
import { errorOf, testCall } from "./support"
import { Stub } from "./stub"

const SECRETS = ["s3cret-of-the-app", "AQcode-of-the-page", "EAAshort-token"]
const [client_secret = "", code = "", access_token = ""] = SECRETS
const redirect_uri = "https://shop.example/app/social/callback"

const graphError = (error: Record<string, unknown>) => ({
  error: { type: "OAuthException", message: `no: ${code}`, ...error },
})

/** Code, subcode, words; then what it means. */
const FACEBOOK_ROWS = [
  [100, 36009, "used", "invalid", "account", "authorization_code", "used"],
  [100, 36007, "late", "invalid", "account", "authorization_code", "too old"],
  [100, 36008, "x", "invalid", "app", "redirect_uri", redirect_uri],
  [100, null, "your redirect_uri is", "invalid", "app", "redirect_uri", "URL"],
  [
    100,
    null,
    "has been used",
    "invalid",
    "account",
    "authorization_code",
    "used",
  ],
  [100, null, "has expired", "invalid", "account", "authorization_code", "old"],
  [100, null, "?", "invalid", "account", "authorization_code", "client_secret"],
  [1, null, "Secreto", "invalid", "app", "app_credentials", "client_secret"],
  [101, null, "?", "invalid", "app", "app_credentials", "client_id"],
  [190, 463, "?", "invalid", "account", "authorization_code", "Start again"],
  [2, null, "?", "invalid", "account", "authorization_code", "Start again"],
  [4, null, "limit", "rate_limit", "app", "4", "Rate limit"],
] as const

const INSTAGRAM_ROWS = [
  [
    "Matching code was not found or was already used",
    "account",
    "authorization_code",
    "is used or too old",
  ],
  [
    "This authorization code has expired.",
    "account",
    "authorization_code",
    "too old",
  ],
  [
    "Error validating verification code. Please make sure your redirect_uri is identical",
    "app",
    "redirect_uri",
    redirect_uri,
  ],
  [
    "Error validating client secret.",
    "app",
    "app_credentials",
    "option client_secret",
  ],
  ["Invalid Client Secret", "app", "app_credentials", "option client_secret"],
  ["Invalid Client ID", "app", "app_credentials", "option client_id"],
  ["Invalid platform app", "app", "app_credentials", "option client_id"],
  [
    "algo distinto",
    "account",
    "authorization_code",
    "client_id and client_secret",
  ],
] as const

describe("refused exchanges", () => {
  const stub = new Stub()
  beforeAll(() => stub.start())
  beforeEach(() => stub.reset())
  afterAll(() => stub.close())

  const options = () => ({
    base_url: stub.url,
    facebook_base_url: stub.url,
    token_base_url: stub.url,
    client_id: "1",
    client_secret,
    facebook_client_id: "1",
    facebook_client_secret: client_secret,
    retry_base_ms: 1,
  })
  const facebook = async (call = testCall({})) =>
    errorOf(() =>
      new FacebookPlatform({}, options()).exchange(
        { flow: "default", code, redirect_uri, code_verifier: null },
        call
      )
    )
  const instagram = async () =>
    errorOf(() =>
      new InstagramPlatform({}, options()).exchange(
        { flow: "instagram", code, redirect_uri, code_verifier: null },
        testCall({})
      )
    )
  const expectDiscreet = (message: string) =>
    SECRETS.forEach((secret) => expect(message).not.toContain(secret))

  it.each(FACEBOOK_ROWS)(
    "Facebook %s/%s %s: %s",
    async (number, error_subcode, message, kind, scope, expected, words) => {
      const body = graphError({ code: number, error_subcode, message })
      stub.answers = [{ on: /access_token/, status: 400, body }]
      const error = await facebook()
      expect(error).toMatchObject({ kind, scope, code: expected })
      expect(error.message).toContain(words)
      expectDiscreet(error.message)
      expect(stub.requests).toHaveLength(1)
    }
  )

  it.each(INSTAGRAM_ROWS)(
    "Instagram: %s",
    async (error_message, scope, expected, words) => {
      const body = { error_type: "OAuthException", code: 400, error_message }
      stub.answers = [{ on: /access_token/, status: 400, body }]
      const error = await instagram()
      expect(error).toMatchObject({ kind: "invalid", scope, code: expected })
      expect(error.message).toContain(words)
      expectDiscreet(error.message)
    }
  )

  it.each([
    ["JSON without an envelope", {}],
    ["HTML", "<html>Sorry</html>"],
  ])("is never called transient: %s", async (_, body) => {
    stub.answers = [{ on: /access_token/, status: 400, body }]
    for (const error of [await facebook(), await instagram()]) {
      expect(error).toMatchObject({
        kind: "invalid",
        code: "authorization_code",
      })
    }
  })

  it.each([
    ["no token", {}],
    ["a token of another kind", { access_token: 5 }],
    ["an empty list", { data: [] }],
  ])("a good answer with %s is not taken for one", async (_, body) => {
    stub.answers = [{ on: /access_token/, body }]
    for (const error of [await facebook(), await instagram()]) {
      expect(error).toMatchObject({
        kind: "transient",
        code: "no_token_in_answer",
      })
    }
  })

  it("asks for a long token up to three times, and never says which", async () => {
    stub.answers = [
      { on: /fb_exchange_token/, status: 503, body: access_token },
      { on: /access_token/, body: { access_token } },
    ]
    const call = testCall({})
    const error = await facebook(call)
    expect(error).toMatchObject({ kind: "transient" })
    expect(call.calls).toEqual(Array(4).fill("GET /oauth/access_token"))
    expectDiscreet(`${error.message} ${error.stack} ${String(error.cause)}`)
  })

  it("sends each app's own credentials, and only to the host they are for", async () => {
    stub.answers = [{ on: /./, status: 400, body: {} }]
    const on = new InstagramPlatform(
      {},
      {
        ...options(),
        client_id: "ig-app",
        client_secret: "ig-secret",
        facebook_client_id: "fb-app",
        facebook_client_secret: "fb-secret",
      }
    )
    for (const flow of ["instagram", "facebook"]) {
      const request = { flow, code, redirect_uri, code_verifier: null }
      await errorOf(() => on.exchange(request, testCall({})))
    }
    const [instagramRequest, facebookRequest] = stub.requests
    expect(instagramRequest?.name).toBe("POST /oauth/access_token")
    expect(Object.fromEntries(instagramRequest?.form ?? [])).toEqual({
      client_id: "ig-app",
      client_secret: "ig-secret",
      grant_type: "authorization_code",
      redirect_uri,
      code,
    })
    expect([...(instagramRequest?.query ?? [])]).toEqual([])
    expect(facebookRequest?.name).toBe("GET /v26.0/oauth/access_token")
    expect(Object.fromEntries(facebookRequest?.query ?? [])).toEqual({
      client_id: "fb-app",
      client_secret: "fb-secret",
      redirect_uri,
      code,
    })
  })
})
