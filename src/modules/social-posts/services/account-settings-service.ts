import {
  ContainerRegistrationKeys,
  MedusaError,
} from "@medusajs/framework/utils"
import type { AbstractSocialPlatform } from "../../../platform-kit"
import { ungranted } from "../health/missing-scopes"
import {
  type AccountSettings,
  changeAccount,
  planPosts,
} from "../sql/account-settings"
import { type Knex, withPatience } from "../sql/database"
import { loadAccounts, type SyncAccount } from "../sql/load-claimed"
import { CLOCK, type Clock, type ResolvedSocialOptions } from "../types/options"
import { nextRun } from "../utils/sync-schedule"
import type PlatformRegistry from "./platform-registry"

interface Dependencies {
  [ContainerRegistrationKeys.PG_CONNECTION]: Knex
  [CLOCK]: Clock
  socialOptions: ResolvedSocialOptions
  platformRegistry: PlatformRegistry
}

/** What merchants set about an account: what is read of it, and how often. */
export default class AccountSettingsService {
  private readonly knex_: Knex
  private readonly clock_: Clock
  private readonly options_: ResolvedSocialOptions
  private readonly registry_: PlatformRegistry

  constructor(dependencies: Dependencies) {
    this.knex_ = dependencies[ContainerRegistrationKeys.PG_CONNECTION]
    this.clock_ = dependencies[CLOCK]
    this.options_ = dependencies.socialOptions
    this.registry_ = dependencies.platformRegistry
  }

  /**
   * Changes settings. Another schedule plans the next readings of the account's
   * posts anew.
   * @throws MedusaError 400 when nothing would be read of the account any more
   */
  async change(id: string, settings: AccountSettings): Promise<void> {
    if (settings.sync_numbers === false) {
      await this.requireComments_(id)
    }
    const { sync_schedule } = settings
    await withPatience(() =>
      this.knex_.transaction(async (trx) => {
        const now = this.clock_()
        // Posts before their account, the order in which runs write them.
        if (sync_schedule !== undefined) {
          const next_run = nextRun(sync_schedule)
          await planPosts(trx, id, { cron: sync_schedule, next_run }, now)
        }
        if (!(await changeAccount(trx, id, settings, now))) {
          throw settings.status ? notConnected() : nothingToSync()
        }
      })
    )
  }

  /** @throws MedusaError 400 when the account's comments are never read */
  private async requireComments_(id: string): Promise<void> {
    const account = (await loadAccounts(this.knex_, [id])).get(id)
    const platform = this.registry_.find(account?.platform ?? "")
    if (account && platform) {
      requireComments(account, platform)
    }
    if (this.options_.comments_per_sync === 0) {
      throw refused(
        'sync_numbers cannot be false: comments are switched off in this store (option "comments_per_sync" is 0), so nothing would be left to sync.'
      )
    }
  }
}

/** @throws MedusaError 400 when an account's comments cannot be read */
function requireComments(
  { settings, scopes }: SyncAccount,
  platform: AbstractSocialPlatform
): void {
  const { label, abilities } = platform.profile
  if (!abilities.comments) {
    throw refused(
      `sync_numbers cannot be false: the comments of ${label} are not read, so nothing would be left to sync.`
    )
  }
  const scoped = { connection_flow: null, settings }
  const missing = ungranted("comments", platform, scoped, scopes)
  if (missing.length > 0) {
    throw refused(
      `sync_numbers cannot be false: ${label} did not grant ${missing.join(", ")} for the comments of this account, so nothing would be left to sync.`
    )
  }
}

const refused = (message: string) =>
  new MedusaError(MedusaError.Types.INVALID_DATA, message)

const notConnected = () =>
  refused(
    "status cannot be set: the account is not connected. Reconnect it first."
  )

/** 400: an account of which nothing is read is better paused. */
const nothingToSync = () =>
  refused(
    'sync_numbers and sync_comments cannot both be false: then nothing would be synced. Leave one of them true, or set status "paused".'
  )
