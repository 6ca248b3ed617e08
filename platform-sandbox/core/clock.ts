/** The sandbox clock: starts where it is told and runs with real time. */
export class SandboxClock {
  private offset_ms = 0

  constructor(start?: string) {
    if (start) {
      this.set(start)
    }
  }

  now(): Date {
    return new Date(Date.now() + this.offset_ms)
  }

  /** Jumps to a moment; throws on text that is no date. */
  set(moment: string): void {
    const target = Date.parse(moment)
    if (Number.isNaN(target)) {
      throw new Error(`Not a date: ${moment}`)
    }
    this.offset_ms = target - Date.now()
  }

  advance(seconds: number): void {
    if (!Number.isFinite(seconds)) {
      throw new Error("advance_seconds must be a number")
    }
    this.offset_ms += seconds * 1000
  }
}
