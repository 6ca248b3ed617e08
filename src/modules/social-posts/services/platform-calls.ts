import {
  type CallBudget,
  MetricVerdicts,
  type PlatformAccount,
  type PlatformCall,
} from "../../../platform-kit"
import type { Knex } from "../sql/database"
import { loadBudgets } from "../sql/budgets"
import type { SyncAccount } from "../sql/load-claimed"
import { loadVerdicts } from "../sql/verdicts"
import { CLOCK, type Clock } from "../types/options"
import type CallBudgets from "./call-budgets"
import type TokenKeeper from "./token-keeper"
import type { OpenedToken } from "./token-keeper"

interface Dependencies {
  [CLOCK]: Clock
  callBudgets: CallBudgets
  tokenKeeper: TokenKeeper
}

/**
 * Makes the surroundings of platform calls: a token that works, the budget that
 * all accounts of a platform share, and what is known of refused metrics.
 */
export default class PlatformCalls {
  private readonly clock_: Clock
  private readonly budgets_: CallBudgets
  private readonly keeper_: TokenKeeper

  constructor(dependencies: Dependencies) {
    this.clock_ = dependencies[CLOCK]
    this.budgets_ = dependencies.callBudgets
    this.keeper_ = dependencies.tokenKeeper
  }

  /** The governor of a platform's calls in this process. */
  budgetOf(platform: string): CallBudget {
    return this.budgets_.of(platform)
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
          this.clock_,
          verdicts.filter((verdict) => verdict.platform === platform)
        ),
      ])
    )
  }

  /**
   * The call context of an account, with a token that is fresh. The account
   * tells from then on which tokens are in use.
   * @throws PlatformError `auth` when there is no token or a person is needed,
   *   `invalid` when it cannot be opened, or what passes
   */
  async open(
    account: SyncAccount,
    verdicts: MetricVerdicts,
    call: Pick<PlatformCall, "depth" | "onCall" | "signal">
  ): Promise<PlatformCall> {
    const token = await this.keeper_.fresh(account)
    account.tokens_ref = token.ref
    const opened: PlatformAccount = {
      id: account.id,
      external_id: account.external_id,
      username: account.username,
      scopes: account.scopes,
      settings: account.settings ?? {},
      access_token: token.access_token,
      own_app: token.own_app,
    }
    return {
      ...call,
      account: opened,
      budget: this.budgetOf(account.platform),
      verdicts,
      now: this.clock_,
      renewToken: this.renewalOf_(account, token),
    }
  }

  /** Renews once per call; a token that somebody else stored is always taken. */
  private renewalOf_(account: SyncAccount, first: OpenedToken) {
    let used = first
    return async (refused: string): Promise<string | null> => {
      if (refused !== used.access_token) {
        return used.access_token
      }
      const mayRenew = used === first
      const next = await this.keeper_.replace(account, used, mayRenew)
      if (next) {
        used = next
        account.tokens_ref = next.ref
      }
      return next?.access_token ?? null
    }
  }
}
