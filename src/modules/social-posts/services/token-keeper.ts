import {
  mayRenew,
  renewalDue,
  timesOf,
  type TokenModel,
} from "../../../platform-kit"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  loadCredential,
  type StoredCredential,
  tokensRef,
} from "../sql/credentials"
import { type Knex, withPatience } from "../sql/database"
import type { SyncAccount } from "../sql/load-claimed"
import { noToken } from "../tokens/renewal-error"
import { CLOCK, type Clock } from "../types/options"
import type PlatformRegistry from "./platform-registry"
import type SecretBox from "./secret-box"
import type TokenRenewals from "./token-renewals"

interface Dependencies {
  [ContainerRegistrationKeys.PG_CONNECTION]: Knex
  [CLOCK]: Clock
  platformRegistry: PlatformRegistry
  secretBox: SecretBox
  tokenRenewals: TokenRenewals
}

/** A token in the open, for the length of a call. */
export interface OpenedToken {
  access_token: string
  own_app: boolean
  /** Which tokens of the account it belongs to (`tokensRef`). */
  ref: string | null
}

/** After a renewal that failed, a token that still lives is used so long. */
const TRY_AGAIN_MS = 15 * 60 * 1000
/** A token with less life than this may end on its way to the platform. */
const MOMENT_MS = 60 * 1000

/** Gives tokens that work: renewed in time, and never more often than needed. */
export default class TokenKeeper {
  private readonly knex_: Knex
  private readonly clock_: Clock
  private readonly registry_: PlatformRegistry
  private readonly secretBox_: SecretBox
  private readonly renewals_: TokenRenewals

  constructor(dependencies: Dependencies) {
    this.knex_ = dependencies[ContainerRegistrationKeys.PG_CONNECTION]
    this.clock_ = dependencies[CLOCK]
    this.registry_ = dependencies.platformRegistry
    this.secretBox_ = dependencies.secretBox
    this.renewals_ = dependencies.tokenRenewals
  }

  /**
   * A token for the account, renewed first when it has to be. One that seems
   * to have ended and cannot be renewed is given all the same: the platform
   * knows, a clock may be wrong.
   *
   * @throws PlatformError `auth` when there is no token or only a person can
   *   bring a new one, `invalid` when it cannot be opened or the app is
   *   configured wrongly, or what passes
   */
  async fresh(account: SyncAccount): Promise<OpenedToken> {
    const { credential } = account
    if (!credential) {
      throw noToken()
    }
    const due = (newest: StoredCredential) => this.isDue_(account, newest)
    return this.open_(
      due(credential)
        ? await this.renewals_.renew(account, {
            due,
            goodEnough: (newest) => this.lives_(newest),
          })
        : credential
    )
  }

  /**
   * Another token than one that the platform has refused: what somebody stored
   * meanwhile or, with `renew`, a new one. `null` when there is none.
   *
   * @throws PlatformError as `fresh` does
   */
  async replace(
    account: SyncAccount,
    refused: OpenedToken,
    renew: boolean
  ): Promise<OpenedToken | null> {
    const newest = await withPatience(() =>
      loadCredential(this.knex_, account.id)
    )
    const isRefused = (one: StoredCredential) => tokensRef(one) === refused.ref
    if (!newest || !isRefused(newest)) {
      return newest && this.open_(newest)
    }
    const model = this.modelOf_(account)
    // A token that is renewed with itself is as dead as what it would bring.
    const helps = model.renewed_with !== "access_token"
    if (!renew || !helps || !mayRenew(timesOf(newest), model, this.clock_())) {
      return null
    }
    return this.open_(
      await this.renewals_.renew(account, {
        due: isRefused,
        goodEnough: () => false,
      })
    )
  }

  private isDue_(account: SyncAccount, credential: StoredCredential): boolean {
    const now = this.clock_()
    const model = this.modelOf_(account)
    return (
      renewalDue(timesOf(credential), model, now, "use") &&
      !(failedJustNow(credential, now) && this.lives_(credential))
    )
  }

  /** It can be used, whatever becomes of its renewal. */
  private lives_({ expires_at }: StoredCredential): boolean {
    return (
      expires_at === null ||
      expires_at.getTime() - this.clock_().getTime() > MOMENT_MS
    )
  }

  private modelOf_({ platform, settings }: SyncAccount): TokenModel {
    return this.registry_.retrieve(platform).tokenModel(settings ?? {})
  }

  private open_(credential: StoredCredential): OpenedToken {
    const { access_token, account_id, own_app } = credential
    return {
      access_token: this.secretBox_.open(access_token, account_id),
      own_app,
      ref: tokensRef(credential),
    }
  }
}

const failedJustNow = (credential: StoredCredential, now: Date) =>
  credential.renewal_failed_at !== null &&
  now.getTime() - credential.updated_at.getTime() < TRY_AGAIN_MS
