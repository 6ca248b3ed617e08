import type {
  SocialConnection,
  SocialConnectionCandidate,
} from "../../../types/http"
import {
  adviceToShow,
  inOrder,
  isFruitless,
  isReconnect,
  readConnected,
  scopesToShow,
  suggested,
} from "../picker/picker-state"

const candidate = (
  external_id: string,
  more: Partial<SocialConnectionCandidate> = {}
): SocialConnectionCandidate => ({
  external_id,
  display_name: null,
  username: null,
  avatar_url: null,
  account_type: null,
  followers_count: null,
  posts_count: null,
  settings: null,
  obstacle: null,
  connected_account_id: null,
  suggested: true,
  ...more,
})

const PERSONAL = {
  code: "personal_account",
  message: "Switch it to a professional account.",
}

const connection = (
  candidates: SocialConnectionCandidate[],
  account_id: string | null = null
): SocialConnection => ({
  id: "sconn_1",
  platform: "instagram",
  flow: "instagram",
  account_id,
  expires_at: "2026-11-21T12:00:00Z",
  granted_scopes: null,
  missing_scopes: [],
  advice: [],
  candidates,
})

const blocked = candidate("1", { obstacle: PERSONAL })

it("ticks what the server suggests, but nothing that cannot be connected", () => {
  const found = connection([
    blocked,
    candidate("2"),
    candidate("3", { suggested: false }),
  ])
  expect(suggested(found)).toEqual(["2"])
})

it("shows those that can be connected first", () => {
  const found = connection([blocked, candidate("2"), candidate("3")])
  expect(inOrder(found).map(({ external_id }) => external_id)).toEqual([
    "2",
    "3",
    "1",
  ])
})

it("knows when there is nothing to choose", () => {
  expect(isFruitless(connection([]))).toBe(true)
  expect(isFruitless(connection([blocked]))).toBe(true)
  expect(isFruitless(connection([blocked, candidate("2")]))).toBe(false)
})

it("goes back to the account only when it alone was chosen", () => {
  const own = candidate("2", { connected_account_id: "sacc_1" })
  const found = connection([own, candidate("3")], "sacc_1")
  expect(isReconnect(found, ["2"])).toBe(true)
  expect(isReconnect(found, ["3"])).toBe(false)
  expect(isReconnect(found, ["2", "3"])).toBe(false)
  expect(isReconnect(connection([own]), ["2"])).toBe(false)
})

it("reads only what a history entry of its own keeps", () => {
  const connected = { social_accounts: [], failed: [], candidates: [] }
  expect(readConnected({ connected })).toEqual(connected)
  expect(readConnected(null)).toBeNull()
  expect(readConnected({ from: "/" })).toBeNull()
})

it("says of each missing permission once what that costs", () => {
  const found = {
    ...connection([candidate("1")]),
    missing_scopes: [
      {
        name: "business_management",
        reason: "Finds Pages.",
        needed_for: "connection" as const,
      },
      {
        name: "comments",
        reason: "Reads comments.",
        needed_for: "comments" as const,
      },
    ],
    advice: [
      {
        code: "pages_may_be_hidden",
        message: "Pages may be hidden without business_management.",
      },
      { code: "not_granted", message: "Missing: comments." },
    ],
  }
  expect(adviceToShow(found).map(({ code }) => code)).toEqual([
    "pages_may_be_hidden",
  ])
  expect(scopesToShow(found).map(({ name }) => name)).toEqual(["comments"])
  const silent = { ...found, missing_scopes: [] }
  expect(adviceToShow(silent)).toHaveLength(2)
})
