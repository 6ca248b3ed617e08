import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  type AbstractSocialPlatform,
  MetricVerdicts,
  PlatformError,
  redact,
  type TokenInspection,
} from "../../../platform-kit"
import type { TokenAnswer } from "../health/find-problems"
import { tokenFindings } from "../health/token-findings"
import {
  loadAccountState,
  storeDeadToken,
  storeFindings,
} from "../sql/account-health"
import { loadBudgets, writeBudgets } from "../sql/budgets"
import {
  loadCredential,
  type StoredCredential,
  tokensRef,
} from "../sql/credentials"
import { type Knex, withPatience } from "../sql/database"
import type { SyncAccount } from "../sql/load-claimed"
import { noToken } from "../tokens/renewal-error"
import { secretsOf } from "../tokens/secrets-of"
import { CLOCK, type Clock } from "../types/options"
import type CallBudgets from "./call-budgets"
import type SecretBox from "./secret-box"
import type TokenKeeper from "./token-keeper"

interface Dependencies {
  [ContainerRegistrationKeys.PG_CONNECTION]: Knex
  [CLOCK]: Clock
  callBudgets: CallBudgets
  secretBox: SecretBox
  tokenKeeper: TokenKeeper
}

/** What a platform said about the tokens of an account. */
interface Inspected {
  credential: StoredCredential
  inspection: TokenInspection
}

/** Asks platforms about tokens, and keeps what they say. */
export default class TokenInspector {
  private readonly knex_: Knex
  private readonly clock_: Clock
  private readonly budgets_: CallBudgets
  private readonly secretBox_: SecretBox
  private readonly keeper_: TokenKeeper

  constructor(dependencies: Dependencies) {
    this.knex_ = dependencies[ContainerRegistrationKeys.PG_CONNECTION]
    this.clock_ = dependencies[CLOCK]
    this.budgets_ = dependencies.callBudgets
    this.secretBox_ = dependencies.secretBox
    this.keeper_ = dependencies.tokenKeeper
  }

  /** Never throws for what a platform says or does. */
  async inspect(
    account: SyncAccount,
    platform: AbstractSocialPlatform
  ): Promise<TokenAnswer> {
    const budget = this.budgets_.of(platform.profile.identifier)
    budget.load(await loadBudgets(this.knex_))
    try {
      await this.keeper_.fresh(account)
      const inspected = await this.ask_(account, platform)
      return await this.keep_(account, platform, inspected)
    } catch (thrown) {
      if (!PlatformError.is(thrown)) {
        throw thrown
      }
      return toAnswer(thrown)
    } finally {
      // What the question taught about limits is for all processes.
      await withPatience(() =>
        writeBudgets(this.knex_, budget.takeChanges(), this.clock_())
      )
    }
  }

  /** A token that is refused is renewed, where that can help, and asked about again. */
  private async ask_(
    account: SyncAccount,
    platform: AbstractSocialPlatform
  ): Promise<Inspected> {
    const first = await this.askOnce_(account, platform)
    if (first.inspection.valid) {
      return first
    }
    const { access_token, own_app } = first.credential
    const refused = { access_token, own_app, ref: tokensRef(first.credential) }
    const other = await this.keeper_.replace(account, refused, true)
    return other ? this.askOnce_(account, platform) : first
  }

  private async askOnce_(
    { id, external_id, scopes, settings }: SyncAccount,
    platform: AbstractSocialPlatform
  ): Promise<Inspected> {
    const credential = await loadCredential(this.knex_, id)
    if (!credential) {
      throw noToken()
    }
    const { identifier } = platform.profile
    const tokens = this.secretBox_.openTokens(credential, id)
    const inspection = await platform.inspect(
      tokens,
      { external_id, scopes, settings: settings ?? {} },
      {
        budget: this.budgets_.of(identifier),
        verdicts: new MetricVerdicts(identifier, this.clock_),
        now: this.clock_,
      }
    )
    const { problem } = inspection
    return {
      credential,
      inspection: {
        ...inspection,
        problem: problem && redact(problem, secretsOf(tokens)),
      },
    }
  }

  private async keep_(
    account: SyncAccount,
    platform: AbstractSocialPlatform,
    { credential, inspection }: Inspected
  ): Promise<TokenAnswer> {
    const now = this.clock_()
    if (!inspection.valid) {
      const problem =
        inspection.problem ??
        `${platform.profile.label} no longer accepts the token. Connect the account again.`
      await withPatience(() =>
        storeDeadToken(this.knex_, credential, problem, now)
      )
      return { state: "dead", problem }
    }
    const state = await loadAccountState(this.knex_, account.id)
    const connection_flow = state?.connection_flow ?? null
    const findings = tokenFindings(
      platform,
      { ...account, connection_flow },
      credential,
      inspection,
      now
    )
    await withPatience(() =>
      storeFindings(this.knex_, credential, findings, now)
    )
    const { own_app } = inspection
    return {
      state: "valid",
      foreign_app: credential.own_app && own_app === false,
    }
  }
}

/** What is no answer of the platform leaves the token as it was. */
function toAnswer({ kind, code, message }: PlatformError): TokenAnswer {
  return kind === "auth"
    ? { state: "dead", problem: message }
    : {
        state: "unknown",
        code,
        problem: message,
        operator: kind === "invalid",
      }
}
