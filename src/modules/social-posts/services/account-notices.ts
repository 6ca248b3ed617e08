import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { claimNotices, confirmNotices } from "../sql/account-notices"
import { type Knex, withPatience } from "../sql/database"
import { accountNotice } from "../tokens/account-notice"
import type { AccountNotice } from "../types/notices"
import { CLOCK, type Clock } from "../types/options"
import type PlatformRegistry from "./platform-registry"

interface Dependencies {
  [ContainerRegistrationKeys.PG_CONNECTION]: Knex
  [CLOCK]: Clock
  platformRegistry: PlatformRegistry
}

/** Notices at a time; the rest follows at once. */
const BATCH = 50

/** Finds out what merchants have to be told about their accounts, once. */
export default class AccountNotices {
  private readonly knex_: Knex
  private readonly clock_: Clock
  private readonly registry_: PlatformRegistry

  constructor(dependencies: Dependencies) {
    this.knex_ = dependencies[ContainerRegistrationKeys.PG_CONNECTION]
    this.clock_ = dependencies[CLOCK]
    this.registry_ = dependencies.platformRegistry
  }

  /** Takes notices over, to send and then to confirm; one cheap query. */
  async claim(): Promise<AccountNotice[]> {
    const now = this.clock_()
    const due = await claimNotices(this.knex_, BATCH, now)
    return due.map((one) =>
      accountNotice(
        one,
        this.registry_.find(one.platform)?.profile.label ?? one.platform,
        now
      )
    )
  }

  async confirm(sent: readonly AccountNotice[]): Promise<void> {
    const names = sent.map(({ account_id, notice }) => ({
      id: account_id,
      notice,
    }))
    await withPatience(() => confirmNotices(this.knex_, names))
  }
}
