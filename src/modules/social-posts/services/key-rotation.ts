import type { Logger } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { PlatformError, textOf } from "../../../platform-kit"
import { type Knex, withPatience } from "../sql/database"
import {
  countByKey,
  listOutdated,
  replaceTexts,
  SEALED_CONNECTIONS,
  SEALED_CREDENTIALS,
  type SealedRow,
  type SealedTable,
  type SealedTexts,
} from "../sql/sealed-texts"
import type { ResealReport } from "../types/renewals"
import type SecretBox from "./secret-box"

interface Dependencies {
  [ContainerRegistrationKeys.PG_CONNECTION]: Knex
  logger: Logger
  secretBox: SecretBox
}

/** Rows that are read at a time; each is written on its own. */
const BATCH = 100

/** Replaces the key that seals, and says when a key is missing. */
export default class KeyRotation {
  private readonly knex_: Knex
  private readonly logger_: Logger
  private readonly secretBox_: SecretBox

  constructor(dependencies: Dependencies) {
    this.knex_ = dependencies[ContainerRegistrationKeys.PG_CONNECTION]
    this.logger_ = dependencies.logger
    this.secretBox_ = dependencies.secretBox
  }

  /**
   * Seals everything with the current key. May be interrupted and run again,
   * and run while tokens are renewed: a text that changed is looked at anew.
   */
  async reseal(): Promise<ResealReport> {
    await this.resealTable_(SEALED_CONNECTIONS)
    const { resealed, unopenable } = await this.resealTable_(SEALED_CREDENTIALS)
    const { total, others } = await withPatience(() =>
      countByKey(this.knex_, SEALED_CREDENTIALS, [this.secretBox_.currentKey()])
    )
    return { resealed, current: total - others - resealed, unopenable }
  }

  /** One line in the log when tokens were sealed with keys that are not there. */
  async reportUnknownKeys(): Promise<void> {
    try {
      const { others, other_keys } = await countByKey(
        this.knex_,
        SEALED_CREDENTIALS,
        this.secretBox_.knownKeys()
      )
      if (others > 0) {
        this.logger_.error(
          `Social accounts: the tokens of ${others} ${others === 1 ? "account" : "accounts"} cannot be opened, because they were sealed with an encryption key that is not configured (${other_keys.join(", ")}). Add that key to "previous_encryption_keys" and restart the store; nothing was changed, and syncing goes on then. If the key is lost, connect the accounts again.`
        )
      }
    } catch (error) {
      const reason = textOf(error)
      this.logger_.debug(`Social accounts: keys not checked (${reason}).`)
    }
  }

  /** Passes over a table until a pass has nothing left to do. */
  private async resealTable_(table: SealedTable) {
    let resealed = 0
    for (;;) {
      const pass = await this.pass_(table)
      resealed += pass.resealed
      if (pass.resealed + pass.changed === 0) {
        return { resealed, unopenable: pass.unopenable }
      }
    }
  }

  private async pass_(table: SealedTable) {
    const pass = { resealed: 0, unopenable: 0, changed: 0 }
    const key = this.secretBox_.currentKey()
    let after = ""
    for (;;) {
      const rows = await withPatience(() =>
        listOutdated(this.knex_, table, key, after, BATCH)
      )
      for (const row of rows) {
        pass[await this.resealRow_(table, row)]++
        after = row.id
      }
      if (rows.length < BATCH) {
        return pass
      }
    }
  }

  private async resealRow_(table: SealedTable, row: SealedRow) {
    const texts = this.resealed_(row)
    if (!texts) {
      return "unopenable" as const
    }
    const replaced = await withPatience(() =>
      replaceTexts(this.knex_, table, row, texts)
    )
    return replaced ? ("resealed" as const) : ("changed" as const)
  }

  /** `null` when a text does not open. */
  private resealed_({ owner, texts }: SealedRow): SealedTexts | null {
    try {
      return Object.fromEntries(
        Object.entries(texts).map(([column, text]) => [
          column,
          text &&
            this.secretBox_.seal(this.secretBox_.open(text, owner), owner),
        ])
      )
    } catch (thrown) {
      if (!PlatformError.is(thrown)) {
        throw thrown
      }
      return null
    }
  }
}
