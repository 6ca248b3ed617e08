/** Requests per window; an absent side falls back to the other. */
export interface RateLimit {
  app?: number
  user?: number
  /** A second, short limit: one request per second. */
  per_second?: boolean
}

const WINDOW_S = 15 * 60

interface Bucket {
  limit: number
  remaining: number
  /** Epoch seconds. */
  reset: number
}

/** A limit someone set by hand, for one owner and endpoint or for all. */
interface Override {
  owner?: string
  endpoint?: string
  limit?: number
}

/** Requests left per window, one bucket per token owner and endpoint (§6). */
export class RateLimiter {
  private readonly buckets = new Map<string, Bucket>()
  private readonly seconds = new Map<string, number>()
  private overrides: Override[] = []
  private pending: { override: Override; bucket: Partial<Bucket> }[] = []

  /** Counts a request; returns its headers and whether it was too many. */
  take(
    owner: string,
    endpoint: string,
    limit: number,
    per_second: boolean,
    now_ms: number
  ): { headers: Record<string, string>; exceeded: boolean } {
    const now_s = Math.floor(now_ms / 1000)
    const bucket = this.bucket(owner, endpoint, limit, now_s)
    let exceeded = bucket.remaining <= 0
    const key = `${owner} ${endpoint}`
    if (!exceeded && per_second && this.seconds.get(key) === now_s) {
      return { headers: headersOf(1, 0, now_s + 1), exceeded: true }
    }
    if (!exceeded) {
      bucket.remaining -= 1
      this.seconds.set(key, now_s)
    }
    const { remaining, reset } = bucket
    return { headers: headersOf(bucket.limit, remaining, reset), exceeded }
  }

  /** Puts the buckets of an owner and endpoint (or of all) into a state. */
  set(
    override: Override,
    remaining: number | undefined,
    reset_in_seconds: number | undefined,
    now_ms: number
  ): void {
    this.overrides = [override, ...this.overrides]
    const bucket: Partial<Bucket> = {
      ...(override.limit !== undefined ? { limit: override.limit } : {}),
      ...(remaining !== undefined ? { remaining } : {}),
      reset: Math.ceil(now_ms / 1000) + (reset_in_seconds ?? WINDOW_S),
    }
    this.pending = [{ override, bucket }, ...this.pending]
    for (const key of this.buckets.keys()) {
      const [owner, ...endpoint] = key.split(" ")
      if (covers(override, owner ?? "", endpoint.join(" "))) {
        this.buckets.delete(key)
      }
    }
  }

  clear(): void {
    this.buckets.clear()
    this.seconds.clear()
    this.overrides = []
    this.pending = []
  }

  private bucket(
    owner: string,
    endpoint: string,
    usual: number,
    now_s: number
  ): Bucket {
    const key = `${owner} ${endpoint}`
    const known = this.buckets.get(key)
    if (known && known.reset > now_s) {
      return known
    }
    const limit =
      this.overrides.find(
        (entry) => entry.limit !== undefined && covers(entry, owner, endpoint)
      )?.limit ?? usual
    const fresh = { limit, remaining: limit, reset: now_s + WINDOW_S }
    const state = this.pending.find(
      ({ override, bucket }) =>
        covers(override, owner, endpoint) && (bucket.reset ?? 0) > now_s
    )
    const bucket = { ...fresh, ...state?.bucket }
    bucket.remaining = Math.min(bucket.remaining, bucket.limit)
    this.buckets.set(key, bucket)
    return bucket
  }
}

function covers(override: Override, owner: string, endpoint: string): boolean {
  return (
    (override.owner === undefined || override.owner === owner) &&
    (override.endpoint === undefined || override.endpoint === endpoint)
  )
}

function headersOf(limit: number, remaining: number, reset: number) {
  return {
    "x-rate-limit-limit": String(limit),
    "x-rate-limit-remaining": String(remaining),
    "x-rate-limit-reset": String(reset),
  }
}
