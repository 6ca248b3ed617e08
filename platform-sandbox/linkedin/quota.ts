import { throttled } from "./refusals"
import { Situation } from "./situation"

/** Calls per UTC day in the Development tier (§2, §7). */
const DEVELOPMENT = { app: 500, member: 100 }

/** Counts calls per app and per member; both start again at midnight UTC. */
export class Quota {
  private day = ""
  private app = 0
  private members = new Map<string, number>()
  /** Limits of single members, set by hand. */
  readonly member_limits = new Map<string, number>()

  take(member: string, situation: Situation, now: Date): void {
    const day = now.toISOString().slice(0, 10)
    if (day !== this.day) {
      this.day = day
      this.app = 0
      this.members.clear()
    }
    const development = situation.tier === "development"
    const used = this.members.get(member) ?? 0
    const app_limit =
      situation.daily_limit ?? (development ? DEVELOPMENT.app : Infinity)
    const member_limit =
      this.member_limits.get(member) ??
      (development ? DEVELOPMENT.member : Infinity)
    if (this.app >= app_limit) {
      throw throttled("APPLICATION")
    }
    if (used >= member_limit) {
      throw throttled("APPLICATION_AND_MEMBER")
    }
    this.app += 1
    this.members.set(member, used + 1)
  }
}
