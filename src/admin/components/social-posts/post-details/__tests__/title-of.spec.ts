import { titleOf } from "../title-of"

describe("titleOf", () => {
  it("takes the first line", () => {
    expect(titleOf("  Spring is here\n\n#garden")).toBe("Spring is here")
  })

  it("cuts long lines between words", () => {
    const title = titleOf("word ".repeat(40))
    expect(title?.endsWith("word…")).toBe(true)
    expect(title?.length).toBeLessThanOrEqual(81)
  })

  it("does not cut an emoji in half", () => {
    expect(titleOf("🎉".repeat(100))).toBe(`${"🎉".repeat(80)}…`)
  })

  it("has none without text", () => {
    expect(titleOf(null)).toBeNull()
    expect(titleOf(" \n ")).toBeNull()
  })
})
