import { toJsonb } from "../sql/database"

const stored = (value: unknown) => JSON.parse(toJsonb(value)) as unknown

describe("toJsonb", () => {
  it("is plain JSON for plain values", () => {
    const value = { a: [1, null, "é", true], when: new Date(0) }
    expect(toJsonb(value)).toBe(JSON.stringify(value))
  })

  it("leaves NUL characters out", () => {
    expect(stored({ text: "a\0b", list: ["\0"] })).toEqual({
      text: "ab",
      list: [""],
    })
  })

  it("leaves NUL characters out of keys", () => {
    expect(toJsonb({ "a\0b": 1 })).not.toContain("\\u0000")
  })

  it.each([
    ["high", "a\ud83db", "a\ufffdb"],
    ["low", "a\ude00b", "a\ufffdb"],
    ["swapped", "\ude00\ud83d", "\ufffd\ufffd"],
  ])("replaces a lone %s surrogate", (_name, text, expected) => {
    expect(stored({ text })).toEqual({ text: expected })
  })

  it("keeps whole emoji, also beside broken ones", () => {
    const family = "👨‍👩‍👧 😀"
    expect(stored({ text: family })).toEqual({ text: family })
    expect(stored({ text: `${family}\ud83d\0` })).toEqual({
      text: `${family}\ufffd`,
    })
  })

  it("keeps a text that only spells such a character", () => {
    const text = String.raw`write \u0000 or \ud83d`
    expect(stored({ text })).toEqual({ text })
  })

  it("keeps numbers, dates and nothing beside a broken text", () => {
    const when = new Date("2026-11-01T12:00:00Z")
    expect(stored({ text: "\0", likes: 0, none: null, when })).toEqual({
      text: "",
      likes: 0,
      none: null,
      when: "2026-11-01T12:00:00.000Z",
    })
  })
})
