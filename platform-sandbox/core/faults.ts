import { unit } from "./hash"
import { Fault, SandboxRequest } from "./types"

const KINDS: Fault["kind"][] = [
  "latency",
  "status",
  "truncate",
  "html",
  "empty",
  "hang",
  "reset",
  "patch",
]

interface FaultRule {
  id: string
  fault: Fault
  match?: RegExp
  token?: RegExp
  seen: number
  struck: number
}

/** The faults that are waiting to strike, in the order they were added. */
export class FaultBook {
  private rules: FaultRule[] = []
  private last_id = 0

  constructor(private readonly seed: () => number) {}

  /** Throws on a rule that could never be applied, so that a typo in a test is seen. */
  add(fault: Fault): string {
    if (!KINDS.includes(fault.kind)) {
      throw new Error(`Unknown fault kind: ${String(fault.kind)}`)
    }
    const rule: FaultRule = {
      id: `fault_${++this.last_id}`,
      fault,
      seen: 0,
      struck: 0,
      ...(fault.match ? { match: new RegExp(fault.match) } : {}),
      ...(fault.token ? { token: new RegExp(fault.token) } : {}),
    }
    this.rules.push(rule)
    return rule.id
  }

  list() {
    return this.rules.map(({ id, fault, seen, struck }) => ({
      id,
      fault,
      seen,
      struck,
    }))
  }

  clear(): void {
    this.rules = []
  }

  /** The first rule that matches and has times left; counts the strike. */
  strike(
    host: string,
    request: SandboxRequest,
    token: string
  ): Fault | undefined {
    if (!this.rules.length) {
      return undefined
    }
    const { method, rawPath, rawQuery } = request
    const line = `${method} ${rawPath}${rawQuery ? `?${rawQuery}` : ""}`
    for (const rule of this.rules) {
      const { fault } = rule
      if (
        (fault.host && fault.host !== host) ||
        (rule.match && !rule.match.test(line)) ||
        (rule.token && !rule.token.test(token)) ||
        (fault.times !== undefined && rule.struck >= fault.times)
      ) {
        continue
      }
      rule.seen += 1
      if (rule.seen <= (fault.after ?? 0)) {
        continue
      }
      const drawn = unit(this.seed(), rule.id, rule.seen)
      if (drawn >= (fault.probability ?? 1)) {
        continue
      }
      rule.struck += 1
      return fault
    }
    return undefined
  }
}
