/**
 * The sandbox clock: starts where it is told and runs with real time, unless it
 * is held.
 */
export class SandboxClock {
  private offset_ms = 0
  private held_ms: number | null = null

  constructor(start?: string) {
    if (start) {
      this.set(start)
    }
  }

  now(): Date {
    return new Date(this.held_ms ?? Date.now() + this.offset_ms)
  }

  /** Jumps to a moment; throws on text that is no date. */
  set(moment: string): void {
    const target = Date.parse(moment)
    if (Number.isNaN(target)) {
      throw new Error(`Not a date: ${moment}`)
    }
    this.offset_ms = target - Date.now()
    this.held_ms = null
  }

  /** Stands still at a moment, until it is set, for worlds played step by step. */
  hold(moment: Date): void {
    this.held_ms = moment.getTime()
  }

  advance(seconds: number): void {
    if (!Number.isFinite(seconds)) {
      throw new Error("advance_seconds must be a number")
    }
    this.offset_ms += seconds * 1000
    if (this.held_ms !== null) {
      this.held_ms += seconds * 1000
    }
  }
}
