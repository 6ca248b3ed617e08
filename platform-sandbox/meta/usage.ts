import { GraphError } from "./errors"
import { MINUTE } from "./time"

/** Which counter a call is booked on (meta-common §6.1). */
export type BucketType = "instagram" | "pages" | "user" | "app"

export interface Bucket {
  type: BucketType
  /** Account id, user id or `app`. */
  id: string
  /** Instagram reports a second key: the business behind the account. */
  business_id?: string
}

interface Counter {
  calls: number
  /** Percent before the calls since the last change are added. */
  base: number
  per_call: number
  regain_minutes: number
  blocked_until: number
}

/** A quiet budget: a percent is used up by this many calls. */
const CALLS_PER_PERCENT = 50_000
const DEFAULT_REGAIN_MINUTES = 15

const CODES: Record<BucketType, [number, string]> = {
  instagram: [
    80002,
    "(#80002) There have been too many calls to this Instagram account. Wait a " +
      "bit and try again. For more info, please refer to " +
      "https://developers.facebook.com/docs/graph-api/overview/rate-limiting.",
  ],
  pages: [
    80001,
    "(#80001) There have been too many calls to this Page account. Wait a bit " +
      "and try again. For more info, please refer to " +
      "https://developers.facebook.com/docs/graph-api/overview/rate-limiting.",
  ],
  user: [17, "(#17) User request limit reached"],
  app: [4, "(#4) Application request limit reached"],
}

/** Usage counters of every bucket, and the headers that tell of them. */
export class UsageMeter {
  private readonly counters = new Map<string, Counter>()

  /** Sets a bucket to a percentage; `regain_minutes` counts once it is full. */
  set(
    id: string,
    percent: number,
    now: number,
    regain_minutes = DEFAULT_REGAIN_MINUTES,
    per_call = 0
  ): void {
    this.counters.set(id, {
      calls: 0,
      base: percent,
      per_call,
      regain_minutes,
      blocked_until: percent >= 100 ? now + regain_minutes * MINUTE : 0,
    })
  }

  /** Books calls. A full bucket refuses, and every refusal prolongs the wait. */
  book(bucket: Bucket, calls: number, now: number): GraphError | undefined {
    const counter = this.counter(bucket.id)
    if (counter.blocked_until && now >= counter.blocked_until) {
      Object.assign(counter, { calls: 0, base: 0, blocked_until: 0 })
    }
    if (this.percent(counter) >= 100) {
      if (counter.blocked_until) {
        counter.blocked_until += MINUTE
      } else {
        counter.blocked_until = now + counter.regain_minutes * MINUTE
      }
      const [code, message] = CODES[bucket.type]
      return new GraphError({ message, code })
    }
    counter.calls += calls
    return undefined
  }

  /** Usage headers: app or user token, or business use case (meta-common §6.2). */
  headers(bucket: Bucket, now: number): Record<string, string> {
    const counter = this.shown(bucket)
    // The first answers of a quiet bucket come without the header.
    if (counter.calls <= 1 && counter.base === 0) {
      return {}
    }
    const percent = Math.min(Math.round(this.percent(counter)), 100)
    const side = Math.round(percent * 0.9)
    const figures = {
      call_count: percent,
      total_cputime: side,
      total_time: side,
    }
    if (bucket.type === "user" || bucket.type === "app") {
      return { "x-app-usage": JSON.stringify(figures) }
    }
    const wait = counter.blocked_until - now
    const entry = {
      type: bucket.type,
      ...figures,
      // 0 below 100 %: "not blocked", never "safe".
      estimated_time_to_regain_access: wait > 0 ? Math.ceil(wait / MINUTE) : 0,
    }
    const keys = bucket.business_id
      ? [bucket.business_id, bucket.id]
      : [bucket.id]
    return {
      "x-business-use-case-usage": JSON.stringify(
        Object.fromEntries(keys.map((key) => [key, [entry]]))
      ),
    }
  }

  /** `x-app-usage` tells of whichever is fuller, the user or the whole app. */
  private shown(bucket: Bucket): Counter {
    const own = this.counter(bucket.id)
    if (bucket.type !== "user") {
      return own
    }
    const app = this.counter("app")
    return this.percent(app) > this.percent(own) ? app : own
  }

  private percent(counter: Counter): number {
    const per_call = counter.per_call || 1 / CALLS_PER_PERCENT
    return counter.base + counter.calls * per_call
  }

  private counter(id: string): Counter {
    let counter = this.counters.get(id)
    if (!counter) {
      counter = {
        calls: 0,
        base: 0,
        per_call: 0,
        regain_minutes: DEFAULT_REGAIN_MINUTES,
        blocked_until: 0,
      }
      this.counters.set(id, counter)
    }
    return counter
  }
}
