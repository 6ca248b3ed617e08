import type { Logger } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  MedusaError,
} from "@medusajs/framework/utils"
import {
  type AbstractSocialPlatform,
  MetricVerdicts,
  PlatformError,
  redact,
  type RevocationReach,
  type TokenSet,
} from "../../../platform-kit"
import { planRevocation, type RevocationPlan } from "../removal/plan-revocation"
import { type Knex, withPatience } from "../sql/database"
import { loadAccounts, type SyncAccount } from "../sql/load-claimed"
import {
  type AccountHoldings,
  countHoldings,
  countSameGrant,
} from "../sql/removal"
import { removeAccount } from "../sql/remove-account"
import { noToken } from "../tokens/renewal-error"
import { secretsOf } from "../tokens/secrets-of"
import { CLOCK, type Clock } from "../types/options"
import type CallBudgets from "./call-budgets"
import type PlatformRegistry from "./platform-registry"
import type SecretBox from "./secret-box"

interface Dependencies {
  [ContainerRegistrationKeys.PG_CONNECTION]: Knex
  [CLOCK]: Clock
  logger: Logger
  platformRegistry: PlatformRegistry
  callBudgets: CallBudgets
  secretBox: SecretBox
}

/** What removing an account would delete, and what it does at the platform. */
export interface RemovalPreview extends AccountHoldings {
  revocation: RevocationReach
  revocation_note: string
}

/** What happened at the platform. */
export interface Revocation {
  /** `null` when there was nothing to take back from here. */
  revoked: boolean | null
  /** Why it failed and what to do; `null` when it did not. */
  revocation_problem: string | null
}

const NOTHING: Revocation = { revoked: null, revocation_problem: null }

/** Disconnects accounts: here for certain, and at the platform where it can. */
export default class AccountRemoval {
  private readonly knex_: Knex
  private readonly clock_: Clock
  private readonly logger_: Logger
  private readonly registry_: PlatformRegistry
  private readonly budgets_: CallBudgets
  private readonly secretBox_: SecretBox

  constructor(dependencies: Dependencies) {
    this.knex_ = dependencies[ContainerRegistrationKeys.PG_CONNECTION]
    this.clock_ = dependencies[CLOCK]
    this.logger_ = dependencies.logger
    this.registry_ = dependencies.platformRegistry
    this.budgets_ = dependencies.callBudgets
    this.secretBox_ = dependencies.secretBox
  }

  /** @throws MedusaError 404 for an unknown account */
  async preview(id: string): Promise<RemovalPreview> {
    const account = await this.account_(id)
    const [holdings, { reach, note }] = await Promise.all([
      countHoldings(this.knex_, id),
      this.plan_(account),
    ])
    return { ...holdings, revocation: reach, revocation_note: note }
  }

  /**
   * Takes the access back at the platform. A platform that cannot be reached is
   * no reason to keep a token: the answer says so instead.
   * @throws MedusaError 404 for an unknown account
   */
  async revoke(id: string): Promise<Revocation> {
    const account = await this.account_(id)
    const { reach } = await this.plan_(account)
    const platform = this.registry_.find(account.platform)
    if (reach === "none" || !platform) {
      return NOTHING
    }
    const problem = await this.problemOf_(platform, account)
    if (problem === null) {
      return { revoked: true, revocation_problem: null }
    }
    const { identifier, label } = platform.profile
    this.logger_.warn(
      `Social accounts: ${identifier} account ${id} is disconnected, but its access was not taken back. ${problem}`
    )
    return {
      revoked: false,
      revocation_problem: `${label} did not take the access back: ${problem} Remove the app in the settings of ${label}.`,
    }
  }

  /** Forgets the tokens of an account; with `data`, everything of it. */
  async remove(id: string, data: boolean): Promise<void> {
    await withPatience(() =>
      this.knex_.transaction((trx) =>
        removeAccount(trx, id, data, this.clock_())
      )
    )
  }

  private async problemOf_(
    platform: AbstractSocialPlatform,
    account: SyncAccount
  ): Promise<string | null> {
    let tokens: TokenSet | null = null
    try {
      tokens = this.open_(account)
      const { external_id, scopes } = account
      const { identifier } = platform.profile
      await platform.revoke(
        tokens,
        { external_id, scopes, settings: account.settings ?? {} },
        {
          budget: this.budgets_.of(identifier),
          verdicts: new MetricVerdicts(identifier, this.clock_),
          now: this.clock_,
        }
      )
      return null
    } catch (thrown) {
      return redact(
        PlatformError.from(thrown).message,
        tokens ? secretsOf(tokens) : []
      )
    }
  }

  private open_({ id, credential }: SyncAccount): TokenSet {
    if (!credential) {
      throw noToken()
    }
    return this.secretBox_.openTokens(credential, id)
  }

  private async plan_(account: SyncAccount): Promise<RevocationPlan> {
    return planRevocation(
      account,
      this.registry_.find(account.platform),
      await countSameGrant(this.knex_, account.id)
    )
  }

  private async account_(id: string): Promise<SyncAccount> {
    const account = (await loadAccounts(this.knex_, [id])).get(id)
    if (!account) {
      throw new MedusaError(
        MedusaError.Types.NOT_FOUND,
        `SocialAccount with id: ${id} was not found`
      )
    }
    return account
  }
}
