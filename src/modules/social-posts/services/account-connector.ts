import {
  ContainerRegistrationKeys,
  generateEntityId,
  MedusaError,
} from "@medusajs/framework/utils"
import {
  type AbstractSocialPlatform,
  type AccountDescription,
  bareTokens,
  type ConnectingCall,
  MetricVerdicts,
  personNeededBy,
  PlatformError,
  redact,
  timesOf,
  type TokenSet,
} from "../../../platform-kit"
import { findAccountId, upsertAccount } from "../sql/connect-account"
import { isDouble, type Knex, withPatience } from "../sql/database"
import type { AccountInput, SealedAccount } from "../types/accounts"
import { CLOCK, type Clock } from "../types/options"
import { toMedusaError } from "../utils/to-medusa-error"
import type PlatformCalls from "./platform-calls"
import type PlatformRegistry from "./platform-registry"
import type SecretBox from "./secret-box"

interface Dependencies {
  [ContainerRegistrationKeys.PG_CONNECTION]: Knex
  platformRegistry: PlatformRegistry
  platformCalls: PlatformCalls
  secretBox: SecretBox
  [CLOCK]: Clock
}

/** Connects accounts: checks a token against its platform, seals and keeps it. */
export default class AccountConnector {
  private readonly knex_: Knex
  private readonly registry_: PlatformRegistry
  private readonly calls_: PlatformCalls
  private readonly secretBox_: SecretBox
  private readonly clock_: Clock

  constructor(dependencies: Dependencies) {
    this.knex_ = dependencies[ContainerRegistrationKeys.PG_CONNECTION]
    this.registry_ = dependencies.platformRegistry
    this.calls_ = dependencies.platformCalls
    this.secretBox_ = dependencies.secretBox
    this.clock_ = dependencies[CLOCK]
  }

  /**
   * Checks an account with its platform and seals the token. Stores nothing.
   * @throws MedusaError naming the field and what is allowed
   */
  async check(input: AccountInput): Promise<SealedAccount> {
    const platform = this.registry_.retrieve(input.platform)
    const { identifier } = platform.profile
    try {
      const settings = platform.validateSettings(input.settings)
      const description = await platform.describeAccount(
        {
          external_id: input.external_id,
          access_token: input.access_token,
          settings,
        },
        this.callOf(platform)
      )
      const { external_id, scopes } = requireIdentity(description)
      const tokens = await platform.adopt(
        {
          ...bareTokens(input.access_token),
          expires_at: description.token_expires_at,
          own_app: description.own_app ?? false,
        },
        { external_id, scopes, settings },
        this.callOf(platform)
      )
      return this.seal({
        platform,
        id: await this.idOf(identifier, external_id),
        description: {
          ...description,
          username: description.username ?? input.username ?? null,
        },
        settings,
        flow: null,
        tokens,
      })
    } catch (thrown) {
      if (!PlatformError.is(thrown)) {
        throw thrown
      }
      throw toMedusaError(thrown, (text) => redact(text, [input.access_token]))
    }
  }

  /**
   * Keeps a checked account; an existing one gets the new tokens. One that was
   * connected since it was checked gets them too.
   */
  async store(account: SealedAccount): Promise<string> {
    try {
      return await this.upsert_(account)
    } catch (error) {
      const { platform, external_id } = account
      const id = isDouble(error)
        ? await findAccountId(this.knex_, platform, external_id)
        : null
      if (!id) {
        throw error
      }
      return this.upsert_(this.handOver_(account, id))
    }
  }

  /** The surroundings of calls for an account that is not stored yet. */
  callOf({ profile }: AbstractSocialPlatform): ConnectingCall {
    return {
      budget: this.calls_.budgetOf(profile.identifier),
      verdicts: new MetricVerdicts(profile.identifier, this.clock_),
      now: this.clock_,
    }
  }

  /** The id of the account with this identity, or one for a new account. */
  async idOf(platform: string, externalId: string): Promise<string> {
    const known = await findAccountId(this.knex_, platform, externalId)
    return known ?? generateEntityId(undefined, "sacc")
  }

  /** An account as it is stored, its tokens sealed for its id. */
  seal({
    id,
    platform,
    description,
    settings,
    flow,
    tokens,
  }: AccountToSeal): SealedAccount {
    const { token_expires_at, posts_count, own_app, ...described } = description
    void token_expires_at
    void own_app
    void posts_count
    const reconnectBy = personNeededBy(
      timesOf(tokens),
      platform.tokenModel(settings)
    )
    return {
      ...described,
      id,
      platform: platform.profile.identifier,
      settings,
      connection_flow: flow,
      token_expires_at: tokens.expires_at?.toISOString() ?? null,
      reconnect_by: reconnectBy?.toISOString() ?? null,
      tokens: this.secretBox_.sealTokens(tokens, id),
    }
  }

  private async upsert_(account: SealedAccount): Promise<string> {
    return withPatience(() =>
      this.knex_.transaction((trx) =>
        upsertAccount(trx, account, this.clock_())
      )
    )
  }

  /** Sealed tokens open for one account only, so they are sealed anew. */
  private handOver_(account: SealedAccount, id: string): SealedAccount {
    const tokens = this.secretBox_.openTokens(account.tokens, account.id)
    return { ...account, id, tokens: this.secretBox_.sealTokens(tokens, id) }
  }
}

/** What is known of an account that is about to be stored. */
export interface AccountToSeal {
  id: string
  platform: AbstractSocialPlatform
  description: AccountDescription
  settings: Record<string, unknown>
  /** `null` for a pasted token. */
  flow: string | null
  tokens: TokenSet
}

function requireIdentity(description: AccountDescription): AccountDescription {
  if (!description.external_id) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      "The platform did not say which account the access_token belongs to."
    )
  }
  return description
}
