/** A clock for a module under test, set by the tests. */
export class TestClock {
  private time_: number

  constructor(private readonly start_ = "2026-11-02T12:00:00Z") {
    this.time_ = Date.parse(start_)
  }

  readonly now = (): Date => new Date(this.time_)

  reset(): void {
    this.time_ = Date.parse(this.start_)
  }

  passHours(hours: number): void {
    this.time_ += hours * 3600000
  }
}
