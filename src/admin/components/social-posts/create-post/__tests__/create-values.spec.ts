import { fieldOf, toBody } from "../create-values"

describe("toBody", () => {
  it("leaves out what was not typed", () => {
    expect(
      toBody({
        account_id: "sacc_1",
        status: "draft",
        platform_post_id: " ",
        caption: "",
      })
    ).toEqual({ account_id: "sacc_1", status: "draft" })
  })
})

describe("fieldOf", () => {
  it.each([
    ["account_id", 'account_id "x" is not a connected account.'],
    [
      "platform_post_id",
      '"x" is not the id of an X post. Enter the number at the end.',
    ],
    ["platform_post_id", 'platform_post_id "1" is already stored.'],
    [
      "platform_post_id",
      "Instagram posts are known by their numeric media id (15 to 20 digits).",
    ],
  ])("finds %s", (field, message) => {
    expect(fieldOf(message)).toBe(field)
  })

  it("finds none in a sentence about nothing in the form", () => {
    expect(fieldOf("The server is busy.")).toBeNull()
  })
})
