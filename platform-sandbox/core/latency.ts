import { setTimeout as wait } from "node:timers/promises"

/** How long every answer of a platform takes. */
export class Latency {
  private change = new AbortController()

  constructor(private ms: number) {}

  /** Answers that are waiting come at once, so a test can end a slow time. */
  set(ms: number): void {
    this.ms = ms
    this.change.abort()
    this.change = new AbortController()
  }

  /** Waits as long as an answer takes now, and `more` milliseconds. */
  async pass(more = 0): Promise<void> {
    const delay = this.ms + more
    if (delay > 0) {
      const { signal } = this.change
      await wait(delay, undefined, { signal }).catch(() => undefined)
    }
  }
}
