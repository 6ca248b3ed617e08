import { SandboxAnswer, SandboxPlatform, WorldOptions } from "../../core/types"
import createTwitter from "../index"

export const NOW = "2026-11-21T10:00:00.000Z"

export type Body = {
  data?: any
  includes?: Record<string, any[]>
  errors?: any[]
  meta?: any
  [key: string]: any
}

/** A stand-in with a clock of its own and short ways to ask it. */
export class Client {
  time = Date.parse(NOW)
  readonly platform: SandboxPlatform

  constructor(options: WorldOptions = {}) {
    const now = () => new Date(this.time)
    this.platform = createTwitter({ seed: options.seed ?? 7, now }, options)
  }

  account(trait?: string) {
    return this.platform
      .accounts()
      .find(({ traits }) => (trait ? traits.includes(trait) : !traits.length))!
  }

  /** Posts of the demo account with a trait, or plain ones. */
  ids(trait?: string): string[] {
    const owner = this.account().external_id
    return this.platform
      .posts()
      .filter((post) => post.account_external_id === owner)
      .filter(({ traits }) => (trait ? traits.includes(trait) : !traits.length))
      .map(({ platform_post_id }) => platform_post_id)
  }

  id(trait?: string): string {
    return this.ids(trait)[0] as string
  }

  ask(
    path: string,
    query: Record<string, string> = {},
    token: string | null = this.account().access_token
  ): SandboxAnswer & { body: Body } {
    const answer = this.platform.handle("api.x.com", {
      method: "GET",
      rawPath: path,
      rawQuery: new URLSearchParams(query).toString(),
      query,
      headers: token ? { authorization: `Bearer ${token}` } : {},
      body: "",
      baseUrl: "http://127.0.0.1/api.x.com",
    })
    return answer as SandboxAnswer & { body: Body }
  }
}
