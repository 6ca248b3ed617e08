import { externalIdOf, type OldPlatform, tokenOf } from "./old-account"
import type { MigratedAccount } from "./report"

/** One network of one row of the old table of platforms. */
export interface OldConnection {
  /** `<old id>:<network>`, or the network alone. */
  key: string
  network: string
  platform: OldPlatform | null
  external_id: string | null
}

/** What an account is called whose id on its platform nobody knows. */
export const UNKNOWN_ID = "unknown:"

export const placeholderId = ({ key }: OldConnection) => `${UNKNOWN_ID}${key}`

/** Accounts of this store whose names can be compared. */
export interface NamedAccount {
  platform: string
  external_id: string
  username: string | null
}

/**
 * The connections of an old store and their identities, from the surest source
 * to the last: what the caller says, the old configuration, the ids of posts,
 * the name of an account that is connected here.
 */
export class OldConnections {
  private readonly known_ = new Map<string, OldConnection>()
  private readonly fromPosts_ = new Map<string, Set<string>>()

  /**
   * @param platforms the old platforms by id
   * @param said external ids by `<old id>:<network>`, old id, or network
   */
  constructor(
    private readonly platforms: ReadonlyMap<string, OldPlatform>,
    private readonly said: Readonly<Record<string, string>>,
    private readonly accounts: readonly NamedAccount[]
  ) {}

  networksOf(platformId: string | null): readonly string[] {
    return this.platforms.get(platformId ?? "")?.networks ?? []
  }

  /** Remembers whose post an id names, where ids do that. */
  learn(platformId: string | null, network: string, externalId: string): void {
    const key = keyOf(this.platforms.get(platformId ?? ""), network)
    const ids = this.fromPosts_.get(key) ?? new Set()
    this.fromPosts_.set(key, ids.add(externalId))
  }

  get(platformId: string | null, network: string): OldConnection {
    const platform = this.platforms.get(platformId ?? "") ?? null
    const key = keyOf(platform, network)
    const known = this.known_.get(key)
    if (known) {
      return known
    }
    const connection = {
      key,
      network,
      platform,
      external_id: this.identify_(key, network, platform),
    }
    this.known_.set(key, connection)
    return connection
  }

  private identify_(
    key: string,
    network: string,
    platform: OldPlatform | null
  ): string | null {
    const fromPosts = [...(this.fromPosts_.get(key) ?? [])]
    return (
      this.said[key] ??
      (platform?.networks.length === 1 ? this.said[platform.id] : undefined) ??
      this.said[network] ??
      (platform && externalIdOf(platform, network)) ??
      (fromPosts.length === 1 ? fromPosts[0] : undefined) ??
      this.namesake_(network, platform?.username ?? null)
    )
  }

  private namesake_(network: string, username: string | null): string | null {
    const same = this.accounts.filter(
      (account) =>
        account.platform === network &&
        username !== null &&
        account.username?.toLowerCase() === username.toLowerCase()
    )
    return same.length === 1 ? (same[0]?.external_id ?? null) : null
  }
}

const keyOf = (platform: OldPlatform | null | undefined, network: string) =>
  platform ? `${platform.id}:${network}` : network

/** The account of a report, before anything is known of it here. */
export const describeConnection = ({
  network,
  platform,
  external_id,
}: OldConnection): MigratedAccount => ({
  old_id: platform?.id ?? null,
  platform: network,
  external_id,
  name: platform?.username ?? platform?.name ?? null,
  account_id: null,
  state: "waiting",
  reason: null,
  token: platform ? tokenOf(platform, network).kind : "none",
  posts: 0,
})

/** What a person has to do about an account whose token cannot be used. */
export function waitingReason(
  { external_id, platform, key }: OldConnection,
  label: string
): string {
  if (!external_id) {
    return `Connect this account: its id on ${label} was not in the old store. When it is connected, run the migration again with --account ${key}=<its id>, and the posts go over to it.`
  }
  const token = platform
    ? tokenOf(platform, key.split(":").at(-1) ?? "").kind
    : "none"
  return token === "sealed"
    ? "Its token in the old store is sealed in a way this plugin does not know. Connect the account again."
    : "The old store kept no token for it. Connect the account."
}
