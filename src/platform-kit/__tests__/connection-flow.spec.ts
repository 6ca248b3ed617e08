import type { ConnectionFlow } from "../connecting"
import { addressOn, requireFlow } from "../connection-flow"

const flow = (id: string, ...missing_options: string[]): ConnectionFlow => ({
  id,
  label: id,
  help: "",
  scopes: [],
  missing_options,
  pkce: false,
})

const FLOWS = [flow("default"), flow("other", "client_id", "client_secret")]

describe("a way to connect", () => {
  it("is found", () => {
    expect(requireFlow("Test", FLOWS, "default")).toBe(FLOWS[0])
  })

  it.each([
    ["strange", "account", "unknown_flow", /one of: default, other\./],
    ["other", "app", "not_configured", /Set client_id and client_secret in/],
  ])("cannot be gone: %s", (id, scope, code, words) => {
    expect(() => requireFlow("Test", FLOWS, id)).toThrow(
      expect.objectContaining({
        kind: "invalid",
        scope,
        code,
        message: expect.stringMatching(words),
      })
    )
  })
})

describe("an address", () => {
  it.each([
    ["https://a.test", "https://a.test/x/y?b=c%20d%2Be&f=%26"],
    ["https://a.test//", "https://a.test/x/y?b=c%20d%2Be&f=%26"],
    ["https://a.test/base/", "https://a.test/base/x/y?b=c%20d%2Be&f=%26"],
  ])("on %s is %s", (base, address) => {
    expect(addressOn(base, "x/y", { b: "c d+e", f: "&" })).toBe(address)
  })

  it("has no question mark without parameters", () => {
    expect(addressOn("https://a.test", "x")).toBe("https://a.test/x")
  })
})
