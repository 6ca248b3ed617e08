import { SandboxAnswer, SandboxPlatform, WorldOptions } from "../../core/types"
import createLinkedIn from "../index"

export const NOW = "2026-11-21T10:00:00.000Z"

export type Answer = SandboxAnswer & { body: any }

type Headers = Record<string, string | undefined>

/** A stand-in with a clock of its own; queries are sent as written. */
export class Client {
  time = Date.parse(NOW)
  version = "202610"
  readonly platform: SandboxPlatform

  constructor(options: WorldOptions = {}) {
    const now = () => new Date(this.time)
    this.platform = createLinkedIn({ seed: options.seed ?? 7, now }, options)
  }

  account(which = "organization") {
    return this.platform
      .accounts()
      .find(({ traits, settings }) =>
        traits.length ? traits.includes(which) : settings.kind === which
      )!
  }

  get page(): string {
    return encodeURIComponent(this.account().external_id)
  }

  /** Posts of an account with a trait, or plain ones. */
  urns(trait?: string, kind?: string, account = "organization"): string[] {
    const owner = this.account(account).external_id
    return this.platform
      .posts()
      .filter((post) => post.account_external_id === owner)
      .filter((post) => !kind || post.media_product_type === kind)
      .filter(({ traits }) => (trait ? traits.includes(trait) : !traits.length))
      .map((post) => post.platform_post_id)
  }

  urn(trait?: string, kind?: string, account?: string): string {
    return this.urns(trait, kind, account)[0] as string
  }

  ask(
    target: string,
    method?: "FINDER" | "BATCH_GET",
    headers: Headers = {},
    token: string | null = this.account().access_token,
    more: { method?: string; body?: string; host?: string } = {}
  ): Answer {
    const [rawPath = "", rawQuery = ""] = target.split("?")
    return this.platform.handle(more.host ?? "api.linkedin.com", {
      method: more.method ?? "GET",
      rawPath,
      rawQuery,
      query: Object.fromEntries(new URLSearchParams(rawQuery)),
      headers: {
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        "linkedin-version": this.version,
        "x-restli-protocol-version": "2.0.0",
        ...(method ? { "x-restli-method": method } : {}),
        ...headers,
      },
      body: more.body ?? "",
      baseUrl: "http://127.0.0.1/api.linkedin.com",
    }) as Answer
  }

  as(account: string, target: string, method?: "FINDER" | "BATCH_GET"): Answer {
    return this.ask(target, method, {}, this.account(account).access_token)
  }
}

export const enc = encodeURIComponent

export const list = (urns: string[]): string => `List(${urns.map(enc).join()})`
