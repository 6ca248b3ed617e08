import { createSandbox, Sandbox, WorldAccount, WorldPost } from "../index"

export const IGH = "graph.instagram.com"
export const FBH = "graph.facebook.com"

export interface GraphErrorBody {
  message: string
  type: string
  code: number
  error_subcode?: number
  error_user_title?: string
  error_data?: unknown
}

export interface Reply {
  status: number
  headers: Headers
  text: string
  // Bodies are read by tests that know their shape.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  body: any
  error: GraphErrorBody
}

/** A sandbox of one spec, with short ways to ask and to change it. */
export class Probe {
  accounts: WorldAccount[] = []
  posts: WorldPost[] = []

  private constructor(readonly sandbox: Sandbox) {}

  static async start(
    options: Parameters<typeof createSandbox>[0] = {}
  ): Promise<Probe> {
    const now = "2026-11-20T12:00:00Z"
    const probe = new Probe(await createSandbox({ now, ...options }))
    await probe.load()
    return probe
  }

  /** Starts over with the same options, so that one case cannot touch another. */
  async reset(): Promise<void> {
    this.sandbox.rebuild({ now: "2026-11-20T12:00:00Z" })
    await this.load()
  }

  async get(
    host: string,
    path: string,
    token?: string,
    init: RequestInit = {}
  ): Promise<Reply> {
    const response = await fetch(`${this.sandbox.url}/${host}${path}`, {
      ...init,
      headers: token ? { authorization: `Bearer ${token}` } : {},
    })
    const text = await response.text()
    let body
    try {
      body = JSON.parse(text)
    } catch {
      body = undefined
    }
    const { status, headers } = response
    return { status, headers, text, body, error: body?.error }
  }

  async control(method: string, path: string, input?: unknown) {
    const url = `${this.sandbox.url}/__sandbox${path}`
    const response = await fetch(url, {
      method,
      ...(input === undefined ? {} : { body: JSON.stringify(input) }),
    })
    // eslint-disable-next-line @typescript-eslint/no-explicit-any
    const body: any = await response.json()
    return { status: response.status, body }
  }

  set(change: Record<string, unknown>) {
    return this.control("POST", "/set", { platform: "instagram", ...change })
  }

  account(
    platform: WorldAccount["platform"],
    by: { login?: string; trait?: string } = {}
  ): WorldAccount {
    const found = this.accounts.find(
      (account) =>
        account.platform === platform &&
        (!by.login || account.settings.login === by.login) &&
        (by.trait ? account.traits.includes(by.trait) : account.demo)
    )
    if (!found) {
      throw new Error(`No such account: ${platform} ${JSON.stringify(by)}`)
    }
    return found
  }

  post(
    account: WorldAccount,
    wanted: { type?: string; product?: string; trait?: string } = {}
  ): string {
    const found = this.posts.find(
      (post) =>
        post.account_external_id === account.external_id &&
        (!wanted.type || post.media_type === wanted.type) &&
        (!wanted.product || post.media_product_type === wanted.product) &&
        (wanted.trait
          ? post.traits.includes(wanted.trait)
          : post.traits.length === 0)
    )
    if (!found) {
      throw new Error(`No such post: ${JSON.stringify(wanted)}`)
    }
    return found.platform_post_id
  }

  close(): Promise<void> {
    return this.sandbox.close()
  }

  private async load(): Promise<void> {
    const { body } = await this.control("GET", "/world")
    this.accounts = body.accounts
    this.posts = body.posts
  }
}
