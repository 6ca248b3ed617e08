import { randomUUID } from "node:crypto"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  type Lease,
  prolongLease,
  releaseLease,
  takeLease,
} from "../sql/credential-lease"
import type { StoredCredential } from "../sql/credentials"
import { type Knex, withPatience } from "../sql/database"
import type { ResolvedSocialOptions } from "../types/options"

interface Dependencies {
  [ContainerRegistrationKeys.PG_CONNECTION]: Knex
  socialOptions: ResolvedSocialOptions
}

/** The tokens of an account, and the right to renew them. */
export interface HeldCredential {
  credential: StoredCredential
  /** Lets others have it; never fails, because it ends by itself too. */
  release(): Promise<void>
}

/**
 * Who may renew the tokens of an account: one at a time in all processes. A
 * lease is prolonged while its process lives and ends soon after it has died.
 */
export default class CredentialLeases {
  private readonly knex_: Knex
  private readonly seconds_: number

  constructor(dependencies: Dependencies) {
    this.knex_ = dependencies[ContainerRegistrationKeys.PG_CONNECTION]
    this.seconds_ = dependencies.socialOptions.lease_seconds
  }

  /** After this long without a sign, a holder has died. */
  lengthMs(): number {
    return this.seconds_ * 1000
  }

  /** `null` while somebody else holds it, or when there are no tokens. */
  async take(accountId: string): Promise<HeldCredential | null> {
    const lease: Lease = {
      account_id: accountId,
      holder: randomUUID(),
      seconds: this.seconds_,
    }
    const asked = Date.now()
    const credential = await withPatience(() => takeLease(this.knex_, lease))
    if (!credential) {
      return null
    }
    const release = this.prolong_(lease)
    // A process that was asleep meanwhile may have lost it again.
    if (Date.now() - asked > this.lengthMs() / 2) {
      await release()
      return null
    }
    return { credential, release }
  }

  /** A slow platform must not look like a dead process. */
  private prolong_(lease: Lease): () => Promise<void> {
    let prolonging = false
    const beat = async () => {
      // A slow database must not fill the pool with these.
      if (!prolonging) {
        prolonging = true
        await prolongLease(this.knex_, lease).catch(() => undefined)
        prolonging = false
      }
    }
    const timer = setInterval(beat, this.lengthMs() / 3)
    timer.unref()
    return async () => {
      clearInterval(timer)
      await releaseLease(this.knex_, lease).catch(() => undefined)
    }
  }
}
