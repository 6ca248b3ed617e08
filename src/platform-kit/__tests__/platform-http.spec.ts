import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from "node:http"
import type { AddressInfo } from "node:net"
import { inspect } from "node:util"
import { CallBudget } from "../call-budget"
import type { PlatformCall } from "../contract"
import { PlatformError } from "../errors"
import {
  accountBucket,
  appBucket,
  type PlatformEdge,
  PlatformHttp,
  type PlatformHttpOptions,
  type PlatformRequest,
} from "../platform-http"
import { errorFromStatus } from "../status-errors"
import { MetricVerdicts } from "../verdicts"

const NOW = new Date("2026-11-01T12:00:00Z")
const TOKEN = "EAAB-9f3c-plain-token"

type Reply = (response: ServerResponse, request: IncomingMessage) => void

interface SeenRequest {
  method?: string
  url: string
  headers: IncomingHttpHeaders
  body: string
}

let server: Server
let origin: string
/** Answers in order; the last one repeats. */
let replies: Reply[]
let seen: SeenRequest[]

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = ""
    request.on("data", (chunk) => (body += chunk))
    request.on("end", () => {
      const { method, url = "", headers } = request
      const reply = replies[Math.min(seen.length, replies.length - 1)]
      seen.push({ method, url, headers, body })
      reply?.(response, request)
    })
  })
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

beforeEach(() => {
  replies = []
  seen = []
})

afterEach(() => server.closeAllConnections())

afterAll(() => new Promise((done) => server.close(done)))

const answer =
  (status: number, text: string, headers: Record<string, string> = {}): Reply =>
  (response) =>
    response
      .writeHead(status, { "Content-Type": "application/json", ...headers })
      .end(text)

const OK = answer(200, '{"id":"1"}')
const BUSY = answer(503, '{"error":"busy"}')
const HANGS: Reply = () => {}
const RESETS: Reply = (_, request) => request.socket.resetAndDestroy()

const testEdge: PlatformEdge = {
  platform: "test",
  label: "Test",
  classify: (answered) => errorFromStatus("Test", answered, NOW),
  readUsage: ({ headers }, _request, call) =>
    headers["x-used"]
      ? [
          {
            scope: "account",
            bucket: accountBucket(call.account.id),
            used: Number(headers["x-used"]),
            resets_at: null,
          },
        ]
      : [],
}

/** An edge that makes the same error of every answer. */
const edgeOf = (error: PlatformError): PlatformEdge => ({
  ...testEdge,
  classify: () => error,
})

function setUp({
  edge = testEdge,
  signal,
  ...options
}: PlatformHttpOptions & { edge?: PlatformEdge; signal?: AbortSignal } = {}) {
  const http = new PlatformHttp(edge, { retry_base_ms: 1, ...options })
  const endpoints: string[] = []
  const budget = new CallBudget({ now: () => NOW, sleep: async () => {} })
  const call: PlatformCall = {
    account: {
      id: "sacc_1",
      external_id: "1",
      username: null,
      scopes: null,
      settings: {},
      access_token: TOKEN,
    },
    depth: "bulk",
    budget,
    verdicts: new MetricVerdicts("test", () => NOW),
    now: () => NOW,
    onCall: (endpoint) => endpoints.push(endpoint),
    signal,
  }
  const send = (request: Partial<PlatformRequest> = {}) =>
    http.send(call, { endpoint: "GET /me", url: `${origin}/me`, ...request })
  const failure = async (request: Partial<PlatformRequest> = {}) => {
    const error = await send(request).catch((thrown: unknown) => thrown)
    if (!PlatformError.is(error)) {
      throw new Error(`expected a PlatformError, not ${inspect(error)}`)
    }
    return error
  }
  return { send, failure, budget, endpoints }
}

describe("a request", () => {
  it("carries the token in a header and not in its address", async () => {
    replies = [OK]
    await setUp().send({ url: `${origin}/me?fields=id` })
    expect(seen).toHaveLength(1)
    expect(seen[0]).toMatchObject({
      method: "GET",
      headers: {
        authorization: `Bearer ${TOKEN}`,
        accept: "application/json",
      },
    })
    expect(seen[0]?.url).not.toContain(TOKEN)
  })

  it("keeps the encoding of its address", async () => {
    replies = [OK]
    const path = "/posts?ids=List(urn%3Ali%3Ashare%3A1,2)&q=a%20b&c=1%2C2"
    await setUp().send({ url: origin + path })
    expect(seen[0]?.url).toBe(path)
  })

  it("sends a form as it is", async () => {
    replies = [OK]
    await setUp().send({ method: "POST", form: "batch=%5B%5D&a=b" })
    expect(seen[0]).toMatchObject({
      method: "POST",
      body: "batch=%5B%5D&a=b",
      headers: { "content-type": "application/x-www-form-urlencoded" },
    })
  })

  it("carries headers of its own", async () => {
    replies = [OK]
    await setUp().send({ headers: { "X-Version": "202611" } })
    expect(seen[0]?.headers).toMatchObject({
      "x-version": "202611",
      authorization: `Bearer ${TOKEN}`,
    })
  })
})

describe("a good answer", () => {
  it("is parsed, long ids unharmed, header names in lower case", async () => {
    replies = [
      answer(200, '{"id":17912345678901237}', { "X-Limit-Left": "Seven" }),
    ]
    const answered = await setUp().send()
    expect(answered).toMatchObject({
      status: 200,
      body: { id: "17912345678901237" },
      headers: { "x-limit-left": "Seven" },
    })
    const names = Object.keys(answered.headers)
    expect(names).toEqual(names.map((name) => name.toLowerCase()))
  })

  it("has a repeated header as one text", async () => {
    replies = [
      (response) =>
        response.setHeader("Set-Cookie", ["a=1", "b=2"]).end('{"id":"1"}'),
    ]
    const { headers } = await setUp().send()
    expect(headers["set-cookie"]).toBe("a=1, b=2")
  })
})

describe("transient trouble", () => {
  it("is tried again until it passes", async () => {
    replies = [BUSY, BUSY, OK]
    const { send, endpoints } = setUp()
    expect((await send()).body).toEqual({ id: "1" })
    expect(endpoints).toEqual(["GET /me", "GET /me", "GET /me"])
  })

  it("is given up after three tries", async () => {
    replies = [BUSY]
    const error = await setUp().failure()
    expect(error).toMatchObject({ kind: "transient", code: "http_503" })
    expect(seen).toHaveLength(3)
  })

  it("is given up after as many tries as configured", async () => {
    replies = [BUSY]
    await setUp({ tries: 2 }).failure()
    expect(seen).toHaveLength(2)
  })

  it.each([
    ["HTML", "<html>Sorry</html>"],
    ["an empty body", ""],
    ["truncated JSON", '{"data":[{"id":"1"'],
  ])("is what %s with status 200 is taken for", async (_name, text) => {
    replies = [answer(200, text), OK]
    expect((await setUp().send()).body).toEqual({ id: "1" })

    seen = []
    replies = [answer(200, text)]
    expect(await setUp().failure()).toMatchObject({
      kind: "transient",
      scope: "post",
      code: "not_json",
    })
    expect(seen).toHaveLength(3)
  })

  it("is what a reset connection is", async () => {
    replies = [RESETS, OK]
    expect((await setUp().send()).body).toEqual({ id: "1" })

    seen = []
    replies = [RESETS]
    expect(await setUp({ tries: 1 }).failure()).toMatchObject({
      kind: "transient",
      code: "network",
      message: expect.stringContaining("ECONNRESET"),
    })
  })

  it("is what a connection cut in the middle of an answer is", async () => {
    replies = [
      (response, request) => {
        response.writeHead(200, { "Content-Length": "1000" })
        response.write('{"id":', () => request.socket.resetAndDestroy())
      },
    ]
    expect(await setUp({ tries: 1 }).failure()).toMatchObject({
      kind: "transient",
      code: "network",
    })
  })

  it("is what an address where nobody answers is", async () => {
    const error = await setUp({ tries: 1 }).failure({
      url: "http://127.0.0.1:1/me",
    })
    expect(error).toMatchObject({ kind: "transient", code: "network" })
    expect(error.message).toContain("ECONNREFUSED")
  })

  it("is what a server that never answers is", async () => {
    replies = [HANGS]
    const error = await setUp({ timeout_ms: 250, tries: 2 }).failure()
    expect(error).toMatchObject({ kind: "transient", code: "timeout" })
    expect(error.message).toContain("0.25 seconds")
    expect(seen).toHaveLength(2)
  })

  it("is what an answer that never ends is", async () => {
    replies = [(response) => response.writeHead(200).write('{"id":')]
    expect(await setUp({ timeout_ms: 250, tries: 1 }).failure()).toMatchObject({
      code: "timeout",
    })
  })

  it("is what an answer beyond all bounds is", async () => {
    replies = [
      (response) => {
        response.on("error", () => {})
        response.end(`"${"x".repeat(33 * 1024 * 1024)}"`)
      },
    ]
    expect(await setUp({ tries: 1 }).failure()).toMatchObject({
      kind: "transient",
      code: "network",
    })
  })
})

describe("other errors", () => {
  it.each([401, 403, 404])("are final (%d)", async (status) => {
    replies = [answer(status, "{}")]
    expect((await setUp().failure()).code).toBe(`http_${status}`)
    expect(seen).toHaveLength(1)
  })

  it("are judged by status when the body is not JSON", async () => {
    replies = [answer(404, "<html>Not found</html>")]
    expect(await setUp().failure()).toMatchObject({ kind: "gone" })
  })

  it("include redirects, which are not followed", async () => {
    replies = [answer(302, "", { Location: `${origin}/elsewhere` }), OK]
    expect(await setUp().failure()).toMatchObject({
      kind: "invalid",
      scope: "app",
      code: "http_302",
    })
    expect(seen.map(({ url }) => url)).toEqual(["/me"])
  })
})

describe("limits", () => {
  it("are learned from every answer, bad ones included", async () => {
    replies = [
      answer(200, "{}", { "X-Used": "0.5" }),
      answer(404, "{}", { "X-Used": "0.6" }),
    ]
    const { send, failure, budget } = setUp()
    await send()
    expect(budget.takeChanges()).toMatchObject([
      { bucket: "account:sacc_1", used: 0.5 },
    ])
    await failure()
    expect(budget.takeChanges()).toMatchObject([
      { bucket: "account:sacc_1", used: 0.6 },
    ])
  })

  it("keep a call from being made at all once they are spent", async () => {
    replies = [answer(200, "{}", { "X-Used": "0.99" })]
    const { send, failure, endpoints } = setUp()
    await send()
    expect(await failure()).toMatchObject({ code: "budget_spent" })
    expect(seen).toHaveLength(1)
    expect(endpoints).toHaveLength(1)
  })

  it.each([appBucket("test"), accountBucket("sacc_1"), "endpoint:/me"])(
    "of %s count for a call",
    async (bucket) => {
      replies = [OK]
      const { failure, budget } = setUp()
      budget.park("app", bucket, null)
      expect(await failure({ buckets: ["endpoint:/me"] })).toMatchObject({
        code: "parked",
      })
      expect(seen).toHaveLength(0)
    }
  )

  it("park the account until the platform's time", async () => {
    replies = [answer(429, "{}", { "Retry-After": "600" })]
    const { failure, budget } = setUp()
    const until = new Date("2026-11-01T12:10:00Z")
    expect((await failure()).retry_at).toEqual(until)
    expect(budget.parkedUntil(accountBucket("sacc_1"))).toEqual(until)
    expect(budget.parkedUntil(appBucket("test"))).toBeNull()

    expect(await failure()).toMatchObject({ code: "parked", retry_at: until })
    expect(seen).toHaveLength(1)
  })

  it.each(["rate_limit", "quota", "payment"] as const)(
    "park the whole app for an app-wide %s",
    async (kind) => {
      replies = [answer(400, "{}")]
      const retry_at = new Date("2026-11-01T13:00:00Z")
      const { failure, budget } = setUp({
        edge: edgeOf(
          new PlatformError({
            kind,
            scope: "app",
            code: "4",
            message: "A test.",
            retry_at,
          })
        ),
      })
      await failure()
      expect(budget.parkedUntil(appBucket("test"))).toEqual(retry_at)
      expect(budget.parkedUntil(accountBucket("sacc_1"))).toBeNull()
    }
  )

  it.each([
    ["account", `${accountBucket("sacc_1")}:GET /search`],
    ["app", `${appBucket("test")}:GET /search`],
  ] as const)("of one endpoint park only that (%s)", async (scope, bucket) => {
    replies = [answer(400, "{}")]
    const retry_at = new Date("2026-11-01T12:10:00Z")
    const error = new PlatformError({
      kind: "rate_limit",
      scope,
      code: "88",
      message: "A test.",
      retry_at,
    })
    const { failure, budget } = setUp({ edge: edgeOf(error) })
    const buckets = [
      `${accountBucket("sacc_1")}:GET /search`,
      `${appBucket("test")}:GET /search`,
    ]
    await failure({ buckets })
    expect(budget.takeChanges()).toMatchObject([
      { scope, bucket, parked_until: retry_at },
    ])
    expect(await failure({ buckets })).toMatchObject({ code: "parked" })
    expect(seen).toHaveLength(1)
    // Another endpoint of the same account is asked.
    await failure()
    expect(seen).toHaveLength(2)
  })

  it("park the whole app for a quota, whatever the endpoint", async () => {
    replies = [answer(400, "{}")]
    const error = new PlatformError({
      kind: "quota",
      scope: "app",
      code: "x",
      message: "x",
    })
    const { failure, budget } = setUp({ edge: edgeOf(error) })
    await failure({ buckets: [`${appBucket("test")}:GET /search`] })
    expect(budget.takeChanges()).toMatchObject([{ bucket: appBucket("test") }])
  })

  it("park nothing for one post, nor for other errors", async () => {
    const errors = [
      ["rate_limit", "post"],
      ["auth", "account"],
      ["permission", "app"],
    ] as const
    for (const [kind, scope] of errors) {
      replies = [answer(400, "{}")]
      const error = new PlatformError({ kind, scope, code: "x", message: "x" })
      const { failure, budget } = setUp({ edge: edgeOf(error) })
      await failure()
      expect(budget.takeChanges()).toEqual([])
    }
  })
})

describe("an abort", () => {
  it("ends a running call, which is not tried again", async () => {
    const controller = new AbortController()
    replies = [() => controller.abort()]
    const { failure, endpoints } = setUp({ signal: controller.signal })
    expect(await failure()).toMatchObject({ code: "network" })
    expect(endpoints).toEqual(["GET /me"])
  })

  it("keeps a call from being sent", async () => {
    replies = [OK]
    await setUp({ signal: AbortSignal.abort() }).failure()
    expect(seen).toHaveLength(0)
  })
})

describe("the token", () => {
  const echo: Reply = (response, { headers }) =>
    response.writeHead(500).end(JSON.stringify({ error: headers }))

  it.each<[string, Reply]>([
    ["a refused token", answer(401, "{}")],
    ["a missing page", answer(404, "{}")],
    ["a limit", answer(429, "{}")],
    ["a redirect", answer(302, "", { Location: "/elsewhere" })],
    ["a server that echoes the request", echo],
    ["HTML", answer(200, "<html></html>")],
    ["a reset", RESETS],
    ["a timeout", HANGS],
  ])("is in no part of the error after %s", async (_name, reply) => {
    replies = [reply]
    const error = await setUp({ timeout_ms: 250, tries: 1 }).failure({
      url: `${origin}/me?access_token=${TOKEN}`,
    })
    expect(seen[0]?.url).toContain(TOKEN)
    // Everything a logger could print: message, stack, cause, own properties.
    expect(inspect(error, { depth: null, showHidden: true })).not.toContain(
      TOKEN
    )
  })
})
