import {
  ContainerRegistrationKeys,
  generateEntityId,
  MedusaError,
} from "@medusajs/framework/utils"
import {
  type AbstractSocialPlatform,
  codeChallenge,
  type Discovery,
  newCodeVerifier,
} from "../../../platform-kit"
import { chooseFlow } from "../connecting/choose-flow"
import { collectFindings } from "../connecting/collect-findings"
import { exchangeError } from "../connecting/exchange-error"
import { hashState, newState, stateError } from "../connecting/state"
import {
  findState,
  insertConnection,
  keepFindings,
  removeConnection,
  takeState,
} from "../sql/connections"
import { findReconnected, type ReconnectedAccount } from "../sql/known-accounts"
import { type Knex, withPatience } from "../sql/database"
import type {
  BegunConnection,
  ConnectionInput,
  ConnectionRow,
  ConsentAnswer,
} from "../types/connections"
import { toMedusaError, withMedusaErrors } from "../utils/to-medusa-error"
import type AccountConnector from "./account-connector"
import type PlatformRegistry from "./platform-registry"
import type SecretBox from "./secret-box"

interface Dependencies {
  [ContainerRegistrationKeys.PG_CONNECTION]: Knex
  platformRegistry: PlatformRegistry
  accountConnector: AccountConnector
  secretBox: SecretBox
}

/** The way to a platform's consent page and back. */
export default class ConnectionConsent {
  private readonly knex_: Knex
  private readonly registry_: PlatformRegistry
  private readonly connector_: AccountConnector
  private readonly secretBox_: SecretBox

  constructor(dependencies: Dependencies) {
    this.knex_ = dependencies[ContainerRegistrationKeys.PG_CONNECTION]
    this.registry_ = dependencies.platformRegistry
    this.connector_ = dependencies.accountConnector
    this.secretBox_ = dependencies.secretBox
  }

  /**
   * Begins a connection. The caller has checked the `redirect_uri`.
   * @throws MedusaError 400 for an unknown platform, way or account, or a way
   *   that is not configured
   */
  async begin(input: ConnectionInput): Promise<BegunConnection> {
    const { actor_id, redirect_uri } = input
    const platform = this.registry_.retrieve(input.platform)
    const account = await this.reconnected_(platform, input.account_id)
    const flow = chooseFlow(platform, input.flow, account, redirect_uri)
    const id = generateEntityId(undefined, "sconn")
    const state = newState()
    const verifier = flow.pkce ? newCodeVerifier() : null
    const authorization_url = withMedusaErrors(() =>
      platform.authorize({
        flow: flow.id,
        redirect_uri,
        state,
        code_challenge: verifier && codeChallenge(verifier),
        granted: account?.scopes ?? null,
      })
    )
    const expiresAt = await withPatience(() =>
      insertConnection(this.knex_, {
        id,
        platform: platform.profile.identifier,
        flow: flow.id,
        actor_id,
        redirect_uri,
        account_id: account?.id ?? null,
        code_verifier: verifier && this.secretBox_.seal(verifier, id),
        state_hash: hashState(state),
      })
    )
    return { authorization_url, expires_at: expiresAt.toISOString() }
  }

  /**
   * Takes what the consent page answered: uses the state up, trades the code
   * and keeps what was found. Both work once, so a failure ends the connection.
   * @throws MedusaError 400 with a sentence of its own for a state that cannot
   *   be used, a refusal and a code that the platform does not take
   */
  async complete(answer: ConsentAnswer): Promise<ConnectionRow> {
    const connection = await this.takeState_(answer)
    const platform = this.registry_.retrieve(connection.platform)
    try {
      const discovery = await this.exchange_(platform, connection, answer)
      const { tokens, ...findings } = collectFindings(
        platform,
        connection.flow,
        discovery
      )
      const kept = await withPatience(() =>
        keepFindings(this.knex_, connection.id, {
          ...findings,
          granted_scopes: discovery.granted_scopes,
          found: this.secretBox_.seal(JSON.stringify(tokens), connection.id),
        })
      )
      return kept ?? Promise.reject(stateError("expired"))
    } catch (thrown) {
      await withPatience(() => removeConnection(this.knex_, connection.id))
      throw thrown
    }
  }

  private async reconnected_(
    platform: AbstractSocialPlatform,
    id: string | undefined
  ): Promise<ReconnectedAccount | null> {
    if (id === undefined) {
      return null
    }
    const { identifier, label } = platform.profile
    const account = await findReconnected(this.knex_, id)
    if (account?.platform !== identifier) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        `account_id "${id}" is not an account of ${label}. Give the id of the account that is connected again, or none.`
      )
    }
    return account
  }

  private async takeState_(answer: ConsentAnswer): Promise<ConnectionRow> {
    const hash = hashState(answer.state)
    const taken = await withPatience(() =>
      takeState(this.knex_, hash, answer.actor_id)
    )
    if (taken) {
      return taken
    }
    const unused = await findState(this.knex_, hash)
    if (!unused) {
      throw stateError("unknown")
    }
    throw stateError(
      unused.actor_id === answer.actor_id ? "expired" : "foreign"
    )
  }

  private async exchange_(
    platform: AbstractSocialPlatform,
    { id, flow, redirect_uri, code_verifier }: ConnectionRow,
    { code, refusal }: ConsentAnswer
  ): Promise<Discovery> {
    if (code === undefined) {
      const { error, ...more } = refusal ?? { error: "no_code" }
      throw toMedusaError(platform.explainRefusal({ error, ...more }))
    }
    const verifier = withMedusaErrors(
      () => code_verifier && this.secretBox_.open(code_verifier, id)
    )
    try {
      return await platform.exchange(
        { flow, code, redirect_uri, code_verifier: verifier },
        this.connector_.callOf(platform)
      )
    } catch (thrown) {
      throw exchangeError(thrown, [code, verifier ?? code])
    }
  }
}
