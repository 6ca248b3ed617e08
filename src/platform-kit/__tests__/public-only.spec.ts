import type { LookupAddress } from "node:dns"
import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { CallBudget } from "../call-budget"
import type { PlatformCall } from "../contract"
import { OAuthHttp } from "../oauth-http"
import { type PlatformEdge, PlatformHttp } from "../platform-http"
import {
  type PublicAddressOptions,
  requirePublicAddress,
} from "../public-address"
import { errorFromStatus } from "../status-errors"
import { MetricVerdicts } from "../verdicts"

const NOW = new Date("2026-11-01T12:00:00Z")

/** A server in the private network, which must not be reached. */
let server: Server
let port: number
let connections: number

beforeAll(async () => {
  server = createServer((_, response) => response.end('{"name":"inside"}'))
  server.on("connection", () => connections++)
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done))
  port = (server.address() as AddressInfo).port
})
beforeEach(() => (connections = 0))
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const edge: PlatformEdge = {
  platform: "fake",
  label: "Fake",
  classify: (answer) => errorFromStatus("Fake", answer, NOW),
  readUsage: () => [],
}

/** A platform whose server the merchant names. */
class FakeProvider {
  private readonly http_: PlatformHttp

  constructor(private readonly options_: PublicAddressOptions) {
    this.http_ = new PlatformHttp(edge, {
      ...options_,
      public_only: true,
      retry_base_ms: 1,
    })
  }

  validate(instance: string): Promise<URL> {
    return requirePublicAddress(instance, this.options_)
  }

  async name(instance: string): Promise<unknown> {
    const { body } = await this.http_.send(callFor(instance), {
      endpoint: "GET /api/v2/instance",
      url: `${instance}/api/v2/instance`,
    })
    return body
  }
}

const callFor = (instance: string): PlatformCall => ({
  account: {
    id: "sacc_1",
    external_id: "1",
    username: null,
    scopes: null,
    settings: { instance },
    access_token: "s3cr3t-token",
  },
  depth: "bulk",
  budget: new CallBudget({ now: () => NOW, sleep: async () => {} }),
  verdicts: new MetricVerdicts("fake", () => NOW),
  now: () => NOW,
})

const local: LookupAddress = { address: "127.0.0.1", family: 4 }
const elsewhere: LookupAddress = { address: "93.184.215.14", family: 4 }

describe("a platform whose server a merchant names", () => {
  it("does not reach a local server by a name that looks public", async () => {
    const provider = new FakeProvider({ resolve: async () => [local] })
    await expect(
      provider.name(`https://social.example:${port}`)
    ).rejects.toMatchObject({
      kind: "invalid",
      scope: "account",
      code: "not_public",
      message: expect.stringContaining('"social.example"'),
    })
    expect(connections).toBe(0)
  })

  it("does not reach it by a name that changes its answer", async () => {
    const answers = [[elsewhere], [local]]
    const resolve = jest.fn(async () => answers.shift() ?? [local])
    const provider = new FakeProvider({ resolve })
    const instance = `https://social.example:${port}`
    await expect(provider.validate(instance)).resolves.toBeInstanceOf(URL)
    await expect(provider.name(instance)).rejects.toMatchObject({
      code: "not_public",
    })
    expect(resolve).toHaveBeenCalledTimes(2)
    expect(connections).toBe(0)
  })

  it.each([
    ["http://social.example", "without TLS"],
    ["https://127.0.0.1", "by its number"],
    ["https://2130706433", "by its number in decimal"],
    ["https://[::ffff:127.0.0.1]", "by its mapped number"],
    ["https://localhost", "by its local name"],
    ["https://user:pass@social.example", "with credentials"],
  ])("does not ask %s", async (instance) => {
    const provider = new FakeProvider({ resolve: async () => [local] })
    await expect(provider.name(`${instance}:${port}`)).rejects.toMatchObject({
      code: "not_public",
    })
    expect(connections).toBe(0)
  })

  it("reaches a server that a developer allows", async () => {
    const provider = new FakeProvider({
      resolve: async () => [local],
      private_hosts: ["mastodon.test", "127.0.0.1"],
    })
    for (const host of ["mastodon.test", "127.0.0.1"]) {
      expect(await provider.name(`http://${host}:${port}`)).toEqual({
        name: "inside",
      })
    }
    expect(connections).toBeGreaterThan(0)
  })

  it("is transient when the name cannot be looked up", async () => {
    const provider = new FakeProvider({
      resolve: async () => {
        throw Object.assign(new Error("no"), { code: "EAI_AGAIN" })
      },
    })
    await expect(provider.name("https://social.example")).rejects.toMatchObject(
      { kind: "transient", message: expect.stringContaining("EAI_AGAIN") }
    )
  })

  it("guards its token endpoint as well", async () => {
    const http = new OAuthHttp("Fake", {
      public_only: true,
      resolve: async () => [local],
    })
    await expect(
      http.send({}, { endpoint: "t", url: `https://social.example:${port}` })
    ).rejects.toMatchObject({ code: "not_public" })
    expect(connections).toBe(0)
  })
})

describe("a platform with an address of its own", () => {
  it("may stand in a private network", async () => {
    const http = new PlatformHttp(edge)
    const url = `http://127.0.0.1:${port}`
    const { body } = await http.send(callFor(url), { endpoint: "GET", url })
    expect(body).toEqual({ name: "inside" })
  })
})
