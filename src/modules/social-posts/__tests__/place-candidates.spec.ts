import {
  type KnownAccount,
  placeCandidates,
} from "../connecting/place-candidates"
import type { FoundDescription } from "../types/connections"

const found = (
  external_id: string,
  change: Partial<FoundDescription> = {}
): FoundDescription => ({
  external_id,
  username: `user_${external_id}`,
  display_name: `Shop ${external_id}`,
  avatar_url: null,
  account_type: "business",
  followers_count: null,
  scopes: null,
  other_ids: [],
  settings: {},
  obstacle: null,
  ...change,
})

const known = (
  external_id: string,
  change: Partial<KnownAccount> = {}
): KnownAccount => ({
  id: `sacc_${external_id}`,
  external_id,
  username: null,
  display_name: null,
  account_type: "business",
  status: "active",
  ...change,
})

type Arguments = Parameters<typeof placeCandidates>

const places = (
  candidates: Arguments[0],
  stored: Arguments[1],
  wanted: Arguments[2],
  namesakes = false
) => Object.fromEntries(placeCandidates(candidates, stored, wanted, namesakes))

describe("placeCandidates", () => {
  it("knows an account by its id before all else", () => {
    const wanted = known("old", { username: "user_1" })
    expect(
      places([found("1"), found("old", { username: "other" })], [], wanted)
    ).toEqual({ old: "sacc_old" })
  })

  it("then by another id, which may be the one that is stored", () => {
    const app = known("app-1")
    expect(
      places([found("1", { other_ids: ["x", "app-1"] })], [app], null)
    ).toEqual({ "1": "sacc_app-1" })
    // Not for two: whose id it is comes first.
    expect(
      places(
        [found("1", { other_ids: ["app-1"] }), found("app-1")],
        [app],
        null
      )
    ).toEqual({ "app-1": "sacc_app-1" })
  })

  it("then by its handle, in any spelling", () => {
    const wanted = known("old", { username: "USER_2" })
    expect(places([found("1"), found("2")], [], wanted)).toEqual({
      "2": "sacc_old",
    })
  })

  it("never gives away what another account of the store is", () => {
    const wanted = known("old", { username: "user_1", display_name: "Shop 1" })
    expect(places([found("1")], [known("1")], wanted)).toEqual({
      "1": "sacc_1",
    })
  })

  it("at last by its name, where ids are app-scoped, there is one, and of the same kind", () => {
    const wanted = known("old", { display_name: "shop 1" })
    expect(places([found("1")], [], wanted, true)).toEqual({ "1": "sacc_old" })
    expect(places([found("1")], [], wanted)).toEqual({})
    expect(places([found("1"), found("2")], [], wanted, true)).toEqual({})
    const page = { ...wanted, account_type: "page" }
    expect(places([found("1")], [], page, true)).toEqual({})
  })

  it("knows nobody by names that nobody has", () => {
    const nameless = found("1", { username: null, display_name: null })
    expect(places([nameless], [], known("old"), true)).toEqual({})
  })
})
