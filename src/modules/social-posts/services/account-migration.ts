import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  describeConnection,
  type OldConnection,
  placeholderId,
  UNKNOWN_ID,
  waitingReason,
} from "../migration/connections"
import { tokenOf } from "../migration/old-account"
import type { MigratedAccount } from "../migration/report"
import { stableId } from "../migration/stable-id"
import { type Knex, withPatience } from "../sql/database"
import {
  type AccountRow,
  adoptPlaceholder,
  insertWaitingAccount,
  keepPlace,
  listAccountRows,
  loadPlaces,
  setReason,
} from "../sql/migrate-accounts"
import { CLOCK, type Clock } from "../types/options"
import type AccountConnector from "./account-connector"
import type PlatformRegistry from "./platform-registry"
import { textOf } from "../../../platform-kit"

interface Dependencies {
  [ContainerRegistrationKeys.PG_CONNECTION]: Knex
  [CLOCK]: Clock
  accountConnector: AccountConnector
  platformRegistry: PlatformRegistry
}

/**
 * Brings an old store's connections to accounts of this one. Tokens are tried
 * with their platform before they are kept; one that does not work is left
 * behind.
 */
export default class AccountMigration {
  private readonly knex_: Knex
  private readonly clock_: Clock
  private readonly connector_: AccountConnector
  private readonly registry_: PlatformRegistry

  constructor(dependencies: Dependencies) {
    this.knex_ = dependencies[ContainerRegistrationKeys.PG_CONNECTION]
    this.clock_ = dependencies[CLOCK]
    this.connector_ = dependencies.accountConnector
    this.registry_ = dependencies.platformRegistry
  }

  async list(): Promise<AccountRow[]> {
    return listAccountRows(this.knex_)
  }

  /** What a connection is here, or would become. Changes nothing, asks nobody. */
  async preview(
    source: string,
    connection: OldConnection
  ): Promise<MigratedAccount> {
    const described = describeConnection(connection)
    const account = await this.find_(source, connection)
    if (account && account.status !== "needs_reconnect") {
      return { ...described, account_id: account.id, state: "known" }
    }
    const account_id = account?.id ?? null
    return this.usable_(connection)
      ? { ...described, account_id, state: "to_check" }
      : { ...described, account_id, reason: this.reason_(connection) }
  }

  /** The account of a connection; it is added, or its token tried again. */
  async place(
    source: string,
    connection: OldConnection
  ): Promise<MigratedAccount & { account_id: string }> {
    const described = describeConnection(connection)
    const account = await this.identified_(source, connection)
    if (account && account.status !== "needs_reconnect") {
      await this.keep_(source, connection, account.id)
      return { ...described, account_id: account.id, state: "known" }
    }
    const connected = await this.connect_(connection)
    if (connected.id) {
      await this.keep_(source, connection, connected.id)
      return { ...described, account_id: connected.id, state: "connected" }
    }
    const reason = connected.problem ?? this.reason_(connection)
    const id = account?.id ?? (await this.insert_(source, connection, reason))
    await withPatience(() => setReason(this.knex_, id, reason))
    await this.keep_(source, connection, id)
    return { ...described, account_id: id, reason }
  }

  /** The account as an earlier run placed it, or the one with its identity. */
  private async find_(
    source: string,
    connection: OldConnection
  ): Promise<AccountRow | null> {
    const [accounts, places] = await Promise.all([
      this.list(),
      loadPlaces(this.knex_, source),
    ])
    const { external_id, network, key } = connection
    const identity = external_id ?? placeholderId(connection)
    return (
      accounts.find(({ id }) => id === places[key]) ??
      accounts.find(
        (one) => one.platform === network && one.external_id === identity
      ) ??
      null
    )
  }

  /** The same; a placeholder gives way to the identity that became known. */
  private async identified_(
    source: string,
    connection: OldConnection
  ): Promise<AccountRow | null> {
    const account = await this.find_(source, connection)
    const { external_id, network } = connection
    if (!account?.external_id.startsWith(UNKNOWN_ID) || !external_id) {
      return account
    }
    const all = await this.list()
    const target = all.find(
      (one) => one.platform === network && one.external_id === external_id
    )
    const id = await this.knex_.transaction((trx) =>
      adoptPlaceholder(
        trx,
        account.id,
        external_id,
        target?.id ?? null,
        this.clock_()
      )
    )
    return target ?? { ...account, id, external_id }
  }

  private usable_({ external_id, platform, network }: OldConnection): boolean {
    return (
      external_id !== null &&
      platform !== null &&
      tokenOf(platform, network).kind === "plain"
    )
  }

  /** Tries the old token. What the platform said about it is the reason. */
  private async connect_(
    connection: OldConnection
  ): Promise<{ id: string | null; problem: string | null }> {
    const { external_id, platform, network } = connection
    const token = platform && tokenOf(platform, network)
    if (!external_id || token?.kind !== "plain") {
      return { id: null, problem: null }
    }
    try {
      const account = await this.connector_.check({
        platform: network,
        external_id,
        access_token: token.value,
        username: platform?.username ?? undefined,
        settings: settingsOf(network, external_id, token.value),
      })
      return { id: await this.connector_.store(account), problem: null }
    } catch (error) {
      const said = textOf(error)
      return {
        id: null,
        problem: `Its token of the old store does not work: ${said} Connect the account again.`,
      }
    }
  }

  private insert_(
    source: string,
    connection: OldConnection,
    status_reason: string
  ): Promise<string> {
    const { network, platform, external_id } = connection
    return withPatience(() =>
      insertWaitingAccount(
        this.knex_,
        {
          id: stableId("sacc", source, connection.key),
          platform: network,
          external_id: external_id ?? placeholderId(connection),
          username: platform?.username ?? null,
          display_name: platform?.name ?? null,
          settings: external_id
            ? settingsOf(network, external_id, tokenText(connection))
            : null,
          status_reason,
        },
        this.clock_()
      )
    )
  }

  private keep_(
    source: string,
    { key }: OldConnection,
    id: string
  ): Promise<void> {
    return withPatience(() => keepPlace(this.knex_, source, key, id))
  }

  private reason_(connection: OldConnection): string {
    const platform = this.registry_.retrieve(connection.network)
    return waitingReason(connection, platform.profile.label)
  }
}

const tokenText = ({ platform, network }: OldConnection): string => {
  const token = platform && tokenOf(platform, network)
  return token?.kind === "plain" ? token.value : ""
}

/** What merchants choose when they connect, as far as it shows. */
function settingsOf(
  network: string,
  externalId: string,
  token: string
): Record<string, unknown> {
  switch (network) {
    case "instagram":
      return { login: token.startsWith("IG") ? "instagram" : "facebook" }
    case "linkedin":
      return { kind: externalId.includes("person") ? "member" : "organization" }
    default:
      return {}
  }
}
