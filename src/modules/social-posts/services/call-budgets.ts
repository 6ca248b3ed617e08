import { CallBudget } from "../../../platform-kit"
import { CLOCK, type Clock, type ResolvedSocialOptions } from "../types/options"

interface Dependencies {
  socialOptions: ResolvedSocialOptions
  [CLOCK]: Clock
}

/** The governors of calls, one per platform: all its accounts share it. */
export default class CallBudgets {
  private readonly budgets_ = new Map<string, CallBudget>()
  private readonly options_: ResolvedSocialOptions
  private readonly clock_: Clock

  constructor(dependencies: Dependencies) {
    this.options_ = dependencies.socialOptions
    this.clock_ = dependencies[CLOCK]
  }

  /** The governor of a platform's calls in this process. */
  of(platform: string): CallBudget {
    const existing = this.budgets_.get(platform)
    if (existing) {
      return existing
    }
    const budget = new CallBudget({
      maxDelayMs: this.options_.max_pacing_ms,
      now: this.clock_,
    })
    this.budgets_.set(platform, budget)
    return budget
  }
}
