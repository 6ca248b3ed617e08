import {
  connectingCall,
  renewalDue,
  timesOf,
  type TokenSet,
} from "../../../platform-kit"
import { failure } from "../../../platform-kit/__tests__/failure"
import { collect, toPlatformPost } from "./harness"
import { KEPT, OAuthHarness } from "./oauth-harness"

const HOUR = 60 * 60
const DAY = 24 * HOUR

let harness: OAuthHarness
beforeEach(async () => {
  harness = await OAuthHarness.start()
})
afterEach(() => harness.sandbox.close())

describe("the token of an account of X", () => {
  const model = () => harness.platform.tokenModel({ auth: "user" })
  const due = (tokens: TokenSet, reason: "use" | "ahead") =>
    renewalDue(timesOf(tokens), model(), harness.sandbox.clock.now(), reason)

  it("is renewed when somebody needs it, in the last minute", async () => {
    const { tokens } = await harness.connect()
    harness.sandbox.clock.advance(2 * HOUR - 90)
    expect(due(tokens, "use")).toBe(false)
    harness.sandbox.clock.advance(45)
    expect(due(tokens, "use")).toBe(true)
    expect(due(tokens, "ahead")).toBe(false)
  })

  it("is renewed by a refresh token that works once", async () => {
    const { tokens } = await harness.connect()
    harness.sandbox.clock.advance(3 * HOUR)
    expect(await harness.isAlive(tokens.access_token)).toBe(false)
    const renewed = await harness.refresh(tokens)
    expect(await harness.isAlive(renewed.access_token)).toBe(true)
    expect(renewed.refresh_token).not.toBe(tokens.refresh_token)
    expect(renewed).toMatchObject({
      granted_by: tokens.granted_by,
      own_app: true,
      issued_at: expect.any(Date),
    })
    expect(due(renewed, "use")).toBe(false)

    const error = await failure(harness.refresh(tokens), [
      tokens.refresh_token ?? "",
    ])
    expect(error).toMatchObject({
      kind: "auth",
      scope: "account",
      code: "invalid_grant",
      message: expect.stringMatching(/ended the connection.*again\.$/),
    })
    // That ends the newer ones as well: X takes it for a theft.
    expect(await harness.isAlive(renewed.access_token)).toBe(false)
  })

  it("is renewed once in the midst of a reading", async () => {
    const { tokens, description } = await harness.connect()
    const { external_id } = description
    const posts = harness.sandbox.world
      .posts()
      .filter((post) => post.account_external_id === external_id)
      .map((post) => toPlatformPost(post))
    harness.sandbox.clock.advance(3 * HOUR)
    const renewToken = jest.fn(
      async () => (await harness.refresh(tokens)).access_token
    )
    const call = {
      ...connectingCall(
        "twitter",
        { external_id, access_token: tokens.access_token, settings: {} },
        harness.call()
      ),
      renewToken,
    }
    const results = await collect(harness.platform.fetchInsights(call, posts))
    expect(results).toHaveLength(posts.length)
    expect(results.some(({ insights }) => insights !== null)).toBe(true)
    expect(renewToken).toHaveBeenCalledTimes(1)
    expect(harness.calls()["POST /2/oauth2/token"]).toBe(2)
  })

  it("is kept alive in the last week of the refresh token", async () => {
    const { tokens } = await harness.connect()
    harness.sandbox.clock.advance(172 * DAY)
    expect(due(tokens, "ahead")).toBe(false)
    harness.sandbox.clock.advance(1.5 * DAY)
    expect(due(tokens, "ahead")).toBe(true)
    const renewed = await harness.refresh(tokens)
    expect(due(renewed, "ahead")).toBe(false)
  })

  it.each(["invalid_grant", "invalid_request"])(
    "is dead when X says %s",
    async (refused_refresh) => {
      harness.set({ refused_refresh })
      const { tokens } = await harness.connect()
      harness.sandbox.clock.advance(200 * DAY)
      expect(await failure(harness.refresh(tokens))).toMatchObject({
        kind: "auth",
        code: "invalid_grant",
      })
    }
  )

  it("cannot be renewed without a refresh token, and X is not asked", async () => {
    const { tokens } = await harness.connect()
    const before = harness.calls()
    const error = await failure(
      harness.refresh({ ...tokens, refresh_token: null })
    )
    expect(error).toMatchObject({ kind: "auth" })
    expect(harness.calls()).toEqual(before)
  })

  it("of the app never ends", () => {
    const app = harness.platform.tokenModel({ auth: "app" })
    expect(app.renewed_with).toBe("none")
    expect(harness.platform.revocation({ auth: "app" })).toBe("none")
  })

  it("is told to be valid or not", async () => {
    const { tokens, description } = await harness.connect()
    const kept = { ...KEPT, external_id: description.external_id }
    const inspect = () => harness.platform.inspect(tokens, kept, harness.call())
    expect(await inspect()).toEqual({
      valid: true,
      problem: null,
      scopes: null,
    })
    harness.set({ account: description.external_id, token: "revoked" })
    expect(await inspect()).toMatchObject({
      valid: false,
      problem: expect.stringMatching(/reconnect/i),
    })
  })
})

describe("taking the access back", () => {
  it("ends the access and the refresh token of that account", async () => {
    const { tokens } = await harness.connect()
    expect(harness.platform.revocation({ auth: "user" })).toBe("account")
    await harness.platform.revoke(tokens, KEPT, harness.call())
    expect(harness.calls()["POST /2/oauth2/revoke"]).toBe(2)
    expect(await harness.isAlive(tokens.access_token)).toBe(false)
    expect(await failure(harness.refresh(tokens))).toMatchObject({
      kind: "auth",
    })
  })

  it("of a dead token is a success", async () => {
    const { tokens } = await harness.connect()
    harness.sandbox.clock.advance(400 * DAY)
    await harness.platform.revoke(tokens, KEPT, harness.call())
  })

  it("is not tried for a pasted token", async () => {
    const { tokens } = await harness.connect()
    const pasted = { ...tokens, own_app: false }
    const error = await failure(
      harness.platform.revoke(pasted, KEPT, harness.call())
    )
    expect(error.message).toContain("Apps and sessions")
    expect(harness.calls()).not.toHaveProperty("POST /2/oauth2/revoke")
  })
})

it("tells the version of the API, which has no announced end", () => {
  expect(harness.platform.apiVersion()).toEqual({ version: "2", ends_on: null })
})
