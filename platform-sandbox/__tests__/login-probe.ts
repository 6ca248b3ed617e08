import { FBH, IGH, Probe, Reply } from "./helpers"

export const CALLBACK = "https://shop.example/app/callback?from=meta"

export const META_APP = {
  client_id: "100000000000001",
  client_secret: "sandbox-app-secret",
}

export const INSTAGRAM_APP = {
  client_id: "200000000000002",
  client_secret: "sandbox-instagram-secret",
}

export const FACEBOOK_SCOPES = [
  "pages_show_list",
  "pages_read_engagement",
  "business_management",
  "instagram_basic",
]

export const INSTAGRAM_SCOPES = [
  "instagram_business_basic",
  "instagram_business_manage_insights",
]

type Params = Record<string, string>

export interface Consent {
  /** Part of the label of the person who answers. */
  person?: string
  decision?: "allow" | "deny"
  /** Scopes that stay ticked; default: all. */
  scopes?: string[]
}

/** An app that lets people log in with Facebook or Instagram. */
export class LoginProbe {
  private constructor(readonly probe: Probe) {}

  static async start(): Promise<LoginProbe> {
    return new LoginProbe(await Probe.start())
  }

  reset(): Promise<void> {
    return this.probe.reset()
  }

  close(): Promise<void> {
    return this.probe.close()
  }

  async advance(seconds: number): Promise<void> {
    await this.probe.control("POST", "/clock", { advance_seconds: seconds })
  }

  async set(change: Record<string, unknown>): Promise<number> {
    const { status } = await this.probe.control("POST", "/set", change)
    return status
  }

  /** One request without following redirects. */
  async send(host: string, path: string, form?: Params | URLSearchParams) {
    const url = `${this.probe.sandbox.url}/${host}${path}`
    const response = await fetch(url, {
      redirect: "manual",
      ...(form ? { method: "POST", body: new URLSearchParams(form) } : {}),
    })
    const { status, headers } = response
    return { status, headers, text: await response.text() }
  }

  facebookDialog(change: Params = {}): string {
    const query = new URLSearchParams({
      client_id: META_APP.client_id,
      redirect_uri: CALLBACK,
      state: "a state & more",
      response_type: "code",
      scope: FACEBOOK_SCOPES.join(","),
      ...change,
    })
    return `/v26.0/dialog/oauth?${query}`
  }

  instagramDialog(change: Params = {}): string {
    const query = new URLSearchParams({
      client_id: INSTAGRAM_APP.client_id,
      redirect_uri: CALLBACK,
      state: "a state & more",
      response_type: "code",
      scope: INSTAGRAM_SCOPES.join(","),
      ...change,
    })
    return `/oauth/authorize?${query}`
  }

  /** Opens a dialog, answers it as a browser would, and tells where it leads. */
  async consent(host: string, path: string, answer: Consent = {}) {
    const { text } = await this.send(host, path)
    const { person = "", decision = "allow" } = answer
    const people = text.matchAll(/name="person" value="(\w+)"[^>]*> ([^<]+)/g)
    const chosen = [...people].find(([, , label]) => label?.includes(person))
    const form = new URLSearchParams({ person: chosen?.[1] ?? "", decision })
    for (const [, name = "", box] of text.matchAll(
      /name="scope" value="(\w+)"( checked)?/g
    )) {
      if (!box || !answer.scopes || answer.scopes.includes(name)) {
        form.append("scope", name)
      }
    }
    return this.send(host, path, form)
  }

  /** The address that a consent leads back to. */
  async callback(host: string, path: string, answer?: Consent): Promise<URL> {
    const { status, headers } = await this.consent(host, path, answer)
    expect(status).toBe(302)
    return new URL(headers.get("location") ?? "")
  }

  async facebookCode(answer?: Consent, change?: Params): Promise<string> {
    const path = this.facebookDialog(change)
    const url = await this.callback("www.facebook.com", path, answer)
    return url.searchParams.get("code") ?? ""
  }

  async instagramCode(answer?: Consent): Promise<string> {
    const path = this.instagramDialog()
    const url = await this.callback("www.instagram.com", path, answer)
    return url.searchParams.get("code") ?? ""
  }

  facebookExchange(params: Params): Promise<Reply> {
    const query = new URLSearchParams({ ...META_APP, ...params })
    return this.probe.get(FBH, `/v26.0/oauth/access_token?${query}`)
  }

  /** A short-lived user token, or what else the configuration gives. */
  async facebookToken(answer?: Consent, change?: Params): Promise<string> {
    const code = await this.facebookCode(answer, change)
    const exchange = { code, redirect_uri: CALLBACK }
    const { body } = await this.facebookExchange(exchange)
    return body.access_token
  }

  lengthen(fb_exchange_token: string): Promise<Reply> {
    const grant_type = "fb_exchange_token"
    return this.facebookExchange({ grant_type, fb_exchange_token })
  }

  async longFacebookToken(answer?: Consent): Promise<string> {
    const { body } = await this.lengthen(await this.facebookToken(answer))
    return body.access_token
  }

  async instagramExchange(params: Params) {
    const reply = await this.send("api.instagram.com", "/oauth/access_token", {
      ...INSTAGRAM_APP,
      grant_type: "authorization_code",
      redirect_uri: CALLBACK,
      ...params,
    })
    return { ...reply, body: JSON.parse(reply.text) }
  }

  /** A short-lived Instagram token. */
  async instagramToken(answer?: Consent): Promise<string> {
    const code = await this.instagramCode(answer)
    const { body } = await this.instagramExchange({ code })
    return body.data[0].access_token
  }

  lengthenInstagram(access_token: string, change: Params = {}): Promise<Reply> {
    const query = new URLSearchParams({
      grant_type: "ig_exchange_token",
      client_secret: INSTAGRAM_APP.client_secret,
      access_token,
      ...change,
    })
    return this.probe.get(IGH, `/access_token?${query}`)
  }

  refreshInstagram(access_token: string): Promise<Reply> {
    const query = new URLSearchParams({
      grant_type: "ig_refresh_token",
      access_token,
    })
    return this.probe.get(IGH, `/refresh_access_token?${query}`)
  }

  graph(path: string, token: string): Promise<Reply> {
    return this.probe.get(FBH, `/v26.0${path}`, token)
  }

  igGraph(path: string, token: string): Promise<Reply> {
    return this.probe.get(IGH, `/v26.0${path}`, token)
  }

  async debug(token: string) {
    const caller = `${META_APP.client_id}|${META_APP.client_secret}`
    const path = `/debug_token?input_token=${token}`
    const { body } = await this.graph(path, caller)
    return body.data
  }
}
