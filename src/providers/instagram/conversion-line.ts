import type { PostReading } from "../../platform-kit"

/** So many posts in a row without insights are no coincidence. */
const ENOUGH = 5

/**
 * When an account became professional, as far as its posts tell. All posts from
 * before have no insights, and on a host that answers all or nothing each of
 * them costs calls: behind the line they are not asked for.
 */
export class ConversionLine {
  private readonly before_: number[] = []
  private oldestRead_ = Infinity

  /** Learns from a post that was asked for its insights. */
  note(postedAt: Date | null, reading: PostReading | null): void {
    if (!postedAt || !reading) {
      return
    }
    if (reading.insights_blocked) {
      this.before_.push(postedAt.getTime())
    } else if (typeof reading.metrics.reach === "number") {
      this.oldestRead_ = Math.min(this.oldestRead_, postedAt.getTime())
    }
  }

  isBehind(postedAt: Date | null): boolean {
    const row = this.before_.filter((time) => time < this.oldestRead_)
    return (
      postedAt !== null &&
      row.length >= ENOUGH &&
      postedAt.getTime() < Math.max(...row)
    )
  }
}
