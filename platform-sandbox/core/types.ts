/**
 * The shapes that every stand-in platform of the sandbox shares.
 *
 * The sandbox knows nothing of `src/`: a field name that is wrong in a provider
 * must fail here instead of matching itself.
 */

/** A request as a stand-in platform sees it. `rawQuery` is untouched, for platforms that judge the encoding. */
export interface SandboxRequest {
  method: string
  /** Path below the host prefix, still percent-encoded, e.g. `/v26.0/179/insights`. */
  rawPath: string
  /** Query string as sent, without `?`. */
  rawQuery: string
  /** Decoded query; the last value wins when a key repeats. */
  query: Record<string, string>
  /** Lower-case header names. */
  headers: Record<string, string | undefined>
  body: string
  /** Address of this host as the client reaches it, e.g. `http://127.0.0.1:9100/graph.facebook.com`. */
  baseUrl: string
}

/** What a stand-in platform answers. `body` is sent as JSON unless it is a string. */
export interface SandboxAnswer {
  status: number
  headers?: Record<string, string>
  body: unknown
  /** Name the ledger counts this call under, e.g. `GET /{media-id}/insights`. */
  endpoint: string
  /** How many of the platform's own quota calls this request cost (an id of `ids=` costs one). Default 1. */
  quotaCalls?: number
  /** Platform the ledger books this call to, for an implementation that holds several; default its `name`. */
  platform?: string
  /** Object ids the request named, for the ledger's entries. */
  ids?: string[]
}

/** One identity the sandbox offers, with the token that opens it. */
export interface WorldAccount {
  platform: "instagram" | "facebook" | "twitter" | "linkedin"
  external_id: string
  username: string
  display_name: string
  access_token: string
  /** What a client states when it connects: Instagram `login`, LinkedIn `kind`. */
  settings: Record<string, string>
  scopes: string[]
  /** Part of the default demo, or there for tests of a special situation only. */
  demo: boolean
  /** Why the account is special, e.g. `no_comments_permission`, `expired_token`; empty for a plain one. */
  traits: string[]
}

/** One post of the sandbox. Numbers are functions of (seed, id, clock) and are read through `truth`. */
export interface WorldPost {
  platform: WorldAccount["platform"]
  account_external_id: string
  platform_post_id: string
  media_type: string | null
  media_product_type: string | null
  caption: string
  permalink: string
  /** UTC ISO 8601. */
  posted_at: string
  /** Why the post is special, e.g. `pre_conversion`, `deleted`, `hidden_likes`; empty for a plain one. */
  traits: string[]
}

/** Says which world to build; everything that is left out has the default world's value. */
export interface WorldOptions {
  seed?: number
  /** Start of the sandbox clock, UTC ISO 8601. Default: the real time at start. */
  now?: string
  /** Only plain posts and plain accounts (benchmarks). */
  plain?: boolean
  /** Posts per account and kind, for plain worlds, e.g. `{ instagram: { FEED: 50, REELS: 50 }, twitter: { post: 100 } }`. */
  posts?: Partial<Record<WorldAccount["platform"], Record<string, number>>>
  /** Plain accounts per platform (default 1). */
  accounts?: Partial<Record<WorldAccount["platform"], number>>
}

/** Where a stand-in platform gets the time and the seed from. */
export interface SandboxEnvironment {
  seed: number
  now(): Date
}

/** One stand-in platform: the hosts it answers for and the world it holds. */
export interface SandboxPlatform {
  name: string
  /** Host names it answers for; each is served below `/<host>`. */
  hosts: string[]
  /** Platforms it answers for when it holds more than the one in `name` (Meta: instagram and facebook share a host). */
  platforms?: WorldAccount["platform"][]
  /** Platform a request belongs to, asked for requests that a fault keeps from being handled; default `name`. */
  attribute?(host: string, request: SandboxRequest): string
  accounts(): WorldAccount[]
  posts(): WorldPost[]
  /** Posts that end by themselves after a day; a platform may count them among its posts or not. */
  stories?(): WorldPost[]
  /** The real numbers of a post at the sandbox clock, under the platform's own metric names; `null` for unknown ids. */
  truth(platformPostId: string): Record<string, unknown> | null
  /** Changes a situation at run time, e.g. `{ account: "178…", token: "expired" }`; returns false when it knows no such thing. */
  set(change: Record<string, unknown>): boolean
  handle(host: string, request: SandboxRequest): SandboxAnswer
  /** Sends webhooks; throws for what the platform would never send. */
  webhook?(order: Record<string, unknown>): Promise<unknown>
}

/** Builds a stand-in platform. Every platform folder default-exports one. */
export type SandboxPlatformFactory = (
  environment: SandboxEnvironment,
  options: WorldOptions
) => SandboxPlatform

/**
 * A fault to inject. The first rule that matches a request and has times left is applied.
 *
 * - `latency`: answer after `ms`
 * - `status`: answer `status` with `body` and `headers` instead of the platform
 * - `truncate`: cut the platform's body in the middle, connection closed normally
 * - `html`: an HTML error page with `status` (default 200)
 * - `empty`: an empty body with `status` (default 200)
 * - `hang`: accept and never answer
 * - `reset`: destroy the socket
 * - `patch`: merge `body` over the platform's JSON answer (shallow) before it is sent
 */
export interface Fault {
  kind:
    | "latency"
    | "status"
    | "truncate"
    | "html"
    | "empty"
    | "hang"
    | "reset"
    | "patch"
  /** Host name, e.g. `graph.facebook.com`; all hosts when absent. */
  host?: string
  /** Regular expression over `METHOD path?query` (raw). */
  match?: string
  /** Regular expression over the bearer token, to hit one account. */
  token?: string
  /** How often it strikes; unlimited when absent. */
  times?: number
  /** Let this many matching requests pass first. */
  after?: number
  /** Probability 0..1, drawn from the seed. Default 1. */
  probability?: number
  ms?: number
  status?: number
  body?: unknown
  headers?: Record<string, string>
}
