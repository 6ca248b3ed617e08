import { parseEncryptionKey } from "../utils/encryption-key"

const KEY = Buffer.alloc(32, 7).toString("base64")

describe("parseEncryptionKey", () => {
  it("reads 32 bytes of base64", () => {
    expect(parseEncryptionKey(KEY).bytes).toEqual(Buffer.alloc(32, 7))
  })

  it("does not mind a line end, as from a file", () => {
    expect(parseEncryptionKey(`${KEY}\n`).bytes).toEqual(Buffer.alloc(32, 7))
  })

  it("names each key by a short id that does not show it", () => {
    const { id } = parseEncryptionKey(KEY)
    expect(id).toMatch(/^[0-9a-f]{8}$/)
    expect(parseEncryptionKey(KEY).id).toBe(id)
    expect(
      parseEncryptionKey(Buffer.alloc(32, 8).toString("base64")).id
    ).not.toBe(id)
    expect(Buffer.alloc(32, 7).toString("hex")).not.toContain(id)
  })

  it.each([undefined, ""])("says that the key is missing (%j)", (value) => {
    expect(() => parseEncryptionKey(value)).toThrow(
      /^Social insights cannot start: the encryption_key is missing, .*SOCIAL_ENCRYPTION_KEY.*openssl rand -base64 32/
    )
  })

  it.each([
    ["not base64", "this is not base64, though long enough!!"],
    ["not base64 at its end", `${KEY.slice(0, -1)}!`],
    ["too short", Buffer.alloc(31).toString("base64")],
    ["too long", Buffer.alloc(33).toString("base64")],
    ["hex", Buffer.alloc(32, 7).toString("hex")],
    ["only spaces", "   "],
  ])("says that the key is malformed: %s", (_name, value) => {
    expect(() => parseEncryptionKey(value)).toThrow(
      /the encryption_key is malformed \(it must be base64 of exactly 32 bytes\)\. Set SOCIAL_ENCRYPTION_KEY/
    )
  })

  it("names the option and never shows the value", () => {
    const value = "c2VjcmV0LWJ1dC10b28tc2hvcnQ="
    let message = ""
    try {
      parseEncryptionKey(value, "previous_encryption_keys")
    } catch (error) {
      message = String(error)
    }
    expect(message).toContain("previous_encryption_keys is malformed")
    expect(message).not.toContain(value)
  })
})
