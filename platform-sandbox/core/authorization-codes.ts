import { letters } from "./hash"

/** What a kind of code needs to know of its world. */
interface CodeOptions {
  seed: number
  now_ms(): number
  lifetime_ms: number
  /** Characters of a code. */
  length: number
}

interface Kept<T> {
  consented: T
  expires_ms: number
  taken: boolean
}

/** Codes of a consent dialog: each is good once and for a short time. */
export class AuthorizationCodes<T> {
  private readonly kept_ = new Map<string, Kept<T>>()

  constructor(private readonly options_: CodeOptions) {}

  issue(consented: T): string {
    const { seed, length, lifetime_ms } = this.options_
    const code = letters(length, seed, "code", this.kept_.size)
    const expires_ms = this.options_.now_ms() + lifetime_ms
    this.kept_.set(code, { consented, expires_ms, taken: false })
    return code
  }

  /** Whether there ever was such a code. */
  knows(code: string): boolean {
    return this.kept_.has(code)
  }

  /**
   * What a code stands for; nothing for one that is unknown, late or taken. The
   * caller's checks come after: a failed exchange uses the code up as well.
   */
  take(code: string): T | undefined {
    const kept = this.kept_.get(code)
    if (!kept || kept.taken || this.options_.now_ms() >= kept.expires_ms) {
      return undefined
    }
    kept.taken = true
    return kept.consented
  }
}
