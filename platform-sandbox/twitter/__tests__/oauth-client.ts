import { createHash } from "node:crypto"
import { SandboxAnswer } from "../../core/types"
import { Client } from "./client"

const CALLBACK = "https://shop.example/callback"
const FORM = "application/x-www-form-urlencoded"

export const basic = (id: string, secret: string) =>
  `Basic ${Buffer.from(`${id}:${secret}`).toString("base64")}`

const CREDENTIALS = basic("sandbox-x-client", "sandbox-x-secret")

type Params = Record<string, string>

export type TokenAnswer = SandboxAnswer & { body: any }

/** An app that lets users connect; every step can be made wrong. */
export class OAuthClient extends Client {
  static readonly VERIFIER = "a-verifier-that-only-the-app-knows-0123456789"

  dialogQuery(change: Params = {}): Params {
    const challenge = createHash("sha256").update(OAuthClient.VERIFIER)
    return {
      response_type: "code",
      client_id: "sandbox-x-client",
      redirect_uri: CALLBACK,
      scope: "tweet.read users.read offline.access",
      state: "a state & more",
      code_challenge: challenge.digest("base64url"),
      code_challenge_method: "S256",
      ...change,
    }
  }

  dialog(query: Params, answer?: Params): SandboxAnswer {
    return this.send("x.com", answer ? "POST" : "GET", "/i/oauth2/authorize", {
      query,
      body: new URLSearchParams(answer).toString(),
    })
  }

  /** Where the dialog sends the browser after an answer. */
  callback(change: Params = {}, answer: Params = {}): URL {
    const person = this.account().external_id
    const { status, headers } = this.dialog(this.dialogQuery(change), {
      decision: "allow",
      person,
      ...answer,
    })
    expect(status).toBe(302)
    return new URL(headers?.location ?? "")
  }

  code(change: Params = {}, answer: Params = {}): string {
    return this.callback(change, answer).searchParams.get("code") ?? ""
  }

  post(
    path: string,
    form: Params,
    headers: Record<string, string | undefined> = {}
  ): TokenAnswer {
    return this.send("api.x.com", "POST", path, {
      body: new URLSearchParams(form).toString(),
      headers: {
        authorization: CREDENTIALS,
        "content-type": FORM,
        ...headers,
      },
    })
  }

  exchange(code: string, change: Params = {}): TokenAnswer {
    return this.post("/2/oauth2/token", {
      grant_type: "authorization_code",
      code,
      redirect_uri: CALLBACK,
      code_verifier: OAuthClient.VERIFIER,
      ...change,
    })
  }

  refresh(refresh_token: string): TokenAnswer {
    const form = { grant_type: "refresh_token", refresh_token }
    return this.post("/2/oauth2/token", form)
  }

  /** Tokens of a whole round through the dialog. */
  connect(change: Params = {}, answer: Params = {}): Record<string, any> {
    const { status, body } = this.exchange(this.code(change, answer))
    expect(status).toBe(200)
    return body
  }

  status(access_token: string, path = "/2/users/me"): number {
    return this.ask(path, {}, access_token).status
  }

  private send(
    host: string,
    method: string,
    rawPath: string,
    more: {
      query?: Params
      body?: string
      headers?: Record<string, string | undefined>
    }
  ): TokenAnswer {
    const { query = {}, body = "", headers = {} } = more
    const rawQuery = new URLSearchParams(query).toString()
    const baseUrl = `http://127.0.0.1/${host}`
    return this.platform.handle(host, {
      method,
      rawPath,
      rawQuery,
      query,
      headers,
      body,
      baseUrl,
    }) as TokenAnswer
  }
}
