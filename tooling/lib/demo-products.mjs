import { join } from "node:path"
import { readJson, writeJson } from "./json-file.mjs"
import { log } from "./log.mjs"
import { DATA } from "./paths.mjs"

/** What the demo's posts talk about. */
const GOODS = [
  "Linen shirt",
  "Ceramic mug",
  "Oak side table",
  "Merino scarf",
  "Cast iron pan",
  "Travel backpack",
  "Rain jacket",
  "Desk lamp",
]

/** Made once: what a person deletes or unlinks afterwards stays that way. */
const MADE = join(DATA, "demo-products.json")

/** Gives the store products, each linked to the posts that name it. */
export async function addDemoProducts(admin, sandboxUrl) {
  if (readJson(MADE).made) {
    return
  }
  const posts = await admin.list("/admin/social-posts", "social_posts")
  // A start that was killed may have made some of them.
  const there = await admin.list("/admin/products", "products")
  let links = 0
  for (const title of GOODS) {
    const product =
      there.find((known) => known.title === title) ??
      (await admin.post("/admin/products", asProduct(title, sandboxUrl)))
        .product
    const add = posts
      .filter(({ caption }) =>
        caption?.toLowerCase().includes(title.toLowerCase())
      )
      .map(({ id }) => id)
      .slice(0, 100)
    if (add.length) {
      await admin.post(`/admin/products/${product.id}/social-posts`, { add })
    }
    links += add.length
  }
  writeJson(MADE, { made: true })
  log(`Demo: ${GOODS.length} products added, linked to ${links} posts`)
}

const asProduct = (title, sandboxUrl) => ({
  title,
  status: "published",
  thumbnail: `${sandboxUrl}/__pictures/products/${title.replaceAll(" ", "-")}.svg`,
  options: [{ title: "Size", values: ["One size"] }],
  variants: [
    {
      title: "One size",
      options: { Size: "One size" },
      manage_inventory: false,
      prices: [],
    },
  ],
})
