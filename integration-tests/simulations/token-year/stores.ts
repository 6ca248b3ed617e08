import type { Sandbox } from "../../../platform-sandbox"
import type { StoreDatabase } from "../../utils/store-database"
import {
  type ModuleLogger,
  openStore,
  type Store,
  type StoreSettings,
} from "../../utils/store-module"

/** The processes of one store, one after the other, in the sandbox's time. */
export class Stores {
  private open_: { key: string; store: Store } | null = null

  constructor(
    private readonly sandbox_: Sandbox,
    private readonly database_: StoreDatabase,
    private readonly logger_: ModuleLogger
  ) {}

  /**
   * The store as the operator has configured it by now: restarted when other
   * options are wanted, or LinkedIn has had new versions for a while.
   */
  async current(platforms: StoreSettings["platforms"] = {}): Promise<Store> {
    const { clock, url } = this.sandbox_
    const settings: StoreSettings = {
      databaseUrl: this.database_.url,
      sandboxUrl: url,
      module: { comments_per_sync: 0, clock: () => clock.now() },
      platforms: {
        linkedin: { api_version: versionOfLastQuarter(clock.now()) },
        ...platforms,
      },
      logger: this.logger_,
    }
    const key = JSON.stringify(settings.platforms)
    if (this.open_?.key !== key) {
      await this.close()
      this.open_ = { key, store: await openStore(settings) }
    }
    return this.open_.store
  }

  async close(): Promise<void> {
    await this.open_?.store.close()
    this.open_ = null
  }
}

/** A version of LinkedIn lives for a year: `202509` from October 2026 on. */
function versionOfLastQuarter(now: Date): string {
  const month = now.getUTCMonth() - (now.getUTCMonth() % 3) - 1
  const last = new Date(Date.UTC(now.getUTCFullYear(), month))
  return last.toISOString().slice(0, 7).replace("-", "")
}
