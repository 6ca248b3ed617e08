import {
  personNeededBy,
  renewalDue,
  timesOf,
  type TokenSet,
} from "../../../platform-kit"
import { failure } from "../../../platform-kit/__tests__/failure"
import { LinkedInPlatform } from "../platform"
import { OAuthHarness, platformOn } from "./oauth-harness"

const DAY = 24 * 60 * 60
const DAY_MS = DAY * 1000

let harness: OAuthHarness
beforeEach(async () => {
  harness = await OAuthHarness.start()
})
afterEach(() => harness.sandbox.close())

const model = () => harness.platform.tokenModel()
const due = (tokens: TokenSet) =>
  renewalDue(timesOf(tokens), model(), harness.sandbox.clock.now(), "ahead")
/** Days from now, rounded. */
const daysTo = (date: Date | null) =>
  date === null
    ? null
    : Math.round(
        (date.getTime() - harness.sandbox.clock.now().getTime()) / DAY_MS
      )

describe("a token of LinkedIn without a refresh token", () => {
  it("needs a person after 60 days", async () => {
    const { tokens } = await harness.page()
    expect(daysTo(tokens.expires_at)).toBe(60)
    expect(personNeededBy(timesOf(tokens), model())).toEqual(tokens.expires_at)
    harness.sandbox.clock.advance(59 * DAY)
    expect(due(tokens)).toBe(false)
  })

  it("cannot be renewed, and LinkedIn is not asked", async () => {
    const { tokens } = await harness.page()
    const before = harness.calls()
    expect(await failure(harness.refresh(tokens))).toMatchObject({
      kind: "auth",
      scope: "account",
    })
    expect(harness.calls()).toEqual(before)
  })
})

describe("a token of a partner's app", () => {
  beforeEach(() => harness.set({ refresh_tokens: true }))

  it("ends a year after the consent when LinkedIn does not say when", async () => {
    harness.sandbox.faults.add({
      kind: "patch",
      match: "accessToken",
      body: { refresh_token_expires_in: undefined },
    })
    const { tokens } = await harness.page()
    expect(daysTo(tokens.refresh_expires_at)).toBe(365)
  })

  it("is renewed a week ahead, with the same refresh token", async () => {
    const { tokens } = await harness.page()
    expect(daysTo(tokens.refresh_expires_at)).toBe(365)
    harness.sandbox.clock.advance(52 * DAY)
    expect(due(tokens)).toBe(false)
    harness.sandbox.clock.advance(1.5 * DAY)
    expect(due(tokens)).toBe(true)

    const renewed = await harness.refresh(tokens)
    expect(renewed).toMatchObject({
      refresh_token: tokens.refresh_token,
      granted_by: tokens.granted_by,
      own_app: true,
    })
    expect(renewed.access_token).not.toBe(tokens.access_token)
    expect(daysTo(renewed.expires_at)).toBe(60)
    // The end stays where it was.
    expect([311, 312]).toContain(daysTo(renewed.refresh_expires_at))
    expect(due(renewed)).toBe(false)
    expect(await harness.inspect(renewed)).toMatchObject({ valid: true })
  })

  it("ends with its refresh token, and is not renewed for nothing", async () => {
    const { tokens } = await harness.page()
    const end = tokens.refresh_expires_at as Date
    harness.sandbox.clock.advance(360 * DAY)
    const renewed = await harness.refresh(tokens)
    expect(daysTo(renewed.expires_at)).toBe(5)
    expect(due(renewed)).toBe(false)
    const needed = personNeededBy(timesOf(renewed), model()) as Date
    expect(Math.abs(needed.getTime() - end.getTime())).toBeLessThan(60_000)
  })

  it("is dead after a year", async () => {
    const { tokens } = await harness.page()
    harness.sandbox.clock.advance(366 * DAY)
    expect(
      await failure(harness.refresh(tokens), [tokens.refresh_token ?? ""])
    ).toMatchObject({
      kind: "auth",
      scope: "account",
      code: "invalid_grant",
      message: expect.stringMatching(/Connect the account again/),
    })
  })

  it("is dead when the member took the access back", async () => {
    const { tokens } = await harness.page()
    harness.set({ person: tokens.granted_by, token: "revoked" })
    expect(await failure(harness.refresh(tokens))).toMatchObject({
      code: "invalid_grant",
    })
  })

  it("blames the app, not the account, when LinkedIn renews no more", async () => {
    const { tokens } = await harness.page()
    harness.set({ refresh_tokens: false })
    expect(await failure(harness.refresh(tokens))).toMatchObject({
      kind: "invalid",
      scope: "app",
      code: "app_credentials",
      message: expect.stringMatching(/approved partners/),
    })
    const wrong = platformOn(harness.sandbox, { client_secret: "wrong-s3cr3t" })
    const account = { external_id: "", settings: {}, scopes: null }
    expect(
      await failure(wrong.refresh(tokens, account, harness.call()), [
        "wrong-s3cr3t",
      ])
    ).toMatchObject({ kind: "invalid", scope: "app" })
  })

  it("keeps what an answer leaves out", async () => {
    const { tokens } = await harness.page()
    harness.sandbox.faults.add({
      kind: "patch",
      match: "accessToken",
      body: { refresh_token: undefined, refresh_token_expires_in: undefined },
    })
    const renewed = await harness.refresh(tokens)
    expect(renewed.refresh_token).toBe(tokens.refresh_token)
    expect(renewed.refresh_expires_at).toEqual(tokens.refresh_expires_at)
  })
})

describe("what LinkedIn says about a token", () => {
  it("is everything when the app asks about its own", async () => {
    const { tokens } = await harness.page()
    const told = await harness.inspect(tokens)
    expect(told).toMatchObject({
      valid: true,
      problem: null,
      scopes: expect.arrayContaining([
        "rw_organization_admin",
        "r_organization_social",
      ]),
      own_app: true,
    })
    expect(daysTo(told.expires_at ?? null)).toBe(60)
    expect(harness.calls()["POST /oauth/v2/introspectToken"]).toBe(1)
  })

  it("tells that a token is another app's", async () => {
    const { tokens } = await harness.page()
    harness.sandbox.faults.add({
      kind: "patch",
      match: "introspectToken",
      body: { client_id: "another-client" },
    })
    expect(await harness.inspect(tokens)).toMatchObject({
      valid: true,
      own_app: false,
    })
  })

  it.each([
    ["expired", /has expired/],
    ["revoked", /was revoked/],
  ])("tells a token that is %s", async (token, words) => {
    const { tokens } = await harness.page()
    harness.set({ person: tokens.granted_by, token })
    expect(await harness.inspect(tokens)).toMatchObject({
      valid: false,
      problem: expect.stringMatching(words),
    })
  })

  it("says of an own token that nobody knows that it is dead", async () => {
    const { tokens } = await harness.page()
    const unknown = { ...tokens, access_token: "unknown-t0ken" }
    expect(await harness.inspect(unknown)).toMatchObject({
      valid: false,
      problem: expect.stringMatching(/Reconnect/),
      scopes: null,
    })
  })

  it("is asked of the API when the token is another app's or none is set", async () => {
    const { description, tokens } = await harness.page()
    const { access_token } = tokens
    harness.sandbox.faults.add({
      kind: "patch",
      match: "introspectToken",
      body: { active: false, scope: undefined },
    })
    const id = description.external_id
    expect(await harness.inspect(access_token, id)).toMatchObject({
      valid: true,
    })
    const bare = platformOn(harness.sandbox, { client_id: undefined })
    expect(await harness.inspect(tokens, id, bare)).toMatchObject({
      valid: true,
      scopes: null,
    })
  })

  it("throws for wrong credentials only about its own tokens", async () => {
    const { description, tokens } = await harness.page()
    const wrong = platformOn(harness.sandbox, { client_secret: "wrong" })
    expect(await failure(harness.inspect(tokens, "", wrong))).toMatchObject({
      kind: "invalid",
      scope: "app",
    })
    const pasted = await harness.inspect(
      tokens.access_token,
      description.external_id,
      wrong
    )
    expect(pasted).toMatchObject({ valid: true, scopes: null })
  })

  it("waits when LinkedIn is busy", async () => {
    const { tokens } = await harness.page()
    harness.sandbox.faults.add({ kind: "status", status: 503 })
    expect(await failure(harness.inspect(tokens))).toMatchObject({
      kind: "transient",
    })
  })
})

describe("a pasted token", () => {
  const pasted = (platform: LinkedInPlatform) => {
    const account = harness.sandbox.world
      .accounts()
      .find(({ username }) => username === "harbour-goods")
    return platform.describeAccount(account!, harness.call())
  }

  it("tells its scopes when the app may ask", async () => {
    expect(await pasted(harness.platform)).toMatchObject({
      scopes: expect.arrayContaining(["rw_organization_admin"]),
      token_expires_at: null,
    })
  })

  it("is connected without them when it may not, or nobody answers", async () => {
    const bare = platformOn(harness.sandbox, { client_secret: undefined })
    expect(await pasted(bare)).toMatchObject({ scopes: null })
    expect(harness.calls()).not.toHaveProperty("POST /oauth/v2/introspectToken")
    harness.sandbox.faults.add({
      kind: "status",
      match: "introspect",
      status: 503,
    })
    expect(await pasted(harness.platform)).toMatchObject({ scopes: null })
  })
})

describe("the platform", () => {
  it("has no way to take an access back", async () => {
    const { settings } = await harness.page()
    expect(harness.platform.revocation(settings)).toBe("none")
    const error = await failure(harness.platform.revoke())
    expect(error.message).toContain("Permitted services")
  })

  it.each([
    ["202511", "2026-11-16"],
    ["202603", "2027-03-16"],
    ["202609", null],
  ])("tells when version %s ends: %s", (api_version, ends_on) => {
    const platform = new LinkedInPlatform({}, { api_version })
    expect(platform.apiVersion()).toEqual({ version: api_version, ends_on })
  })
})
