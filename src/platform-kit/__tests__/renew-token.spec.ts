import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { CallBudget } from "../call-budget"
import type { PlatformCall } from "../contract"
import { PlatformError } from "../errors"
import { type PlatformEdge, PlatformHttp } from "../platform-http"
import { errorFromStatus } from "../status-errors"
import { MetricVerdicts } from "../verdicts"
import { failure } from "./failure"

const NOW = new Date("2026-11-01T12:00:00Z")

/** A platform that takes some tokens, and counts what it was asked with. */
let server: Server
let origin: string
let valid: Set<string>
let asked: string[]
/** Status for valid tokens. */
let status: number

beforeAll(async () => {
  server = createServer(({ headers }, response) => {
    const token = headers.authorization?.replace("Bearer ", "") ?? ""
    asked.push(token)
    response.statusCode = valid.has(token) ? status : 401
    response.end('{"id":"1"}')
  })
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

beforeEach(() => {
  valid = new Set(["new"])
  asked = []
  status = 200
})

afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const edge: PlatformEdge = {
  platform: "test",
  label: "Test",
  classify: (answer) => errorFromStatus("Test", answer, NOW),
  readUsage: () => [],
}

function setUp(
  renewToken?: PlatformCall["renewToken"],
  classify: PlatformEdge["classify"] = edge.classify
) {
  const http = new PlatformHttp({ ...edge, classify }, { retry_base_ms: 1 })
  const call: PlatformCall = {
    account: {
      id: "sacc_1",
      external_id: "1",
      username: null,
      scopes: null,
      settings: {},
      access_token: "old",
    },
    depth: "bulk",
    budget: new CallBudget({ now: () => NOW, sleep: async () => {} }),
    verdicts: new MetricVerdicts("test", () => NOW),
    now: () => NOW,
    renewToken,
  }
  const send = () => http.send(call, { endpoint: "GET /me", url: origin })
  return { send, call }
}

describe("a token that the platform no longer takes", () => {
  it("is renewed once, and the question asked again", async () => {
    const renewToken = jest.fn(async () => "new")
    const { send, call } = setUp(renewToken)
    expect((await send()).body).toEqual({ id: "1" })
    expect(asked).toEqual(["old", "new"])
    expect(renewToken.mock.calls).toEqual([["old"]])
    expect(call.account.access_token).toBe("new")
    // What comes afterwards has the new one at once.
    await send()
    expect(asked).toEqual(["old", "new", "new"])
    expect(renewToken).toHaveBeenCalledTimes(1)
  })

  it("is renewed once for questions that are asked at the same time", async () => {
    // The renewal waits until all of them were refused.
    const renewToken = jest.fn(async () => {
      while (asked.length < 5) {
        await new Promise((done) => setImmediate(done))
      }
      return "new"
    })
    const { send } = setUp(renewToken)
    const answers = await Promise.all(Array.from({ length: 5 }, send))
    expect(answers.map(({ status }) => status)).toEqual([
      200, 200, 200, 200, 200,
    ])
    expect(renewToken).toHaveBeenCalledTimes(1)
    expect(asked.filter((token) => token === "old")).toHaveLength(5)
    expect(asked.filter((token) => token === "new")).toHaveLength(5)
  })

  it("is asked about once, also by questions that come later", async () => {
    const renewToken = jest.fn(async () => null)
    const { send } = setUp(renewToken)
    await failure(send())
    await failure(send())
    expect(renewToken).toHaveBeenCalledTimes(1)
  })

  it("was replaced while the question travelled: nothing to renew", async () => {
    const renewToken = jest.fn(async () => "another")
    const { send, call } = setUp(renewToken)
    const answer = send()
    call.account.access_token = "new"
    expect((await answer).status).toBe(200)
    expect(renewToken).not.toHaveBeenCalled()
  })

  it("is not renewed in a loop when the new one is not taken either", async () => {
    const renewToken = jest.fn(async () => "also-refused")
    const { send } = setUp(renewToken)
    expect(await failure(send())).toMatchObject({ kind: "auth" })
    expect(renewToken).toHaveBeenCalledTimes(1)
    expect(asked).toEqual(["old", "also-refused"])
  })

  it.each([null, "old"])(
    "is final when the renewal gives %j",
    async (renewed) => {
      const renewToken = jest.fn(async () => renewed)
      const { send } = setUp(renewToken)
      expect(await failure(send())).toMatchObject({ code: "http_401" })
      expect(renewToken).toHaveBeenCalledTimes(1)
      expect(asked).toEqual(["old"])
    }
  )

  it("is final when nobody can renew it", async () => {
    expect(await failure(setUp().send())).toMatchObject({ kind: "auth" })
    expect(asked).toEqual(["old"])
  })

  it("hands on why a renewal failed, to every question", async () => {
    const dead = new PlatformError({
      kind: "auth",
      scope: "account",
      code: "invalid_grant",
      message: "X has ended the connection.",
    })
    const renewToken = jest.fn(async () => {
      throw dead
    })
    const { send } = setUp(renewToken)
    const errors = await Promise.all([failure(send()), failure(send())])
    expect(errors).toEqual([dead, dead])
  })

  it("can be renewed again once the new one is over as well", async () => {
    const tokens = ["new", "newer"]
    const renewToken = jest.fn(async () => tokens.shift() ?? null)
    const { send } = setUp(renewToken)
    await send()
    valid = new Set(["newer"])
    expect((await send()).status).toBe(200)
    expect(renewToken.mock.calls).toEqual([["old"], ["new"]])
  })

  it("leaves a hiccup after the renewal its tries", async () => {
    const { send } = setUp(async () => {
      status = 503
      return "new"
    })
    const answer = await failure(send())
    expect(answer).toMatchObject({ kind: "transient" })
    expect(asked).toEqual(["old", "new", "new", "new"])
  })
})

describe("other errors", () => {
  it.each([403, 404, 429, 500])("renew nothing (%d)", async (refusal) => {
    valid = new Set(["old"])
    status = refusal
    const renewToken = jest.fn(async () => "new")
    await failure(setUp(renewToken).send())
    expect(renewToken).not.toHaveBeenCalled()
  })

  it("renew nothing when they concern one post only", async () => {
    const renewToken = jest.fn(async () => "new")
    const error = new PlatformError({
      kind: "auth",
      scope: "post",
      code: "private_post",
      message: "A test.",
    })
    expect(await failure(setUp(renewToken, () => error).send())).toBe(error)
    expect(renewToken).not.toHaveBeenCalled()
  })
})
