import type { Logger } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  MedusaError,
} from "@medusajs/framework/utils"
import {
  inParallel,
  PlatformError,
  renewalDue,
  timesOf,
  textOf,
} from "../../../platform-kit"
import { type StoredCredential, tokensRef } from "../sql/credentials"
import type { Knex } from "../sql/database"
import {
  loadAccounts,
  loadConnectedAccounts,
  type SyncAccount,
} from "../sql/load-claimed"
import { renewalObstacle } from "../tokens/renewal-obstacle"
import { CLOCK, type Clock, type ResolvedSocialOptions } from "../types/options"
import type { RenewalReport } from "../types/renewals"
import { toMedusaError } from "../utils/to-medusa-error"
import type PlatformRegistry from "./platform-registry"
import type TokenRenewals from "./token-renewals"

interface Dependencies {
  [ContainerRegistrationKeys.PG_CONNECTION]: Knex
  [CLOCK]: Clock
  logger: Logger
  socialOptions: ResolvedSocialOptions
  platformRegistry: PlatformRegistry
  tokenRenewals: TokenRenewals
}

/** Renews tokens that nobody uses at the moment: ahead of time, or when asked. */
export default class TokenUpkeep {
  private readonly knex_: Knex
  private readonly clock_: Clock
  private readonly logger_: Logger
  private readonly options_: ResolvedSocialOptions
  private readonly registry_: PlatformRegistry
  private readonly renewals_: TokenRenewals

  constructor(dependencies: Dependencies) {
    this.knex_ = dependencies[ContainerRegistrationKeys.PG_CONNECTION]
    this.clock_ = dependencies[CLOCK]
    this.logger_ = dependencies.logger
    this.options_ = dependencies.socialOptions
    this.registry_ = dependencies.platformRegistry
    this.renewals_ = dependencies.tokenRenewals
  }

  /**
   * Renews every token that is due, a few accounts at the same time. One that
   * fails keeps nobody else from being renewed. One query when nothing is due.
   */
  async renewDue(): Promise<RenewalReport> {
    const accounts = await loadConnectedAccounts(this.knex_)
    const due = accounts.filter(
      (account) =>
        account.credential && this.isDue_(account)(account.credential)
    )
    const report: RenewalReport = { renewed: [], failed: [] }
    const attempts = inParallel(
      due,
      this.options_.parallel_accounts,
      async (account) => ({ id: account.id, renewed: await this.try_(account) })
    )
    for await (const { id, renewed } of attempts) {
      report[renewed ? "renewed" : "failed"].push(id)
    }
    return report
  }

  /**
   * Renews the token of one account now, because somebody asks for it.
   * @throws MedusaError 400 with the reason when it cannot be done
   */
  async renewNow(id: string): Promise<void> {
    const account = (await loadAccounts(this.knex_, [id])).get(id)
    const { credential, platform: name, settings } = account ?? {}
    if (!account || !credential || !name) {
      throw notAllowed("The account is not connected. Connect it again.")
    }
    const platform = this.registry_.retrieve(name)
    const obstacle = renewalObstacle(
      credential,
      platform.tokenModel(settings ?? {}),
      platform.profile.label,
      this.clock_()
    )
    if (obstacle) {
      throw notAllowed(obstacle)
    }
    const before = tokensRef(credential)
    try {
      await this.renewals_.renew(account, {
        due: (newest) => tokensRef(newest) === before,
        goodEnough: () => false,
      })
    } catch (thrown) {
      throw PlatformError.is(thrown) ? toMedusaError(thrown) : thrown
    }
  }

  /** Whether a new token came of it; errors end in the log. */
  private async try_(account: SyncAccount): Promise<boolean> {
    try {
      const newest = await this.renewals_.renew(account, {
        due: this.isDue_(account),
        goodEnough: () => true,
      })
      return tokensRef(newest) !== account.tokens_ref
    } catch (thrown) {
      const reason = textOf(thrown)
      // Dead ones were announced when they were found to be.
      if (!PlatformError.is(thrown) || thrown.kind !== "auth") {
        this.logger_.error(
          `Social accounts: the token of ${account.platform} account ${account.id} was not renewed. ${reason}`
        )
      }
      return false
    }
  }

  private isDue_({ platform, settings }: SyncAccount) {
    const model = this.registry_.find(platform)?.tokenModel(settings ?? {})
    return (credential: StoredCredential) =>
      model !== undefined &&
      renewalDue(timesOf(credential), model, this.clock_(), "ahead")
  }
}

const notAllowed = (message: string) =>
  new MedusaError(MedusaError.Types.NOT_ALLOWED, message)
