import { createServer, type Server, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { OAuthHttp, type OAuthRequest } from "../oauth-http"
import { failure } from "./failure"

const SECRET = "s3cr3t-refresh-token"

let server: Server
let origin: string
let seen: { method?: string; url?: string; type?: string; body: string }[]
let reply: (response: ServerResponse) => void

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = ""
    request.on("data", (chunk) => (body += chunk))
    request.on("end", () => {
      const { method, url, headers } = request
      seen.push({ method, url, type: headers["content-type"], body })
      reply(response)
    })
  })
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
beforeEach(() => (seen = []))
afterEach(() => server.closeAllConnections())
afterAll(() => new Promise((done) => server.close(done)))

const answer = (status: number, text: string) => (response: ServerResponse) =>
  void response.writeHead(status).end(text)

const send = (more: Partial<OAuthRequest> = {}, timeout_ms?: number) => {
  const endpoints: string[] = []
  const asking = new OAuthHttp("Test", { timeout_ms }).send(
    { onCall: (endpoint) => endpoints.push(endpoint) },
    {
      endpoint: "POST /token",
      method: "POST",
      url: `${origin}/token`,
      form: `refresh_token=${SECRET}`,
      secrets: [SECRET],
      ...more,
    }
  )
  return { asking, endpoints }
}

describe("a question to a token endpoint", () => {
  it("is a form, counted by its name", async () => {
    reply = answer(200, '{"access_token":"a"}')
    const { asking, endpoints } = send()
    expect(await asking).toMatchObject({
      status: 200,
      body: { access_token: "a" },
    })
    expect(endpoints).toEqual(["POST /token"])
    expect(seen).toEqual([
      {
        method: "POST",
        url: "/token",
        type: "application/x-www-form-urlencoded",
        body: `refresh_token=${SECRET}`,
      },
    ])
  })

  it.each([400, 401, 403, 404])(
    "gives a refusal as it is (%d)",
    async (status) => {
      reply = answer(status, '{"error":"invalid_grant"}')
      expect(await send().asking).toMatchObject({
        status,
        body: { error: "invalid_grant" },
      })
    }
  )

  it("gives a refusal without JSON", async () => {
    reply = answer(403, "<html>")
    expect(await send().asking).toMatchObject({ status: 403, body: undefined })
  })

  it.each<[string, typeof reply]>([
    ["429", answer(429, "{}")],
    ["500", answer(500, "{}")],
    ["503", answer(503, SECRET)],
    ["no JSON", answer(200, "<html>")],
    ["nothing", answer(200, "")],
    ["a redirect", answer(302, "")],
    ["a reset", (response) => void response.socket?.resetAndDestroy()],
    ["silence", () => undefined],
  ])("is asked once and may be asked again after %s", async (_, given) => {
    reply = given
    const error = await failure(send({}, 250).asking, [SECRET])
    expect(error).toMatchObject({
      kind: "transient",
      message: expect.stringMatching(/^Test .*Try again in a few minutes\.$/),
    })
    expect(seen).toHaveLength(1)
  })
})
