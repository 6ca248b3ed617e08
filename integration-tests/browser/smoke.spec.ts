import { browserSuite } from "./helpers/suite"

browserSuite("the admin", ({ browser }) => {
  it("has Social in its sidebar", async () => {
    const page = await browser().open("/products")
    await page.getByRole("link", { name: "Social" }).click()
    await page.getByRole("link", { name: "Posts" }).waitFor()
    expect(page.url()).toContain("/social/posts")
  })
})
