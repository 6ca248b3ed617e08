import type { Logger } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  personNeededBy,
  type PlatformError,
  timesOf,
  type TokenModel,
  type TokenSet,
} from "../../../platform-kit"
import {
  loadCredential,
  type StoredCredential,
  tokensRef,
} from "../sql/credentials"
import { type Knex, withPatience } from "../sql/database"
import type { SyncAccount } from "../sql/load-claimed"
import { markDead, noteFailedRenewal, storeRenewal } from "../sql/renewals"
import { reconnectByWhileFailing } from "../tokens/reconnect-by"
import { noToken } from "../tokens/renewal-error"
import { CLOCK, type Clock } from "../types/options"
import type PlatformRegistry from "./platform-registry"
import type SecretBox from "./secret-box"

interface Dependencies {
  [ContainerRegistrationKeys.PG_CONNECTION]: Knex
  [CLOCK]: Clock
  logger: Logger
  platformRegistry: PlatformRegistry
  secretBox: SecretBox
}

/** An account whose tokens are renewed. */
export type RenewedAccount = Pick<
  SyncAccount,
  "id" | "platform" | "external_id" | "scopes" | "settings"
>

/**
 * Writes down what came of a renewal, for the account and for merchants. It
 * writes only while the tokens are those that were renewed.
 */
export default class RenewalRecords {
  private readonly knex_: Knex
  private readonly clock_: Clock
  private readonly logger_: Logger
  private readonly registry_: PlatformRegistry
  private readonly secretBox_: SecretBox

  constructor(dependencies: Dependencies) {
    this.knex_ = dependencies[ContainerRegistrationKeys.PG_CONNECTION]
    this.clock_ = dependencies[CLOCK]
    this.logger_ = dependencies.logger
    this.registry_ = dependencies.platformRegistry
    this.secretBox_ = dependencies.secretBox
  }

  /** @throws PlatformError when the account has no tokens any more */
  async newest({ id }: RenewedAccount): Promise<StoredCredential> {
    const newest = await withPatience(() => loadCredential(this.knex_, id))
    if (!newest) {
      throw noToken()
    }
    return newest
  }

  /**
   * Keeps new tokens and gives the newest: those of somebody who connected the
   * account meanwhile win. Waits for a database that is away, because the
   * earlier tokens may be of no use any more.
   */
  async succeeded(
    account: RenewedAccount,
    before: StoredCredential,
    tokens: TokenSet
  ): Promise<StoredCredential> {
    const sealed = this.secretBox_.sealTokens(tokens, account.id)
    const reconnectBy = personNeededBy(timesOf(tokens), this.modelOf_(account))
    const stored = await withPatience(() =>
      storeRenewal(this.knex_, before, sealed, reconnectBy, this.clock_())
    )
    const end = tokens.expires_at?.toISOString() ?? "it is taken back"
    this.logger_.info(
      stored
        ? `Social accounts: renewed the token of ${nameOf(account)}; it lives until ${end}.`
        : `Social accounts: ${nameOf(account)} got other tokens while its own were renewed; those are used.`
    )
    return this.newest(account)
  }

  /**
   * Gives newer tokens when there are any; else writes the trouble down and
   * gives `null`. Only an `auth` error ends the connection.
   */
  async failed(
    account: RenewedAccount,
    before: StoredCredential,
    error: PlatformError
  ): Promise<StoredCredential | null> {
    const newest = await this.newest(account)
    if (tokensRef(newest) !== tokensRef(before)) {
      return newest
    }
    const now = this.clock_()
    const { id, version } = before
    const failure = { id, version, error: error.message, now }
    this.logger_.warn(`Social accounts: ${nameOf(account)}. ${error.message}`)
    if (error.kind === "auth") {
      await withPatience(() => markDead(this.knex_, failure))
      return null
    }
    const reconnectBy = reconnectByWhileFailing(
      timesOf(before),
      this.modelOf_(account),
      before.renewal_failed_at ?? now,
      now
    )
    await withPatience(() =>
      noteFailedRenewal(this.knex_, failure, reconnectBy)
    )
    return null
  }

  private modelOf_({ platform, settings }: RenewedAccount): TokenModel {
    return this.registry_.retrieve(platform).tokenModel(settings ?? {})
  }
}

const nameOf = ({ platform, id }: RenewedAccount) => `${platform} account ${id}`
