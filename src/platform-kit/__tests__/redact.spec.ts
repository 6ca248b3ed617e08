import { redact } from "../redact"

describe("redact", () => {
  it.each([
    "access_token",
    "client_secret",
    "refresh_token",
    "fb_exchange_token",
    "input_token",
    "appsecret_proof",
    "code",
    "code_verifier",
    "token",
  ])("takes out the value of the parameter %s", (name) => {
    expect(redact(`GET https://api.test/me?a=1&${name}=s3cr3t&b=2`)).toBe(
      `GET https://api.test/me?a=1&${name}=[redacted]&b=2`
    )
  })

  it("takes out a parameter at the start of a form body", () => {
    expect(redact("client_secret=s3cr3t&grant_type=x")).not.toContain("s3cr3t")
  })

  it("leaves parameters alone that only end like a secret one", () => {
    expect(redact("https://api.test/?page_token_code=abc&zipcode=123")).toBe(
      "https://api.test/?page_token_code=abc&zipcode=123"
    )
  })

  it.each(["Authorization: Bearer abc.DEF-123", "bearer  abc.DEF-123"])(
    "takes out the token of %j",
    (text) => {
      const safe = redact(text)
      expect(safe).not.toContain("abc.DEF-123")
      expect(safe).toContain("[redacted]")
    }
  )

  it("takes out the given values, everywhere they appear", () => {
    expect(redact("EAAB1 and again EAAB1, not EAAC", ["EAAB1"])).toBe(
      "[redacted] and again [redacted], not EAAC"
    )
  })

  it("takes given values as they are, not as patterns", () => {
    expect(redact("a+b|c (d)", ["a+b|c"])).toBe("[redacted] (d)")
  })

  it("leaves no rest when one given value begins with another", () => {
    expect(redact("sent EAAB1234", ["EAAB", "EAAB1234"])).toBe(
      "sent [redacted]"
    )
  })

  it("ignores given values too short to be secrets", () => {
    expect(redact("a cat", ["", "a"])).toBe("a cat")
  })

  it("leaves a text without secrets as it is", () => {
    const text = "Rate limit exceeded (code 4). Try again at 12:00."
    expect(redact(text)).toBe(text)
  })
})
