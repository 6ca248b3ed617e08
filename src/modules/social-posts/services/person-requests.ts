import { randomBytes } from "node:crypto"
import {
  ContainerRegistrationKeys,
  MedusaError,
} from "@medusajs/framework/utils"
import {
  type AbstractSocialPlatform,
  PlatformError,
  type SignedPersonRequest,
  type WebhookRequest,
} from "../../../platform-kit"
import { type Knex, withPatience } from "../sql/database"
import { removeAccount } from "../sql/remove-account"
import {
  type DeletionRequest,
  findDeletion,
  listOpenDeletions,
  noteDeleted,
  noteDeletionFailed,
  planDeletion,
  upsertDeletionRequest,
} from "../sql/webhooks/deletion-requests"
import {
  lockAccountsOfPerson,
  type PersonAccount,
} from "../sql/webhooks/person-accounts"
import { CLOCK, type Clock } from "../types/options"
import { personHash } from "../webhooks/person-hash"
import type PlatformRegistry from "./platform-registry"

interface Dependencies {
  [ContainerRegistrationKeys.PG_CONNECTION]: Knex
  [CLOCK]: Clock
  platformRegistry: PlatformRegistry
}

/** What a person wants, as their platform signed it. */
export interface PersonRequest {
  person_id: string
  /** ISO 8601: workflows hand on no dates. */
  issued_at: string | null
  /** The one it came to. */
  platform: string
  /** All whose app signed it: Facebook and Instagram can share one. */
  platforms: string[]
}

/** An account whose access was taken back by the person who gave it. */
export interface DeauthorizedAccount extends PersonAccount {
  reason: string
}

/** Persons who take back what they granted, or want it deleted. */
export default class PersonRequests {
  private readonly knex_: Knex
  private readonly clock_: Clock
  private readonly registry_: PlatformRegistry

  constructor(dependencies: Dependencies) {
    this.knex_ = dependencies[ContainerRegistrationKeys.PG_CONNECTION]
    this.clock_ = dependencies[CLOCK]
    this.registry_ = dependencies.platformRegistry
  }

  /**
   * Checks and reads a signed request.
   * @throws MedusaError 401 when no app of the platform signed it
   */
  read(name: string, request: WebhookRequest): PersonRequest {
    const own = this.registry_.find(name)
    const said = own && readBy(own, request)
    if (!own || !said) {
      throw new MedusaError(
        MedusaError.Types.UNAUTHORIZED,
        "The signed request is not valid."
      )
    }
    return {
      person_id: said.person_id,
      issued_at: said.issued_at?.toISOString() ?? null,
      platform: own.profile.identifier,
      platforms: this.registry_
        .list()
        .filter((platform) => readBy(platform, request) !== null)
        .map(({ profile }) => profile.identifier),
    }
  }

  /** Forgets the tokens a person granted. Returns the accounts that lived on them. */
  async deauthorize(request: PersonRequest): Promise<DeauthorizedAccount[]> {
    return withPatience(() =>
      this.knex_.transaction((trx) =>
        this.disconnect_(trx, request, { disconnected: false })
      )
    )
  }

  /**
   * Takes a person's demand to delete what is kept through their access. Their
   * tokens go at once; `listOpen` tells what is left to be deleted. The same
   * demand again changes nothing.
   */
  async demandDeletion(request: PersonRequest): Promise<{
    confirmation_code: string
    accounts: DeauthorizedAccount[]
  }> {
    const demand = {
      platform: request.platform,
      person_hash: personHash(request),
      confirmation_code: randomBytes(16).toString("hex"),
    }
    return withPatience(() =>
      this.knex_.transaction(async (trx) => {
        const now = this.clock_()
        const row = await upsertDeletionRequest(trx, demand, now)
        const { id, confirmation_code } = row
        // Without a time the person may mean what was granted since.
        if (row.status === "done" && request.issued_at !== null) {
          return { confirmation_code, accounts: [] }
        }
        const accounts = await this.disconnect_(trx, request, {
          disconnected: true,
        })
        const ids = accounts.map((account) => account.id)
        const open = new Set([...row.account_ids, ...ids])
        await planDeletion(trx, id, [...open], now)
        return { confirmation_code, accounts }
      })
    )
  }

  /** Demands that are not done yet. */
  async listOpen(): Promise<DeletionRequest[]> {
    return withPatience(() => listOpenDeletions(this.knex_))
  }

  /** Notes that an account of a demand is deleted. */
  async noteDeleted(id: string, accountId: string): Promise<void> {
    await withPatience(() =>
      noteDeleted(this.knex_, id, accountId, this.clock_())
    )
  }

  /** Notes that deleting did not work; it is tried again. */
  async noteFailed(id: string): Promise<void> {
    await withPatience(() => noteDeletionFailed(this.knex_, id, this.clock_()))
  }

  /** How far a demand is; `null` for codes nobody was given. */
  async find(code: string): Promise<DeletionRequest | null> {
    return findDeletion(this.knex_, code)
  }

  private async disconnect_(
    trx: Knex,
    request: PersonRequest,
    which: { disconnected: boolean }
  ): Promise<DeauthorizedAccount[]> {
    const accounts = await lockAccountsOfPerson(trx, request, which)
    const gone: DeauthorizedAccount[] = []
    for (const account of accounts) {
      const { label } = this.registry_.retrieve(account.platform).profile
      const reason = `The person who connected the account removed the app in the settings of ${label}. Connect it again to go on syncing.`
      await removeAccount(trx, account.id, false, this.clock_(), reason)
      gone.push({ ...account, reason })
    }
    return gone
  }
}

/** `null` when the platform's app did not sign it. */
function readBy(
  platform: AbstractSocialPlatform,
  request: WebhookRequest
): SignedPersonRequest | null {
  try {
    return platform.webhooks()?.parseSignedRequest?.(request) ?? null
  } catch (thrown) {
    if (PlatformError.is(thrown)) {
      return null
    }
    throw thrown
  }
}
