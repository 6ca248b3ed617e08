import { accountObstacle } from "../insights/account-obstacle"
import type { SyncAccount } from "../sql/load-claimed"

const NOW = new Date("2026-11-01T12:00:00Z")
const LATER = new Date("2026-11-01T12:30:00Z")

const obstacle = (account: Partial<SyncAccount>) =>
  accountObstacle(
    {
      id: "sacc_1",
      platform: "instagram",
      external_id: "1",
      username: null,
      status: "active",
      status_reason: null,
      scopes: null,
      settings: null,
      connection_flow: null,
      parked_until: null,
      sync_numbers: true,
      sync_comments: true,
      sync_schedule: null,
      credential: null,
      tokens_ref: null,
      ...account,
    },
    NOW
  )

describe("accountObstacle", () => {
  it("is none for an active account", () => {
    expect(obstacle({})).toBeNull()
  })

  it.each(["needs_reconnect", "paused", "disconnected"])(
    "is the status %s, with its reason",
    (status) => {
      expect(
        obstacle({ status, status_reason: "The token has expired." })
      ).toMatchObject({
        kind: "auth",
        scope: "account",
        code: status,
        message: "The token has expired.",
      })
    }
  )

  it("says what to do when no reason is known", () => {
    expect(obstacle({ status: "paused" })?.message).toContain(
      "Reconnect or resume"
    )
  })

  it("is a limit until it opens", () => {
    const error = obstacle({ parked_until: LATER })
    expect(error).toMatchObject({
      kind: "rate_limit",
      scope: "account",
      code: "parked",
      retry_at: LATER,
    })
    expect(error?.message).toContain("2026-11-01T12:30:00.000Z")
    expect(obstacle({ parked_until: NOW })).toBeNull()
  })

  it("is the status rather than the limit", () => {
    expect(obstacle({ status: "paused", parked_until: LATER })?.kind).toBe(
      "auth"
    )
  })
})
