import { type EditValues, fieldOf, toUpdate } from "../edit-values"

const BEFORE: EditValues = {
  caption: "Spring",
  status: "draft",
  platform_post_id: "",
  product_ids: [],
}

describe("toUpdate", () => {
  it("is null when nothing but products changed", () => {
    expect(toUpdate(BEFORE, { ...BEFORE, product_ids: ["prod_1"] })).toBeNull()
  })

  it("sends only what changed, without blanks around an id", () => {
    expect(
      toUpdate(BEFORE, { ...BEFORE, status: "posted", platform_post_id: " 1 " })
    ).toEqual({ status: "posted", platform_post_id: "1" })
  })

  it("empties a caption", () => {
    expect(toUpdate(BEFORE, { ...BEFORE, caption: "" })).toEqual({
      caption: null,
    })
  })

  it("never sends a state that only syncs give", () => {
    const failed: EditValues = { ...BEFORE, status: "failed" }
    expect(toUpdate(failed, { ...failed, caption: "x" })).toEqual({
      caption: "x",
    })
  })
})

describe("fieldOf", () => {
  it("recognises the field in a sentence", () => {
    const refused = "Posts are known by their numeric media id (15 digits)."
    expect(fieldOf(refused, { platform_post_id: "x" })).toBe("platform_post_id")
    expect(fieldOf("Product prod_1 does not exist", null)).toBe("product_ids")
    expect(fieldOf("caption is too long", { caption: "x" })).toBe("caption")
  })

  it("blames no id that was not sent", () => {
    expect(fieldOf("Social post with id 1 was not found", null)).toBeNull()
  })
})
