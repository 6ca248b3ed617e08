import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { CALLBACK } from "../../__tests__/answer-consent"
import { CallBudget } from "../../call-budget"
import type {
  PlatformAccount,
  PlatformCall,
  PlatformPost,
  PostResult,
} from "../../contract"
import { PlatformError } from "../../errors"
import { MetricVerdicts } from "../../verdicts"
import type { SandboxPost } from "./sandbox-post"

export const RECORDED = join(__dirname, "../../../../../shared/recorded")
export const describeRecorded = existsSync(RECORDED) ? describe : describe.skip

export interface Recorded {
  response: { status: number; body: unknown }
  expect: Record<string, unknown>
}

export function recorded(name: string): Recorded {
  return JSON.parse(readFileSync(join(RECORDED, `${name}.json`), "utf8"))
}

export interface TestCall extends PlatformCall {
  calls: string[]
}

export function testCall(
  account: Partial<PlatformAccount>,
  options: Partial<PlatformCall> = {}
): TestCall {
  const calls: string[] = []
  const now = options.now ?? (() => new Date())
  return {
    account: {
      id: "sacc_1",
      external_id: "1",
      username: null,
      scopes: null,
      settings: {},
      access_token: "secret-token",
      ...account,
    },
    depth: "bulk",
    budget: new CallBudget({ now, sleep: async () => undefined }),
    verdicts: new MetricVerdicts("test", now),
    now,
    onCall: (endpoint) => calls.push(endpoint),
    ...options,
    calls,
  }
}

export function testPost(post: Partial<PlatformPost>): PlatformPost {
  return {
    id: `spost_${post.platform_post_id ?? "1"}`,
    platform_post_id: "1",
    media_type: null,
    media_product_type: null,
    posted_at: null,
    insights_blocked: null,
    known: {},
    ...post,
  }
}

/** A post as the plugin stores it, from one of the sandbox. */
export function storedPost(post: SandboxPost): PlatformPost {
  return testPost({
    platform_post_id: post.platform_post_id,
    media_type: post.media_type,
    media_product_type: post.media_product_type,
    posted_at: new Date(post.posted_at),
  })
}

export async function resultsById(
  results: AsyncIterable<PostResult>
): Promise<Map<string, PostResult>> {
  const all = new Map<string, PostResult>()
  for await (const result of results) {
    const id = result.post.platform_post_id
    if (all.has(id)) {
      throw new Error(`two results for ${id}`)
    }
    all.set(id, result)
  }
  return all
}

export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const item of items) {
    all.push(item)
  }
  return all
}

export async function errorOf(
  act: () => unknown | Promise<unknown>
): Promise<PlatformError> {
  try {
    await act()
  } catch (thrown) {
    return PlatformError.from(thrown)
  }
  throw new Error("expected an error")
}

/** What a consent page is asked for, but for the flow. */
export const REQUEST = {
  redirect_uri: CALLBACK,
  state: "state & more",
  code_challenge: null,
  granted: null,
}
