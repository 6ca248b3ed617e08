import { bareTokens, type TokenSet } from "../../../platform-kit"
import TokenRenewals, { type RenewalWish } from "../services/token-renewals"
import type { RenewedAccount } from "../services/renewal-records"
import type { StoredCredential } from "../sql/credentials"

const ACCOUNT: RenewedAccount = {
  id: "sacc_1",
  platform: "fake",
  external_id: "1",
  scopes: null,
  settings: null,
}

const credential = (version: number): StoredCredential => ({
  ...bareTokens(`sealed-${version}`),
  id: "scred_1",
  account_id: ACCOUNT.id,
  version,
  renewal_failed_at: null,
  updated_at: new Date(),
})

/** Tokens in memory, with a platform that renews them when it is let go. */
class Desk {
  stored = credential(1)
  /** How many stood in line at the database. */
  waiters = 0
  /** Another process renews; nobody waits longer than this for it. */
  elsewhere: { patienceMs: number } | null = null
  private letGo_!: () => void
  private readonly gate_ = new Promise<void>((done) => (this.letGo_ = done))

  readonly renewals = new TokenRenewals({
    clock: () => new Date(),
    platformRegistry: {
      retrieve: () => ({
        profile: { identifier: "fake" },
        refresh: async (tokens: TokenSet) => {
          await this.gate_
          return tokens
        },
      }),
    },
    callBudgets: { of: () => undefined },
    credentialLeases: {
      // What a renewal takes at most comes on top.
      lengthMs: () => (this.elsewhere?.patienceMs ?? 0) - 30000,
      take: async () => {
        this.waiters++
        return this.elsewhere
          ? null
          : { credential: this.stored, release: async () => undefined }
      },
    },
    renewalRecords: {
      newest: async () => this.stored,
      succeeded: async () => (this.stored = credential(2)),
    },
    secretBox: { openTokens: (tokens: TokenSet) => tokens },
  } as unknown as ConstructorParameters<typeof TokenRenewals>[0])

  answer(): void {
    this.letGo_()
  }
}

const unlessRenewed: RenewalWish = {
  due: ({ version }) => version === 1,
  goodEnough: () => false,
}

describe("TokenRenewals", () => {
  it("keeps fifty callers of a process to one in line at the database", async () => {
    const desk = new Desk()
    const callers = Array.from({ length: 50 }, () =>
      desk.renewals.renew(ACCOUNT, unlessRenewed)
    )
    desk.answer()
    const got = await Promise.all(callers)
    expect(new Set(got.map(({ version }) => version))).toEqual(new Set([2]))
    expect(desk.waiters).toBe(1)
  })

  it("lets a caller who needs more than that have a turn", async () => {
    const desk = new Desk()
    const first = desk.renewals.renew(ACCOUNT, unlessRenewed)
    const second = desk.renewals.renew(ACCOUNT, {
      ...unlessRenewed,
      due: () => true,
    })
    desk.answer()
    await Promise.all([first, second])
    expect(desk.waiters).toBe(2)
  })

  it("goes on with tokens that will do while another process renews", async () => {
    const desk = new Desk()
    desk.elsewhere = { patienceMs: 60000 }
    const got = await desk.renewals.renew(ACCOUNT, {
      ...unlessRenewed,
      goodEnough: () => true,
    })
    expect(got.version).toBe(1)
    expect(desk.waiters).toBe(1)
  })

  it("takes what another process has renewed", async () => {
    const desk = new Desk()
    desk.elsewhere = { patienceMs: 60000 }
    const waiting = desk.renewals.renew(ACCOUNT, unlessRenewed)
    desk.stored = credential(2)
    expect((await waiting).version).toBe(2)
  })

  it("does not wait for ever for another process", async () => {
    const desk = new Desk()
    desk.elsewhere = { patienceMs: -1 }
    await expect(
      desk.renewals.renew(ACCOUNT, unlessRenewed)
    ).rejects.toMatchObject({ kind: "transient", code: "renewal_under_way" })
  })

  it("keeps accounts apart", async () => {
    const desk = new Desk()
    const callers = ["sacc_1", "sacc_2"].map((id) =>
      desk.renewals.renew({ ...ACCOUNT, id }, unlessRenewed)
    )
    desk.answer()
    await Promise.all(callers)
    expect(desk.waiters).toBe(2)
  })
})
