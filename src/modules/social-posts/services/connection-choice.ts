import {
  ContainerRegistrationKeys,
  generateEntityId,
} from "@medusajs/framework/utils"
import {
  describeConnection,
  type Places,
} from "../connecting/describe-connection"
import { placeCandidates } from "../connecting/place-candidates"
import { requireChosen } from "../connecting/require-chosen"
import { readFoundTokens } from "../connecting/read-found-tokens"
import { connectionOver } from "../connecting/state"
import {
  findConnection,
  restoreConnection,
  takeConnection,
} from "../sql/connections"
import { type Knex, withPatience } from "../sql/database"
import { findKnown, findReconnected } from "../sql/known-accounts"
import type { SealedAccount } from "../types/accounts"
import type {
  ChosenAccounts,
  ConnectionChoices,
  ConnectionRow,
  FoundDescription,
  TakenConnection,
} from "../types/connections"
import { withMedusaErrors } from "../utils/to-medusa-error"
import type AccountConnector from "./account-connector"
import type PlatformRegistry from "./platform-registry"
import type SecretBox from "./secret-box"

interface Dependencies {
  [ContainerRegistrationKeys.PG_CONNECTION]: Knex
  platformRegistry: PlatformRegistry
  accountConnector: AccountConnector
  secretBox: SecretBox
}

/** The choice among the accounts that a consent was good for. */
export default class ConnectionChoice {
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

  /** @throws MedusaError 404 when the connection is over or somebody else's */
  async retrieve(id: string, actorId: string): Promise<ConnectionChoices> {
    return this.describe(await this.find_(id, actorId))
  }

  /** What can be chosen, as it is answered: without tokens. */
  async describe(connection: ConnectionRow): Promise<ConnectionChoices> {
    return describeConnection(
      connection,
      this.registry_.retrieve(connection.platform),
      await this.places_(connection)
    )
  }

  /**
   * Ends a connection with a choice. Nothing is connected yet.
   * @throws MedusaError 400 naming an account that cannot be chosen, 404 when
   *   the connection is over
   */
  async take(chosen: ChosenAccounts): Promise<TakenConnection> {
    const { connection_id, actor_id } = chosen
    const connection = await this.find_(connection_id, actor_id)
    const candidates = requireChosen(connection, chosen.external_ids)
    const accounts = await this.seal_(connection, candidates)
    const taken = await withPatience(() =>
      takeConnection(this.knex_, connection_id, actor_id)
    )
    if (!taken) {
      throw connectionOver(connection_id)
    }
    return { accounts, connection: taken }
  }

  /** Makes a taken connection open for another choice. */
  async restore(connection: ConnectionRow): Promise<void> {
    await withPatience(() => restoreConnection(this.knex_, connection))
  }

  private async find_(id: string, actorId: string): Promise<ConnectionRow> {
    const connection = await findConnection(this.knex_, id, actorId)
    if (!connection) {
      throw connectionOver(id)
    }
    return connection
  }

  private async places_({
    account_id,
    candidates,
    platform,
  }: ConnectionRow): Promise<Places> {
    const found = candidates ?? []
    const ids = found.flatMap((one) => [one.external_id, ...one.other_ids])
    const [wanted, known] = await Promise.all([
      account_id ? findReconnected(this.knex_, account_id) : null,
      findKnown(this.knex_, platform, ids),
    ])
    const { profile } = this.registry_.retrieve(platform)
    const namesakes = profile.app_scoped_ids ?? false
    return {
      places: placeCandidates(found, known, wanted, namesakes),
      known,
      wanted,
    }
  }

  private async seal_(
    connection: ConnectionRow,
    candidates: readonly FoundDescription[]
  ): Promise<SealedAccount[]> {
    const platform = this.registry_.retrieve(connection.platform)
    const { places } = await this.places_(connection)
    const tokens = readFoundTokens(
      withMedusaErrors(() =>
        this.secretBox_.open(connection.found ?? "", connection.id)
      )
    )
    return candidates.map(
      ({ other_ids, obstacle, settings, ...description }) => {
        void other_ids
        void obstacle
        const found = tokens.get(description.external_id)
        if (!found) {
          throw connectionOver(connection.id)
        }
        return this.connector_.seal({
          platform,
          id:
            places.get(description.external_id) ??
            generateEntityId(undefined, "sacc"),
          description: {
            ...description,
            scopes: description.scopes ?? connection.granted_scopes,
            token_expires_at: found.expires_at,
          },
          settings,
          flow: connection.flow,
          tokens: found,
        })
      }
    )
  }
}
