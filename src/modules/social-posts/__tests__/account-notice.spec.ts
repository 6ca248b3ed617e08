import { accountNotice } from "../tokens/account-notice"
import type { DueNotice } from "../sql/account-notices"

const NOW = new Date("2026-11-21T12:00:00Z")

const due = (change: Partial<DueNotice>): DueNotice => ({
  id: "sacc_1",
  platform: "twitter",
  external_id: "42",
  username: "shop",
  display_name: "The Shop",
  status_reason: null,
  reconnect_by: new Date("2026-11-28T14:00:00Z"),
  renewal_failed_at: null,
  renewal_error: null,
  notice: "7d 2026-11-28",
  ...change,
})

describe("accountNotice", () => {
  it.each([
    [{}, "@shop"],
    [{ username: null }, "The Shop"],
    [{ username: null, display_name: null }, "42"],
  ])("names the account by what is known of it (%j)", (change, name) => {
    const { title, description } = accountNotice(due(change), "X", NOW)
    expect(title).toBe(`X: connect ${name} again by 28 November 2026`)
    expect(description).toContain(`the X account ${name} ends on`)
  })

  it("adds since when and why a renewal fails", () => {
    const { description, reason } = accountNotice(
      due({
        renewal_failed_at: new Date("2026-11-20T09:30:00Z"),
        renewal_error: "X answered HTTP 503.",
      }),
      "X",
      NOW
    )
    expect(description).toBe(
      "The access to the X account @shop ends on 28 November 2026, 14:00 UTC. The store has been trying to renew it since 20 November 2026. X answered HTTP 503. Connect it again before that in the admin under Social > Accounts, and syncing goes on without a gap."
    )
    expect(reason).toBe("X answered HTTP 503.")
  })

  it("does not announce what is over", () => {
    const ended = { reconnect_by: new Date("2026-11-21T09:00:00Z") }
    expect(accountNotice(due(ended), "X", NOW)).toMatchObject({
      title: "X: connect @shop again",
      description:
        "The access to the X account @shop ended on 21 November 2026, 09:00 UTC. Connect it again in the admin under Social > Accounts, and syncing goes on.",
    })
  })

  it("says since when nothing is synced", () => {
    expect(
      accountNotice(
        due({
          notice: "needs_reconnect 2026-11-21T08:00:00.000Z",
          status_reason: "X has ended the connection.",
          reconnect_by: null,
        }),
        "X",
        NOW
      )
    ).toEqual({
      account_id: "sacc_1",
      platform: "twitter",
      kind: "needs_reconnect",
      notice: "needs_reconnect 2026-11-21T08:00:00.000Z",
      title: "X: @shop has to be connected again",
      description:
        "Since 21 November 2026 nothing is synced from the X account @shop. X has ended the connection. The account is in the admin under Social > Accounts; what is stored of it stays.",
      reason: "X has ended the connection.",
      reconnect_by: null,
    })
  })
})
