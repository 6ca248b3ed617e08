import { PlatformError } from "./errors"

/** How much of a limit is used, as the platform's headers say. */
export interface UsageReading {
  scope: "account" | "app"
  /** Which limit, unique over all platforms: `app:twitter`, `account:sacc_1:GET /2/tweets`. */
  bucket: string
  /** 0 to 1, or above. */
  used: number
  resets_at: Date | null
}

export interface BudgetState extends UsageReading {
  parked_until: Date | null
  observed_at: Date
}

/** From here on calls are spread; there they stop. */
const SLOW_DOWN_AT = 0.75
const STOP_AT = 0.95
/** A reading without a reset time says nothing after this long. */
const STALE_AFTER_MS = 60 * 60 * 1000
/** A full bucket without a reset time is asked again after this long. */
const DEFAULT_PARK_MS = 15 * 60 * 1000

export interface CallBudgetOptions {
  now?: () => Date
  sleep?: (ms: number) => Promise<void>
  /** Longest pause before one call, reached at 95 %. Default 5 seconds. */
  maxDelayMs?: number
  /** What other processes saw last (from the database). */
  states?: readonly BudgetState[]
}

/**
 * The governor of calls. It learns from the usage headers of every answer,
 * slows down from 75 %, stops at 95 % and parks a limit that was hit. One
 * instance serves all accounts of a platform; the database carries its states
 * to other processes.
 */
export class CallBudget {
  private readonly states_ = new Map<string, BudgetState>()
  private readonly changed_ = new Set<string>()
  private readonly now_: () => Date
  private readonly sleep_: (ms: number) => Promise<void>
  private readonly maxDelayMs_: number

  constructor(options: CallBudgetOptions = {}) {
    this.now_ = options.now ?? (() => new Date())
    this.sleep_ =
      options.sleep ?? ((ms) => new Promise((done) => setTimeout(done, ms)))
    this.maxDelayMs_ = options.maxDelayMs ?? 5000
    this.load(options.states ?? [])
  }

  /** Takes over what other processes saw, where it is newer. */
  load(states: readonly BudgetState[]): void {
    for (const state of states) {
      const own = this.states_.get(state.bucket)
      if (!own || own.observed_at < state.observed_at) {
        this.states_.set(state.bucket, { ...state })
      }
    }
  }

  /**
   * Waits until a call on these buckets is wise.
   * @throws PlatformError `rate_limit` when one of them is spent or parked
   */
  async admit(buckets: readonly string[]): Promise<void> {
    let delay = 0
    for (const bucket of buckets) {
      const state = this.states_.get(bucket)
      if (state) {
        this.refuseWhenSpent_(state)
        delay = Math.max(delay, this.delayFor_(state))
      }
    }
    if (delay > 0) {
      await this.sleep_(delay)
    }
  }

  /** Learns from the headers of an answer. */
  observe(readings: readonly UsageReading[]): void {
    for (const reading of readings) {
      const parked = this.states_.get(reading.bucket)?.parked_until ?? null
      this.put_({
        ...reading,
        parked_until: parked,
        observed_at: this.now_(),
      })
    }
  }

  /** Parks a bucket after a limit was hit. */
  park(scope: "account" | "app", bucket: string, until: Date | null): void {
    const parked_until =
      until ?? new Date(this.now_().getTime() + DEFAULT_PARK_MS)
    this.put_({
      scope,
      bucket,
      used: 1,
      resets_at: parked_until,
      parked_until,
      observed_at: this.now_(),
    })
  }

  /** When a bucket opens again, or `null` when it is open. */
  parkedUntil(bucket: string): Date | null {
    const until = this.states_.get(bucket)?.parked_until ?? null
    return until && until > this.now_() ? until : null
  }

  /** States that changed since the last call, to be written to the database. */
  takeChanges(): BudgetState[] {
    const changes = [...this.changed_].flatMap(
      (bucket) => this.states_.get(bucket) ?? []
    )
    this.changed_.clear()
    return changes
  }

  private put_(state: BudgetState): void {
    this.states_.set(state.bucket, state)
    this.changed_.add(state.bucket)
  }

  private isStale_(state: BudgetState): boolean {
    const now = this.now_().getTime()
    const believed = state.used >= STOP_AT ? DEFAULT_PARK_MS : STALE_AFTER_MS
    return state.resets_at
      ? state.resets_at.getTime() <= now
      : now - state.observed_at.getTime() >= believed
  }

  private refuseWhenSpent_(state: BudgetState): void {
    const parked = this.parkedUntil(state.bucket)
    const spent = !this.isStale_(state) && state.used >= STOP_AT
    if (!parked && !spent) {
      return
    }
    const retry_at =
      parked ??
      state.resets_at ??
      new Date(state.observed_at.getTime() + DEFAULT_PARK_MS)
    throw new PlatformError({
      kind: "rate_limit",
      scope: state.scope,
      code: parked ? "parked" : "budget_spent",
      message: `Rate limit exceeded: the platform's limit for this ${state.scope} is used up. Syncing continues by itself after ${retry_at.toISOString()}.`,
      retry_at,
    })
  }

  private delayFor_(state: BudgetState): number {
    if (this.isStale_(state) || state.used < SLOW_DOWN_AT) {
      return 0
    }
    const share = (state.used - SLOW_DOWN_AT) / (STOP_AT - SLOW_DOWN_AT)
    return Math.round(Math.min(1, share) * this.maxDelayMs_)
  }
}
