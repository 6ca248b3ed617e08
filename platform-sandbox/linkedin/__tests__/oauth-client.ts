import { SandboxAnswer } from "../../core/types"
import { Answer, Client } from "./client"

const HOST = "www.linkedin.com"
const CALLBACK = "https://shop.example/callback"
const FORM = "application/x-www-form-urlencoded"

export const SCOPE =
  "openid profile r_organization_social rw_organization_admin r_organization_social_feed"

type Params = Record<string, string>

export interface Member {
  urn: string
  pages: { organization: string; role: string; state: string }[]
}

/** An app that lets members connect; every step can be made wrong. */
export class OAuthClient extends Client {
  /** The members of the dialog: the first has pages, the second none. */
  get people(): Member[] {
    return this.platform.truth("people")?.people as Member[]
  }

  get mara(): Member {
    return this.people[0] as Member
  }

  get jonas(): Member {
    return this.people[1] as Member
  }

  dialogQuery(change: Params = {}): Params {
    return {
      response_type: "code",
      client_id: "sandbox-li-client",
      redirect_uri: CALLBACK,
      state: "a state & more",
      scope: SCOPE,
      ...change,
    }
  }

  dialog(query: Params, answer?: Params): SandboxAnswer {
    const rawQuery = new URLSearchParams(query).toString()
    return this.platform.handle(HOST, {
      method: answer ? "POST" : "GET",
      rawPath: "/oauth/v2/authorization",
      rawQuery,
      query,
      headers: {},
      body: new URLSearchParams(answer).toString(),
      baseUrl: `http://127.0.0.1/${HOST}`,
    })
  }

  /** Where the dialog sends the browser after an answer. */
  callback(change: Params = {}, answer: Params = {}): URL {
    const { status, headers } = this.dialog(this.dialogQuery(change), {
      decision: "allow",
      person: this.mara.urn,
      ...answer,
    })
    expect(status).toBe(302)
    return new URL(headers?.location ?? "")
  }

  code(change: Params = {}, person = this.mara.urn): string {
    const { searchParams } = this.callback(change, { person })
    return searchParams.get("code") ?? ""
  }

  post(path: string, form: Params, type = FORM): Answer {
    const headers = { "content-type": type }
    const body = new URLSearchParams({
      client_id: "sandbox-li-client",
      client_secret: "sandbox-li-secret",
      ...form,
    }).toString()
    const more = { method: "POST", host: HOST, body }
    return this.ask(path, undefined, headers, null, more)
  }

  exchange(code: string, change: Params = {}): Answer {
    return this.post("/oauth/v2/accessToken", {
      grant_type: "authorization_code",
      code,
      redirect_uri: CALLBACK,
      ...change,
    })
  }

  refresh(refresh_token: string, change: Params = {}): Answer {
    return this.post("/oauth/v2/accessToken", {
      grant_type: "refresh_token",
      refresh_token,
      ...change,
    })
  }

  /** Tokens of a whole round through the dialog. */
  connect(change: Params = {}, person?: string): Record<string, any> {
    const { status, body } = this.exchange(this.code(change, person))
    expect(status).toBe(200)
    return body
  }

  introspect(token: string): Record<string, any> {
    return this.post("/oauth/v2/introspectToken", { token }).body
  }

  /** Asks with a token from the dialog. */
  with(token: string, target: string, method?: "FINDER" | "BATCH_GET"): Answer {
    return this.ask(target, method, {}, token)
  }

  /** Why a token opens nothing any more; 200 while it does. */
  state(token: string): number | string {
    const { status, body } = this.with(token, "/v2/userinfo")
    return status === 200 ? status : body.code
  }
}
