import type {
  AbstractSocialPlatform,
  RevocationReach,
} from "../../../platform-kit"
import { planRevocation } from "../removal/plan-revocation"
import type { SyncAccount } from "../sql/load-claimed"

const platform = (reach: RevocationReach) =>
  ({
    profile: { label: "Chirp" },
    revocation: () => reach,
  }) as unknown as AbstractSocialPlatform

const account = (oauth: boolean | null) => ({
  platform: "chirp",
  settings: null,
  connection_flow: oauth ? "default" : null,
  // A pasted token may have been made for the store's own app.
  credential:
    oauth === null ? null : ({ own_app: true } as SyncAccount["credential"]),
})

describe("planRevocation", () => {
  it.each(["account", "person"] as const)(
    "takes back what the platform can: of the %s",
    (reach) => {
      const plan = planRevocation(account(true), platform(reach), 0)
      expect(plan).toEqual({ reach, note: expect.stringContaining("Chirp") })
    }
  )

  it.each([
    [1, /^.*Another account of this store was connected by the same person/],
    [2, /^.*2 other accounts of this store were connected by the same person/],
  ])("keeps a grant that %d other accounts live on", (others, note) => {
    const plan = planRevocation(account(true), platform("person"), others)
    expect(plan).toEqual({ reach: "none", note: expect.stringMatching(note) })
    // The account's own access is nobody else's.
    expect(planRevocation(account(true), platform("account"), others)).toEqual(
      expect.objectContaining({ reach: "account" })
    )
  })

  it.each([
    ["without a call for it", true, platform("none"), /no way to take access/],
    ["of a pasted token", false, platform("person"), /was pasted/],
    ["without a token", null, platform("account"), /No token/],
    ["of no platform here", true, null, /"chirp" is not configured/],
  ])("takes nothing back %s, and says why", (_, oauth, of, note) => {
    expect(planRevocation(account(oauth), of, 0)).toEqual({
      reach: "none",
      note: expect.stringMatching(note),
    })
  })
})
