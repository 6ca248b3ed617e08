import { isWebAddress } from "../is-web-address"

describe("isWebAddress", () => {
  it("lets pages through", () => {
    expect(isWebAddress("https://www.instagram.com/p/1/")).toBe(true)
    expect(isWebAddress("http://127.0.0.1:9000/p")).toBe(true)
  })

  it("keeps everything else out", () => {
    for (const address of [
      "javascript:alert(1)",
      " JavaScript:alert(1)",
      "data:text/html,x",
      "/p/1",
      "instagram.com/p/1",
      "",
      null,
      undefined,
    ]) {
      expect(isWebAddress(address)).toBe(false)
    }
  })
})
