import {
  ContainerRegistrationKeys,
  MedusaError,
} from "@medusajs/framework/utils"
import type { AbstractSocialPlatform } from "../../../platform-kit"
import { accountLimits } from "../health/account-limits"
import { findProblems, type TokenAnswer } from "../health/find-problems"
import { missingScopes } from "../health/missing-scopes"
import { refusedMetrics } from "../health/refused-metrics"
import { tokenHealth } from "../health/token-health"
import { versionHealth } from "../health/version-health"
import {
  type AccountState,
  loadAccountState,
  loadRefusals,
} from "../sql/account-health"
import { loadBudgets } from "../sql/budgets"
import { loadCredential, type StoredCredential } from "../sql/credentials"
import type { Knex } from "../sql/database"
import { loadAccounts, type SyncAccount } from "../sql/load-claimed"
import type { AccountCheck, MissingScope } from "../types/health"
import { CLOCK, type Clock } from "../types/options"
import type PlatformRegistry from "./platform-registry"
import type TokenInspector from "./token-inspector"

interface Dependencies {
  [ContainerRegistrationKeys.PG_CONNECTION]: Knex
  [CLOCK]: Clock
  platformRegistry: PlatformRegistry
  tokenInspector: TokenInspector
}

/** Says how accounts are, and what somebody should do about it. */
export default class AccountHealth {
  private readonly knex_: Knex
  private readonly clock_: Clock
  private readonly registry_: PlatformRegistry
  private readonly inspector_: TokenInspector

  constructor(dependencies: Dependencies) {
    this.knex_ = dependencies[ContainerRegistrationKeys.PG_CONNECTION]
    this.clock_ = dependencies[CLOCK]
    this.registry_ = dependencies.platformRegistry
    this.inspector_ = dependencies.tokenInspector
  }

  /**
   * Asks the platform how an account is, and keeps what it learns: permissions
   * and ends of the token; a dead token makes an active account wait for a
   * person, a working one lets a waiting account go on. Trouble on the way to
   * the platform changes nothing.
   * @throws MedusaError 404 for an unknown account, 400 for a disconnected one
   */
  async check(id: string): Promise<AccountCheck> {
    const account = (await loadAccounts(this.knex_, [id])).get(id)
    if (!account) {
      throw notFound(id)
    }
    if (account.status === "disconnected") {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `There is nothing to check. ${account.status_reason ?? "The account was disconnected."}`
      )
    }
    const platform = this.registry_.find(account.platform)
    const answer = platform
      ? await this.inspector_.inspect(account, platform)
      : notConfigured(account.platform)
    const [state, credential] = await Promise.all([
      loadAccountState(this.knex_, id),
      loadCredential(this.knex_, id),
    ])
    if (!state) {
      throw notFound(id)
    }
    return this.judge_(account, platform, answer, state, credential)
  }

  private async judge_(
    account: SyncAccount,
    platform: AbstractSocialPlatform | null,
    answer: TokenAnswer,
    state: AccountState,
    credential: StoredCredential | null
  ): Promise<AccountCheck> {
    const now = this.clock_()
    const [budgets, refusals] = await Promise.all([
      loadBudgets(this.knex_),
      loadRefusals(this.knex_, account.platform, now),
    ])
    const { settings } = account
    const missing = platform
      ? missingScopes(platform, { ...state, settings }, state.scopes)
      : []
    const { parked_until } = state
    const limits = accountLimits({ ...account, parked_until }, budgets, now)
    const api_version = versionHealth(platform?.apiVersion() ?? null, now)
    const isWanted = ({ needed_for }: MissingScope) =>
      // Whatever connecting needed: the account is connected.
      (needed_for === "numbers" && account.sync_numbers) ||
      (needed_for === "comments" && account.sync_comments)
    const judgement = findProblems(
      {
        ...state,
        label: platform?.profile.label ?? account.platform,
        token: answer,
        waits_because:
          state.status === "needs_reconnect"
            ? (state.status_reason ?? "The account has to be connected again.")
            : null,
        missing: missing.filter(isWanted),
        limits,
        api_version,
      },
      now
    )
    return {
      account_id: account.id,
      checked_at: now,
      ...judgement,
      token: tokenHealth(
        platform,
        settings ?? {},
        answer,
        state,
        credential,
        now
      ),
      scopes: { granted: state.scopes, missing },
      limits,
      refused_metrics: platform
        ? refusedMetrics(platform.profile, account, refusals)
        : [],
      api_version,
    }
  }
}

const notFound = (id: string) =>
  new MedusaError(
    MedusaError.Types.NOT_FOUND,
    `SocialAccount with id: ${id} was not found`
  )

const notConfigured = (platform: string): TokenAnswer => ({
  state: "unknown",
  code: "platform_not_configured",
  problem: `The platform "${platform}" is not configured in this store. Add it to the plugin's providers.`,
  operator: true,
})
