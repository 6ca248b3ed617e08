import { redact } from "./redact"
import { SandboxAnswer, SandboxRequest } from "./types"

const KEPT_ENTRIES = 1000

export interface LedgerCount {
  calls: number
  quota_calls: number
  errors: number
  endpoints: Record<string, number>
}

export interface LedgerEntry {
  at: string
  platform: string
  method: string
  path: string
  query: string
  status: number
  ids?: string[]
  fault?: string
}

/** What the ledger needs to know of an answer; a fault has no endpoint of its own. */
export type LedgerAnswer = Pick<
  SandboxAnswer,
  "status" | "endpoint" | "quotaCalls" | "ids"
>

/** Counts every platform request, faulted ones included. */
export class Ledger {
  private total = 0
  private counts = new Map<string, LedgerCount>()
  private kept: LedgerEntry[] = []
  private next = 0

  constructor(private readonly names: string[]) {
    this.reset()
  }

  record(
    at: Date,
    platform: string,
    request: SandboxRequest,
    answer: LedgerAnswer,
    fault?: string
  ): void {
    const count = this.count(platform)
    this.total += 1
    count.calls += 1
    count.quota_calls += answer.quotaCalls ?? 1
    // Status 0 stands for a request that got no answer (hang, reset).
    if (answer.status >= 400 || answer.status === 0) {
      count.errors += 1
    }
    count.endpoints[answer.endpoint] =
      (count.endpoints[answer.endpoint] ?? 0) + 1
    this.keep({
      at: at.toISOString(),
      platform,
      method: request.method,
      path: request.rawPath,
      query: request.rawQuery,
      status: answer.status,
      ...(answer.ids ? { ids: answer.ids } : {}),
      ...(fault ? { fault } : {}),
    })
  }

  summary() {
    return { total: this.total, platforms: Object.fromEntries(this.counts) }
  }

  /** The last requests, oldest first, without any credential. */
  entries(): LedgerEntry[] {
    const ordered = [
      ...this.kept.slice(this.next),
      ...this.kept.slice(0, this.next),
    ]
    return ordered.map((entry) => ({
      ...entry,
      path: redact(entry.path),
      query: redact(entry.query),
    }))
  }

  reset(): void {
    this.total = 0
    this.kept = []
    this.next = 0
    this.counts = new Map()
    for (const name of this.names) {
      this.count(name)
    }
  }

  private count(platform: string): LedgerCount {
    let count = this.counts.get(platform)
    if (!count) {
      count = { calls: 0, quota_calls: 0, errors: 0, endpoints: {} }
      this.counts.set(platform, count)
    }
    return count
  }

  private keep(entry: LedgerEntry): void {
    // A ring, and redaction only when read: recording is on the hot path.
    if (this.kept.length < KEPT_ENTRIES) {
      this.kept.push(entry)
      return
    }
    this.kept[this.next] = entry
    this.next = (this.next + 1) % KEPT_ENTRIES
  }
}
