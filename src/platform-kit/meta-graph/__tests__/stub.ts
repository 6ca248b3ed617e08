import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"

export interface StubAnswer {
  /** Fits `METHOD path?query`, decoded. */
  on: RegExp
  status?: number
  /** Text is sent as it is. */
  body: unknown
  /** How often it is given; always when absent. */
  times?: number
}

export interface StubRequest {
  /** `METHOD path`. */
  name: string
  query: URLSearchParams
  form: URLSearchParams
  token: string | undefined
}

/** A host with prepared answers: the first that fits is given. */
export class Stub {
  answers: StubAnswer[] = []
  requests: StubRequest[] = []
  url = ""
  private readonly server_: Server

  constructor() {
    this.server_ = createServer((request, response) => {
      let body = ""
      request.on("data", (chunk) => (body += chunk))
      request.on("end", () => {
        const url = new URL(request.url ?? "", "http://stub")
        const line = `${request.method} ${decodeURIComponent(request.url ?? "")}`
        this.requests.push({
          name: `${request.method} ${url.pathname}`,
          query: url.searchParams,
          form: new URLSearchParams(body),
          token: request.headers.authorization?.replace("Bearer ", ""),
        })
        const found = this.answers.find(
          ({ on, times }) => on.test(line) && times !== 0
        )
        if (found?.times) {
          found.times -= 1
        }
        response.statusCode = found ? (found.status ?? 200) : 404
        const answer = found?.body ?? {}
        response.end(
          typeof answer === "string" ? answer : JSON.stringify(answer)
        )
      })
    })
  }

  async start(): Promise<void> {
    await new Promise<void>((done) => this.server_.listen(0, "127.0.0.1", done))
    this.url = `http://127.0.0.1:${(this.server_.address() as AddressInfo).port}`
  }

  reset(): void {
    this.answers = []
    this.requests = []
  }

  close(): void {
    this.server_.close()
  }
}
