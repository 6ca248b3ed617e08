import { codeChallenge, newCodeVerifier } from "../pkce"

describe("PKCE", () => {
  // https://www.rfc-editor.org/rfc/rfc7636#appendix-B
  it("makes the challenge of the specification's example", () => {
    expect(codeChallenge("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk")).toBe(
      "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
    )
  })

  it("makes verifiers of 43 characters, each another one", () => {
    const verifiers = Array.from({ length: 50 }, newCodeVerifier)
    expect(new Set(verifiers).size).toBe(50)
    for (const verifier of verifiers) {
      expect(verifier).toMatch(/^[\w-]{43}$/)
    }
  })
})
