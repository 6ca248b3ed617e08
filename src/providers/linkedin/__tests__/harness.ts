import {
  CallBudget,
  MetricVerdicts,
  type PlatformCall,
  type PlatformPost,
  type PostResult,
} from "../../../platform-kit"
import {
  type Sandbox,
  startSandbox,
} from "../../../../platform-sandbox/core/server"
import createLinkedIn from "../../../../platform-sandbox/linkedin"
import type {
  WorldAccount,
  WorldOptions,
  WorldPost,
} from "../../../../platform-sandbox/core/types"
import { LinkedInPlatform } from "../platform"

export const NOW = "2026-11-15T12:00:00.000Z"

export interface Harness {
  sandbox: Sandbox
  platform: LinkedInPlatform
  /** The plain page, or the account with a trait. */
  account(trait?: string): WorldAccount
  member(): WorldAccount
  posts(account: WorldAccount): WorldPost[]
  call(account: WorldAccount, more?: Partial<PlatformCall>): PlatformCall
  set(change: Record<string, unknown>): void
  calls(): Record<string, number>
}

/** A stand-in for LinkedIn with the real provider in front of it. */
export async function startHarness(
  options: WorldOptions = {},
  providerOptions: Record<string, unknown> = {}
): Promise<Harness> {
  const sandbox = await startSandbox([createLinkedIn], { now: NOW, ...options })
  // Numbers grow with the clock: they must not between a reading and its check.
  jest.spyOn(sandbox.clock, "now").mockReturnValue(new Date(NOW))
  const platform = new LinkedInPlatform(
    {},
    {
      base_url: `${sandbox.url}/api.linkedin.com`,
      retry_base_ms: 1,
      ...providerOptions,
    }
  )
  return {
    sandbox,
    platform,
    account: (trait) =>
      sandbox.world
        .accounts()
        .find(({ traits }) =>
          trait ? traits.includes(trait) : traits.length === 0
        ) as WorldAccount,
    member: () =>
      sandbox.world
        .accounts()
        .find(({ settings }) => settings.kind === "member") as WorldAccount,
    posts: (account) =>
      sandbox.world
        .posts()
        .filter(
          ({ account_external_id }) =>
            account_external_id === account.external_id
        ),
    call: (account, more) => callFor(account, sandbox.clock.now(), more),
    set: (change) => {
      if (!sandbox.world.named("linkedin")?.set(change)) {
        throw new Error(`The sandbox knows no ${JSON.stringify(change)}`)
      }
    },
    calls: () => sandbox.ledger.summary().platforms.linkedin?.endpoints ?? {},
  }
}

function callFor(
  account: WorldAccount,
  now: Date,
  more: Partial<PlatformCall> = {}
): PlatformCall {
  return {
    account: {
      id: "sacc_1",
      external_id: account.external_id,
      username: account.username,
      scopes: account.scopes,
      settings: account.settings,
      access_token: account.access_token,
    },
    depth: "bulk",
    budget: new CallBudget({ now: () => now, sleep: async () => {} }),
    verdicts: new MetricVerdicts("linkedin", () => now),
    now: () => now,
    ...more,
  }
}

export function toPlatformPost(
  { platform_post_id, media_type, media_product_type, posted_at }: WorldPost,
  more: Partial<PlatformPost> = {}
): PlatformPost {
  return {
    id: `spost_${platform_post_id}`,
    platform_post_id,
    media_type,
    media_product_type,
    posted_at: new Date(posted_at),
    insights_blocked: null,
    known: {},
    ...more,
  }
}

export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const item of items) {
    all.push(item)
  }
  return all
}

/** Results by platform id. */
export async function readAll(
  harness: Harness,
  call: PlatformCall,
  posts: readonly PlatformPost[]
): Promise<Map<string, PostResult>> {
  const results = await collect(harness.platform.fetchInsights(call, posts))
  expect(results).toHaveLength(posts.length)
  return new Map(results.map((one) => [one.post.platform_post_id, one]))
}
