import {
  CallBudget,
  MetricVerdicts,
  PlatformError,
  type PlatformAccount,
  type PlatformCall,
} from "../../../platform-kit"
import type { Knex } from "../sql/database"
import { loadBudgets } from "../sql/budgets"
import type { SyncAccount } from "../sql/load-claimed"
import { loadVerdicts } from "../sql/verdicts"
import type { ResolvedSocialOptions } from "../types/options"
import type SecretBox from "./secret-box"

interface Dependencies {
  socialOptions: ResolvedSocialOptions
  secretBox: SecretBox
}

/**
 * Makes the surroundings of platform calls: the opened token, the budget that
 * all accounts of a platform share, and what is known of refused metrics.
 */
export default class PlatformCalls {
  private readonly budgets_ = new Map<string, CallBudget>()
  private readonly options_: ResolvedSocialOptions
  private readonly secretBox_: SecretBox

  constructor({ socialOptions, secretBox }: Dependencies) {
    this.options_ = socialOptions
    this.secretBox_ = secretBox
  }

  /** The governor of a platform's calls in this process. */
  budgetOf(platform: string): CallBudget {
    const existing = this.budgets_.get(platform)
    if (existing) {
      return existing
    }
    const budget = new CallBudget({ maxDelayMs: this.options_.max_pacing_ms })
    this.budgets_.set(platform, budget)
    return budget
  }

  /** Takes over what other processes learned, before a run reads anything. */
  async refresh(
    knex: Knex,
    platforms: readonly string[],
    now: Date
  ): Promise<Map<string, MetricVerdicts>> {
    const [states, verdicts] = await Promise.all([
      loadBudgets(knex),
      loadVerdicts(knex, platforms, now),
    ])
    platforms.forEach((platform) => this.budgetOf(platform).load(states))
    return new Map(
      platforms.map((platform) => [
        platform,
        new MetricVerdicts(
          platform,
          verdicts.filter((verdict) => verdict.platform === platform)
        ),
      ])
    )
  }

  /**
   * The call context of an account, with its token opened.
   * @throws PlatformError `auth` when there is no token or it cannot be opened
   */
  open(
    account: SyncAccount,
    verdicts: MetricVerdicts,
    call: Pick<PlatformCall, "depth" | "onCall" | "signal">
  ): PlatformCall {
    if (!account.sealed_token) {
      throw new PlatformError({
        kind: "auth",
        scope: "account",
        code: "no_token",
        message: "The account has no token. Reconnect the account.",
      })
    }
    const opened: PlatformAccount = {
      id: account.id,
      external_id: account.external_id,
      username: account.username,
      scopes: account.scopes,
      settings: account.settings ?? {},
      access_token: this.secretBox_.open(account.sealed_token, account.id),
    }
    return {
      ...call,
      account: opened,
      budget: this.budgetOf(account.platform),
      verdicts,
      now: () => new Date(),
    }
  }
}
