import { inspect } from "node:util"
import { AxiosError, AxiosHeaders } from "axios"
import { redact } from "../redact"

/** Letters and digits of a fixed look; no secret of anybody. */
const random = (length: number) =>
  "aB3xK9mQ2pL7vR4tZ8wN1cY6dF5gH0jS"
    .repeat(Math.ceil(length / 32))
    .slice(0, length)

const base64url = (text: string) => Buffer.from(text).toString("base64url")

/** One of each family; the longer kinds are shortened. */
const TOKENS = {
  "Facebook page or user": `EAAG${random(120)}`,
  "Instagram login": `IGAA${random(120)}`,
  "old Instagram": `IGQVJ${random(120)}`,
  Threads: `THAA${random(120)}`,
  "Meta app": `512345678901234|${random(27)}`,
  "X access": base64url(`${random(43)}:1794744000000:1:0:at:1`),
  "X refresh": base64url(`${random(43)}:1794744000000:1:1:rt:1`),
  "X consent code": base64url(`${random(43)}:1794744000000:1:0:ac:1`),
  "X in plain": `${random(43)}:1794744000000:1:1:rt:1`,
  "X app": `AAAAAAAAAAAAAAAAAAAAA${random(30)}%2F${random(30)}%3D`,
  "LinkedIn access": `AQX${random(60)}_-${random(60)}`,
  "LinkedIn refresh": `AQV${random(100)}-${random(40)}`,
  "Bluesky session": `eyJ${random(20)}.eyJ${random(60)}.${random(43)}`,
}

const NAMES = [
  "access_token",
  "refresh_token",
  "client_secret",
  "code_verifier",
  "appsecret_proof",
  "fb_exchange_token",
  "input_token",
  "accessToken",
  "refreshJwt",
]

describe.each(Object.entries(TOKENS))("the token: %s", (_, token) => {
  /** The telling half of `id|secret`. */
  const secret = token.split("|").at(-1) as string

  it.each([
    ["a sentence", `Malformed token ${token}, says the platform.`],
    ["an address", `GET https://api.test/me?access_token=${token}&a=1 failed`],
    ["a form", `grant_type=refresh_token&refresh_token=${token}&a=b`],
    ["an encoded form", `refresh_token=${encodeURIComponent(token)}&a=b`],
    ["JSON", JSON.stringify({ access_token: token, a: 1 })],
    ["JSON in JSON", JSON.stringify({ b: JSON.stringify({ token }) })],
    ["a header", `Authorization: Bearer ${token}`],
    ["an object of the console", inspect({ access_token: token })],
  ])("is taken out of %s", (_where, text) => {
    const safe = redact(text)
    expect(safe).not.toContain(secret)
    expect(safe).not.toContain(encodeURIComponent(token))
    expect(safe).toContain("[redacted]")
  })
})

describe.each(NAMES)("the name %s", (name) => {
  const secret = "s3cr3t-Value"

  it.each([
    ["an address", `https://api.test/x?${name}=${secret}&b=1`],
    ["the end of an address", `https://api.test/x?b=1&${name}=${secret}`],
    [
      "an encoded address",
      `next=https%3A%2F%2Fa%3F${name}%3D${secret}%26b%3D1`,
    ],
    ["a form in JSON", `{"data":"b=1&${name}=${secret}"}`],
    ["a field", `{"${name}":"${secret}","b":1}`],
    ["a spaced field", `{ "${name}" : "${secret}" }`],
    ["an escaped field", `{"body":"{\\"${name}\\":\\"${secret}\\"}"}`],
    ["twice escaped", `\\\\\\"${name}\\\\\\":\\\\\\"${secret}\\\\\\"`],
    ["an inspected object", `{ ${name}: '${secret}', b: 1 }`],
    ["prose", `The ${name}: ${secret} was refused`],
  ])("hides its value in %s", (_, text) => {
    const safe = redact(text)
    expect(safe).not.toContain(secret)
    // The rest stays readable.
    expect(safe).toBe(text.replace(secret, "[redacted]"))
  })
})

describe("credentials of an app", () => {
  const basic = Buffer.from("client-1:s3cr3t").toString("base64")

  it.each([
    `Authorization: Basic ${basic}`,
    `authorization: 'basic ${basic}'`,
    `{"headers":{"Authorization":"Basic ${basic}"}}`,
    `sent with Basic ${basic} and refused`,
  ])("are taken out of %j", (text) => {
    expect(redact(text)).toBe(text.replace(basic, "[redacted]"))
  })
})

describe("a header's credential", () => {
  it.each([
    ["Authorization: Bearer abcdefgh", "abcdefgh"],
    [`{"authorization":"OAuth short-one"}`, "short-one"],
    [`sent with OAuth ${random(30)}`, random(30)],
  ])("is taken out whatever it looks like: %s", (text, secret) => {
    expect(redact(text)).toBe(text.replace(secret, "[redacted]"))
  })
})

describe("a consent code", () => {
  it.each(["AQTs3cr3tCode", "4/0Ab_x-y", "0123456789", "abc"])(
    "is taken out of an address: %s",
    (code) => {
      expect(redact(`https://shop.test/cb?code=${code}&state=x`)).toBe(
        "https://shop.test/cb?code=[redacted]&state=x"
      )
    }
  )

  it("is taken out of a field", () => {
    const code = `4~${random(40)}`
    expect(redact(JSON.stringify({ code }))).toBe('{"code":"[redacted]"}')
  })

  it.each([
    "Meta refused it (code=190&error_subcode=463)",
    "Meta refused it (code=190/463)",
    "connect failed, code=ECONNREFUSED",
    '{"code":"QUERY_PARAM_NOT_ALLOWED","status":400}',
    '{"code":"rate_limit_exceeded","kind":"RateLimit"}',
  ])("is not mistaken for an error's: %s", (text) => {
    expect(redact(text)).toBe(text)
  })
})

describe("an error of axios", () => {
  const secrets = {
    form: "form-s3cr3t",
    bearer: "bearer-s3cr3t-1",
    query: "query-s3cr3t",
  }
  const error = new AxiosError(
    "Request failed with status code 400",
    AxiosError.ERR_BAD_REQUEST,
    {
      url: `https://api.test/token?access_token=${secrets.query}`,
      data: `grant_type=authorization_code&client_secret=${secrets.form}`,
      headers: new AxiosHeaders({ Authorization: `Bearer ${secrets.bearer}` }),
    }
  )

  it.each([
    ["its JSON", JSON.stringify(error.toJSON())],
    ["its JSON in JSON", JSON.stringify({ e: JSON.stringify(error.toJSON()) })],
    ["what the console prints", inspect(error, { depth: null })],
  ])("holds no secret in %s", (_, text) => {
    const safe = redact(text)
    for (const secret of Object.values(secrets)) {
      expect(text).toContain(secret)
      expect(safe).not.toContain(secret)
    }
    expect(safe).toContain("Request failed with status code 400")
  })

  it("stays JSON", () => {
    const safe = redact(JSON.stringify(error.toJSON()))
    expect(JSON.parse(safe)).toMatchObject({ code: "ERR_BAD_REQUEST" })
  })
})

describe("ordinary words", () => {
  it.each([
    "The bearer of good news",
    "The bearer 2026 is here",
    "Basic authentication is not supported; use a Bearer token instead.",
    "Basic JavaScript and OAuth 2.0-compliant servers",
    "Missing valid authorization header",
    "Value passed for the token was invalid.",
    "Empty oauth2_access_token",
    "The option client_secret is missing: set it and restart.",
    "access_token: missing or malformed",
    "Your access token has expired on Friday, 20-Nov-26 at 10:00.",
    "#EAASports2026 #AQtraining #THrowback #IGAAwards",
    `#AQ${random(50)}`,
    `https://media.test/v/AQ${random(50)}.mp4`,
    "EAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAASY!",
    "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAARGH",
    "A post about tokens = trust & codes = art",
    "urn:li:share:7300000000000000001 and urn:li:person:AbC_123-x",
    "https://x.com/shop/status/1992837465019283746?page_token=abc&s=20",
    "Call 0123456789 | ask for Anna",
    `A picture: ${base64url(`${random(60)}, no token at all`)}`,
    "Ein Pa\u00dfwort: gar keins; \ud83d\ude00 token\u00e4hnlich",
  ])("stay as they are: %s", (text) => {
    expect(redact(text)).toBe(text)
  })

  it("are found quickly also in a long text without end", () => {
    const long = `${random(200_000)} ${"access_".repeat(20_000)} ${"\\".repeat(50_000)}`
    expect(redact(long)).toBe(long)
  })
})

describe("given values", () => {
  it("are taken out as they are and as a form has them", () => {
    const token = "123|abc+/=~"
    const form = new URLSearchParams({ x: token }).toString()
    expect(redact(`${token} ${form}`, [token])).toBe("[redacted] x=[redacted]")
  })

  it("may be any text", () => {
    expect(redact("a \ud800bcd", ["\ud800bcd"])).toBe("a [redacted]")
  })
})
