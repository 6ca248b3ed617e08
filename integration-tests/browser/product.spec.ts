import { shot } from "./helpers/browser"
import { addProduct, seed } from "./helpers/store"
import { browserSuite } from "./helpers/suite"

browserSuite("the product page", ({ api, browser }) => {
  it("links posts to a product, shows their numbers, and unlinks", async () => {
    const { posts } = await seed(api(), { platform: "instagram", count: 3 })
    await api().post(`/admin/social-posts/${posts[0]!.id}/sync-insights`)
    const { data } = await api().get(`/admin/social-posts/${posts[0]!.id}`)
    const productId = await addProduct(api(), "Linen shirt")
    const page = await browser().open(`/products/${productId}`)

    await page.getByText("No post shows this product yet").waitFor()
    await page.getByRole("button", { name: "Link posts" }).click()
    const drawer = page.getByRole("dialog")
    await drawer.getByRole("searchbox").fill(posts[0]!.platform_post_id)
    await drawer.getByText("1 of 1 posts").waitFor()
    await drawer.getByRole("checkbox").click()
    // What is ticked stays ticked when one searches for something else.
    await drawer.getByRole("searchbox").fill("no such post")
    await drawer.getByText("No post matches the search.").waitFor()
    await drawer.getByText("1 post linked").waitFor()
    await drawer.getByRole("button", { name: "Save" }).click()
    await drawer.waitFor({ state: "detached" })

    const widget = page
      .locator("div.divide-y")
      .filter({ has: page.getByRole("heading", { name: "Social posts" }) })
      .last()
    const entry = widget.getByRole("listitem")
    const [words] = data.social_post.caption.split("\n")
    await entry.getByRole("link", { name: words }).waitFor()
    const { likes, engagement } = data.social_post.insights
    const written = (value: number) => value.toLocaleString("en")
    await entry.getByText(written(likes), { exact: true }).first().waitFor()
    await widget
      .getByText(`1 post · ${written(engagement)} interactions`)
      .waitFor()
    await shot(page, "product-linked")

    const linked = await api().get("/admin/social-posts", {
      params: { product_id: productId },
    })
    expect(
      linked.data.social_posts.map(({ id }: { id: string }) => id)
    ).toEqual([posts[0]!.id])

    await entry.getByRole("button", { name: /^Unlink/ }).click()
    await page.getByText("No post shows this product yet").waitFor()
    const left = await api().get("/admin/social-posts", {
      params: { product_id: productId },
    })
    expect(left.data.count).toBe(0)
  })

  it("keeps the product's page when the posts cannot be read", async () => {
    const productId = await addProduct(api(), "Linen shirt")
    const page = await browser().open("/products")
    await page.route("**/admin/social-posts?**", (route) =>
      route.fulfill({ status: 500, json: { message: "The store is unwell." } })
    )
    await page.goto(`${page.url()}/${productId}`)
    await page.getByText("The store is unwell.").waitFor()
    await page.getByRole("heading", { name: "Linen shirt" }).waitFor()
  })
})
