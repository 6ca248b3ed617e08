import { PlatformError } from "../../../platform-kit"
import SecretBox from "../services/secret-box"
import { socialOptionsSchema } from "../types/options"

const keyOf = (byte: number) => Buffer.alloc(32, byte).toString("base64")
const TOKEN = "EAAB-plain-token-ü😀"

const boxWith = (encryption_key: string, previous_encryption_keys?: string[]) =>
  new SecretBox({
    socialOptions: socialOptionsSchema.parse({
      encryption_key,
      previous_encryption_keys,
    }),
  })

const box = boxWith(keyOf(1))

function refusalOf(open: () => string): PlatformError {
  try {
    open()
  } catch (thrown) {
    if (PlatformError.is(thrown)) {
      return thrown
    }
    throw thrown
  }
  throw new Error("expected it to stay closed")
}

/** Changes the first character of one part: version, key, iv, tag, text. */
function tamper(sealed: string, index: number): string {
  const parts = sealed.split(":")
  const part = parts[index] as string
  parts[index] = (part.startsWith("A") ? "B" : "A") + part.slice(1)
  return parts.join(":")
}

describe("SecretBox", () => {
  it.each([TOKEN, "x", "", "a:b:c"])("opens what it sealed (%j)", (plain) => {
    expect(box.open(box.seal(plain, "sacc_1"), "sacc_1")).toBe(plain)
  })

  it("shows nothing of the token in the sealed text", () => {
    const sealed = box.seal(TOKEN, "sacc_1")
    expect(sealed).toMatch(/^v1:[0-9a-f]{8}(:[\w-]+){3}$/)
    for (const encoding of ["utf8", "base64url", "base64", "hex"] as const) {
      expect(sealed).not.toContain(Buffer.from(TOKEN).toString(encoding))
    }
  })

  it("seals the same token differently each time", () => {
    expect(box.seal(TOKEN, "sacc_1")).not.toBe(box.seal(TOKEN, "sacc_1"))
  })

  it("does not open for another account", () => {
    const sealed = box.seal(TOKEN, "sacc_1")
    expect(refusalOf(() => box.open(sealed, "sacc_2"))).toMatchObject({
      kind: "invalid",
      scope: "account",
      code: "token_cannot_be_opened",
      message: expect.stringContaining("does not belong to this account"),
    })
  })

  it.each([
    ["iv", 2],
    ["tag", 3],
    ["text", 4],
  ])("does not open when the %s was changed", (_part, index) => {
    const sealed = tamper(box.seal(TOKEN, "sacc_1"), index)
    expect(refusalOf(() => box.open(sealed, "sacc_1")).message).toContain(
      "was changed"
    )
  })

  it("does not open with a shortened tag", () => {
    const parts = box.seal(TOKEN, "sacc_1").split(":")
    parts[3] = Buffer.from(parts[3] as string, "base64url")
      .subarray(0, 4)
      .toString("base64url")
    expect(
      refusalOf(() => box.open(parts.join(":"), "sacc_1")).message
    ).toContain("was changed")
  })

  it.each(["", "plain-token", "v1", "v2:a:b:c:d", "v1:00000000:a:b:c"])(
    "does not take %j for a sealed token",
    (text) => {
      expect(refusalOf(() => box.open(text, "sacc_1")).kind).toBe("invalid")
    }
  )

  it("says what to do when the key is not configured any more", () => {
    const sealed = box.seal(TOKEN, "sacc_1")
    const { message } = refusalOf(() =>
      boxWith(keyOf(2)).open(sealed, "sacc_1")
    )
    expect(message).toBe(
      'The stored token cannot be opened: it was sealed with an encryption key that is not configured. Add the key it was sealed with to "previous_encryption_keys" and restart the store; if that key is lost, connect the account again.'
    )
  })

  it("still opens with a previous key, and seals with the current one", () => {
    const old = box.seal(TOKEN, "sacc_1")
    const renewed = boxWith(keyOf(2), [keyOf(1)])
    expect(renewed.open(old, "sacc_1")).toBe(TOKEN)
    expect(renewed.isOutdated(old)).toBe(true)

    const fresh = renewed.seal(TOKEN, "sacc_1")
    expect(renewed.isOutdated(fresh)).toBe(false)
    expect(boxWith(keyOf(2)).open(fresh, "sacc_1")).toBe(TOKEN)
  })
})
