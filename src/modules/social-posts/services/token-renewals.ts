import {
  MetricVerdicts,
  type TokenSet,
  waitBeforeRetry,
} from "../../../platform-kit"
import type { StoredCredential } from "../sql/credentials"
import {
  renewalError,
  renewalJustFailed,
  renewalTakesLong,
} from "../tokens/renewal-error"
import { CLOCK, type Clock } from "../types/options"
import type CallBudgets from "./call-budgets"
import type CredentialLeases from "./credential-leases"
import type PlatformRegistry from "./platform-registry"
import type RenewalRecords from "./renewal-records"
import type { RenewedAccount } from "./renewal-records"
import type SecretBox from "./secret-box"

interface Dependencies {
  [CLOCK]: Clock
  platformRegistry: PlatformRegistry
  callBudgets: CallBudgets
  credentialLeases: CredentialLeases
  renewalRecords: RenewalRecords
  secretBox: SecretBox
}

/** What somebody wants of a renewal. */
export interface RenewalWish {
  /** Whether these tokens, the newest there are, still have to be renewed. */
  due(newest: StoredCredential): boolean
  /**
   * Whether these tokens will do all the same, when somebody else is renewing
   * them at this moment or when it cannot be done now.
   */
  goodEnough(newest: StoredCredential): boolean
}

/** How often the end of somebody else's renewal is looked for, at most. */
const LOOK_EVERY_MS = 200
/** Longer than any renewal takes whose process has not died. */
const LONGEST_RENEWAL_MS = 30_000

/**
 * Renews the tokens of an account: once, however many callers in however many
 * processes want it at the same moment. New tokens are stored before anybody
 * uses them, because some platforms end the old ones with the answer.
 */
export default class TokenRenewals {
  private readonly clock_: Clock
  private readonly registry_: PlatformRegistry
  private readonly budgets_: CallBudgets
  private readonly leases_: CredentialLeases
  private readonly records_: RenewalRecords
  private readonly secretBox_: SecretBox
  private readonly running_ = new Map<string, Promise<StoredCredential>>()

  constructor(dependencies: Dependencies) {
    this.clock_ = dependencies[CLOCK]
    this.registry_ = dependencies.platformRegistry
    this.budgets_ = dependencies.callBudgets
    this.leases_ = dependencies.credentialLeases
    this.records_ = dependencies.renewalRecords
    this.secretBox_ = dependencies.secretBox
  }

  /**
   * Gives tokens that are not due any more, or good enough.
   * @throws PlatformError `auth` when a person is needed (the account says so
   *   then), `invalid` for a mistake of the operator, or what passes
   */
  async renew(
    account: RenewedAccount,
    wish: RenewalWish
  ): Promise<StoredCredential> {
    for (;;) {
      const running = this.running_.get(account.id)
      if (!running) {
        break
      }
      const newest = await running
      if (!wish.due(newest)) {
        return newest
      }
    }
    const work = this.renewInTurn_(account, wish).finally(() =>
      this.running_.delete(account.id)
    )
    this.running_.set(account.id, work)
    return work
  }

  private async renewInTurn_(
    account: RenewedAccount,
    wish: RenewalWish
  ): Promise<StoredCredential> {
    const begun = this.clock_()
    const patience = this.leases_.lengthMs() + LONGEST_RENEWAL_MS
    const deadline = Date.now() + patience
    for (;;) {
      const held = await this.leases_.take(account.id)
      if (held) {
        const { credential, release } = held
        return this.renewHolding_(account, credential, wish, begun).finally(
          release
        )
      }
      const newest = await this.records_.newest(account)
      if (!wish.due(newest) || wish.goodEnough(newest)) {
        return newest
      }
      if (Date.now() > deadline) {
        throw renewalTakesLong()
      }
      await waitBeforeRetry(1, LOOK_EVERY_MS)
    }
  }

  private async renewHolding_(
    account: RenewedAccount,
    newest: StoredCredential,
    wish: RenewalWish,
    begun: Date
  ): Promise<StoredCredential> {
    if (!wish.due(newest)) {
      return newest
    }
    const { renewal_failed_at, updated_at } = newest
    if (renewal_failed_at && updated_at > begun && !wish.goodEnough(newest)) {
      // Whoever was first has asked for all that waited.
      throw renewalJustFailed()
    }
    const tokens = this.secretBox_.openTokens(newest, account.id)
    let renewed: TokenSet
    try {
      renewed = await this.ask_(account, tokens)
    } catch (thrown) {
      const error = renewalError(thrown, tokens)
      const newer = await this.records_.failed(account, newest, error)
      if (newer ?? (error.kind !== "auth" && wish.goodEnough(newest))) {
        return newer ?? newest
      }
      throw error
    }
    return this.records_.succeeded(account, newest, renewed)
  }

  private async ask_(
    account: RenewedAccount,
    tokens: TokenSet
  ): Promise<TokenSet> {
    const platform = this.registry_.retrieve(account.platform)
    const { identifier } = platform.profile
    const { external_id, scopes, settings } = account
    return platform.refresh(
      tokens,
      { external_id, scopes, settings: settings ?? {} },
      {
        budget: this.budgets_.of(identifier),
        verdicts: new MetricVerdicts(identifier, this.clock_),
        now: this.clock_,
      }
    )
  }
}
