import { pathToBegin } from "../begun-connection"

describe("pathToBegin", () => {
  it("asks again what was asked", () => {
    expect(pathToBegin({ platform: "instagram", flow: "facebook" })).toBe(
      "/social/accounts/create?connect=instagram&flow=facebook"
    )
  })

  it("goes back to the account that was to be connected again", () => {
    expect(
      pathToBegin({
        platform: "twitter",
        flow: "default",
        account_id: "sacc_1",
      })
    ).toBe("/social/accounts/sacc_1/reconnect")
  })

  it("begins at the start when nothing is known", () => {
    expect(pathToBegin(null)).toBe("/social/accounts/create")
  })
})
