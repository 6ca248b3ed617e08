import { createServer, IncomingMessage, Server } from "node:http"
import { AddressInfo } from "node:net"
import { Probe } from "./helpers"

/** Somebody who listens; answers as it is told to. */
class Listener {
  private readonly server: Server
  readonly bodies: string[] = []
  statuses: number[] = []

  constructor() {
    this.server = createServer(async (request: IncomingMessage, response) => {
      const parts: Buffer[] = []
      for await (const part of request) {
        parts.push(part as Buffer)
      }
      const { searchParams } = new URL(request.url ?? "/", "http://here")
      this.bodies.push(Buffer.concat(parts).toString())
      response.statusCode = this.statuses.shift() ?? 200
      response.end(searchParams.get("hub.challenge") ?? "")
    })
  }

  async open(): Promise<void> {
    await new Promise<void>((done) =>
      this.server.listen(0, "127.0.0.1", () => done())
    )
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/`
  }

  close(): void {
    this.server.close()
    this.server.closeAllConnections()
  }
}

describe("webhooks of Meta's stand-in", () => {
  let probe: Probe
  let listener: Listener

  beforeAll(async () => {
    probe = await Probe.start()
  })
  afterAll(async () => probe.sandbox.close())
  beforeEach(async () => {
    await probe.reset()
    listener = new Listener()
    await listener.open()
  })
  afterEach(() => listener.close())

  const order = (input: Record<string, unknown>) =>
    probe.control("POST", "/webhooks", input)
  const subscribe = (more = {}) =>
    order({
      action: "subscribe",
      platform: "instagram",
      fields: ["comments", "story_insights"],
      callback_url: listener.url,
      verify_token: "t",
      ...more,
    })
  const account = (login: string) =>
    probe.accounts.find(
      ({ platform, settings }) =>
        platform === "instagram" && settings.login === login
    )?.external_id
  const send = (field: string, login: string, more = {}) =>
    order({
      action: "send",
      platform: "instagram",
      updates: [{ account: account(login), field, value: { text: "ä🎉" } }],
      ...more,
    })

  it("repeats until somebody takes it, in escaped bytes", async () => {
    await subscribe()
    listener.statuses = [500, 503, 200]
    const { body } = await send("comments", "instagram")
    expect(body.deliveries).toEqual([{ statuses: [500, 503, 200] }])
    const sent = new Set(listener.bodies.slice(1))
    expect(sent.size).toBe(1)
    expect([...sent][0]).toContain('"text":"\\u00e4\\ud83c\\udf89"')
  })

  it("takes no callback that does not repeat the challenge", async () => {
    listener.statuses = [403]
    const { body } = await subscribe()
    expect(body).toEqual({ verified: false, status: 403 })
    expect((await send("comments", "instagram")).status).toBe(400)
  })

  it("sends nothing that Meta would not", async () => {
    expect((await subscribe({ fields: ["likes"] })).status).toBe(400)
    await subscribe({ fields: ["story_insights"] })
    expect((await send("comments", "facebook")).status).toBe(400)
    expect((await send("story_insights", "instagram")).status).toBe(400)
    expect((await send("story_insights", "facebook")).status).toBe(200)
    expect((await order({ action: "send", platform: "twitter" })).status).toBe(
      404
    )
  })

  it("tells fields alone where values are off", async () => {
    await subscribe({ include_values: false })
    await send("comments", "facebook")
    const [entry] = JSON.parse(listener.bodies.at(-1) ?? "{}").entry
    expect(entry).toMatchObject({ changed_fields: ["comments"] })
    expect(entry).not.toHaveProperty("changes")
  })
})
