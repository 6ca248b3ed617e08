import type { Fault, Sandbox } from "../../../platform-sandbox"
import { hash, pick, unit } from "../../../platform-sandbox/core/hash"

const HOSTS = [
  "graph.instagram.com",
  "graph.facebook.com",
  "api.x.com",
  "api.linkedin.com",
]

type Kind = (seed: number, day: number, i: number) => Fault

/** What platforms do on a bad day, from harmless to rude. */
const KINDS: Record<string, Kind> = {
  "status 500": () => ({ kind: "status", status: 500 }),
  "status 503": () => ({ kind: "status", status: 503 }),
  html: () => ({ kind: "html", status: 502 }),
  "html with 200": () => ({ kind: "html" }),
  empty: () => ({ kind: "empty" }),
  truncate: () => ({ kind: "truncate" }),
  reset: () => ({ kind: "reset" }),
  latency: () => ({ kind: "latency", ms: 20 }),
  hang: () => ({ kind: "hang" }),
}

/** Hangs cost real time. */
const RARE: Record<string, number> = { hang: 0.15 }

const MOST_PER_DAY = 4

/** Faults at random, always the same for a seed. Counts those that struck. */
export class Trouble {
  /** How often each kind struck. */
  readonly struck: Record<string, number> = {}
  private readonly kinds_ = new Map<string, string>()

  constructor(
    private readonly seed_: number,
    private readonly faults_: Sandbox["faults"]
  ) {}

  /** Faults of a day, waiting to strike. */
  brew(day: number): void {
    this.collect()
    const count = hash(this.seed_, "faults", day) % (MOST_PER_DAY + 1)
    for (let i = 0; i < count; i++) {
      const kind = pick(Object.keys(KINDS), this.seed_, "kind", day, i)
      if (unit(this.seed_, "rare", day, i) >= (RARE[kind] ?? 1)) {
        continue
      }
      const id = this.faults_.add({
        ...(KINDS[kind] as Kind)(this.seed_, day, i),
        host: pick(HOSTS, this.seed_, "host", day, i),
        after: hash(this.seed_, "after", day, i) % 20,
        times: 1 + (hash(this.seed_, "times", day, i) % 2),
      })
      this.kinds_.set(id, kind)
    }
  }

  /** Counts what struck and takes the rest back. */
  collect(): void {
    for (const { id, struck } of this.faults_.list()) {
      const kind = this.kinds_.get(id)
      if (kind && struck > 0) {
        this.struck[kind] = (this.struck[kind] ?? 0) + struck
      }
    }
    this.faults_.clear()
    this.kinds_.clear()
  }
}
