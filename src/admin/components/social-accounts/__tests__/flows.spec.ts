import type { SocialConnectionFlow } from "../../../types/http"
import { firstFlow, flowById, flowOf, notGranted } from "../consent/flows"

const flow = (id: string, ready = true): SocialConnectionFlow => ({
  id,
  label: id,
  help: "",
  ready,
  missing_options: ready ? [] : ["client_id"],
  pkce: false,
  scopes: [
    { name: "read", reason: "Reads.", needed_for: "connection" },
    { name: "comments", reason: "Reads comments.", needed_for: "comments" },
  ],
})

const BOTH = { connection_flows: [flow("instagram"), flow("facebook")] }

describe("ways to connect", () => {
  it("takes the first that is set up", () => {
    const flows = [flow("instagram", false), flow("facebook")]
    expect(firstFlow({ connection_flows: flows })?.id).toBe("facebook")
    expect(
      firstFlow({ connection_flows: [flow("instagram", false)] })?.id
    ).toBe("instagram")
    expect(firstFlow({ connection_flows: [] })).toBeUndefined()
  })

  it("falls back from one that is gone", () => {
    expect(flowById(BOTH, "facebook")?.id).toBe("facebook")
    expect(flowById(BOTH, "gone")?.id).toBe("instagram")
  })

  it("is the account's own when it is connected again", () => {
    expect(
      flowOf(BOTH, { connection_flow: "facebook", settings: null })?.id
    ).toBe("facebook")
  })

  it("follows the login of an account with a pasted token", () => {
    expect(
      flowOf(BOTH, { connection_flow: null, settings: { login: "facebook" } })
        ?.id
    ).toBe("facebook")
  })
})

describe("notGranted", () => {
  it("names what is missing, and nothing when the platform does not say", () => {
    expect(
      notGranted(flow("instagram"), { scopes: ["read"] }).map(
        ({ name }) => name
      )
    ).toEqual(["comments"])
    expect(notGranted(flow("instagram"), { scopes: null })).toEqual([])
  })
})
