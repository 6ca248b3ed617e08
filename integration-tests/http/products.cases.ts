import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import {
  accountBody,
  httpCases,
  postBody,
  worldAccount,
  worldPosts,
} from "../utils/http-suite"

export default httpCases(
  "posts and products",
  ({ api, admin, sandbox, container }) => {
    const query = () => container().resolve(ContainerRegistrationKeys.QUERY)

    const seed = async (posts: number, products: number) => {
      const account = worldAccount(sandbox(), { platform: "twitter" })
      const connected = await api.post(
        "/admin/social-accounts",
        accountBody(account),
        admin()
      )
      const accountId = connected.data.social_account.id as string
      const postIds: string[] = []
      for (const post of worldPosts(sandbox(), account).slice(0, posts)) {
        const { data } = await api.post(
          "/admin/social-posts",
          postBody(accountId, post),
          admin()
        )
        postIds.push(data.social_post.id)
      }
      const made = await container()
        .resolve(Modules.PRODUCT)
        .createProducts(
          Array.from({ length: products }, (_, index) => ({
            title: `Product ${index}`,
            handle: `product-${index}`,
          }))
        )
      return { accountId, postIds, productIds: made.map(({ id }) => id) }
    }

    const link = (postId: string, body: unknown) =>
      api.post(`/admin/social-posts/${postId}/products`, body, admin())

    const postsOfProduct = async (id: string | undefined) => {
      const { data } = await query().graph({
        entity: "product",
        fields: ["id", "social_posts.*"],
        filters: { id },
      })
      return data[0]?.social_posts as { id: string }[] | undefined
    }

    it("links both ways, in every graph", async () => {
      const { postIds, productIds } = await seed(2, 2)
      const [post = "", other = ""] = postIds
      const [product = "", second] = productIds
      const linked = await link(post, { add: productIds })
      expect(linked.status).toBe(200)
      expect(linked.data.social_post.products).toEqual(
        expect.arrayContaining([
          {
            id: product,
            title: "Product 0",
            handle: "product-0",
            thumbnail: null,
            status: "draft",
          },
          expect.objectContaining({ id: second }),
        ])
      )
      const fromProduct = await api.post(
        `/admin/products/${product}/social-posts`,
        { add: [other, post], remove: [] },
        admin()
      )
      expect(fromProduct.data).toEqual({
        product_id: product,
        added: [other, post],
        removed: [],
      })
      const posts = await postsOfProduct(product)
      expect(posts?.map(({ id }) => id).sort()).toEqual([...postIds].sort())
      const removed = await link(post, { remove: [product, product] })
      expect(removed.data.social_post.products).toMatchObject([{ id: second }])
      expect(await postsOfProduct(product)).toMatchObject([{ id: other }])
      const { data } = await api.get(
        "/admin/social-posts?fields=id,products.title",
        admin()
      )
      expect(JSON.stringify(data.social_posts)).toContain("Product 1")
    })

    it("filters posts by product, with the other filters", async () => {
      const { postIds, productIds } = await seed(3, 2)
      const [first = "", second = "", third = ""] = postIds
      const [product = "", other = ""] = productIds
      await link(first, { add: [product, other] })
      await link(second, { add: [other] })
      const list = async (search: string) => {
        const { data } = await api.get(
          `/admin/social-posts?fields=id&${search}`,
          admin()
        )
        const ids = data.social_posts.map(({ id }: { id: string }) => id)
        expect(data.count).toBe(ids.length)
        return ids.sort()
      }
      expect(await list(`product_id=${product}`)).toEqual([first])
      const both = `product_id[]=${product}&product_id[]=${other}`
      expect(await list(both)).toEqual([first, second].sort())
      expect(await list(`${both}&id=${second}`)).toEqual([second])
      expect(await list(`${both}&status=archived`)).toEqual([])
      expect(await list("product_id=prod_nobody")).toEqual([])
      await link(first, { remove: [product] })
      expect(await list(`product_id=${product}`)).toEqual([])
      expect(await list("")).toEqual([first, second, third].sort())
    })

    it("refuses what does not exist, naming it, and links nothing", async () => {
      const { postIds, productIds } = await seed(1, 1)
      const [post = ""] = postIds
      const [product = ""] = productIds
      const many = Array.from({ length: 101 }, (_, index) => `prod_${index}`)
      const toPost: [unknown, RegExp][] = [
        [{ add: [product, "prod_nobody"] }, /prod_nobody/],
        [{ add: [product], remove: ["prod_nobody"] }, /prod_nobody/],
        [{ add: [product], remove: [product] }, /add and remove/],
        [{ add: many }, /add.*100/],
        [{ add: product }, /add/],
        [{ add: [7] }, /add/],
        [{ remove: ["a\u0000b"] }, /NUL/],
        [{ add: [product], colour: "red" }, /colour/],
        [{}, /add or remove/],
      ]
      for (const [body, message] of toPost) {
        const { status, data } = await link(post, body)
        expect([JSON.stringify(body).slice(0, 60), status]).toEqual([
          JSON.stringify(body).slice(0, 60),
          400,
        ])
        expect(data.message).toMatch(message)
      }
      const wrong = await api.post(
        `/admin/products/${product}/social-posts`,
        { add: [post, "spost_nobody"] },
        admin()
      )
      expect(wrong.status).toBe(400)
      expect(wrong.data.message).toContain("spost_nobody")
      for (const path of [
        "/admin/social-posts/spost_nobody/products",
        "/admin/products/prod_nobody/social-posts",
      ]) {
        const { status } = await api.post(path, { add: [product] }, admin())
        expect([path, status]).toEqual([path, 404])
      }
      const { data } = await api.get(`/admin/social-posts/${post}`, admin())
      expect(data.social_post.products).toEqual([])
    })

    it("leaves no trace of deleted posts at their products", async () => {
      const { accountId, postIds, productIds } = await seed(4, 1)
      const [product = ""] = productIds
      for (const id of postIds) {
        await link(id, { add: [product] })
      }
      const [first = "", second = "", third = "", fourth = ""] = postIds
      await api.delete(`/admin/social-posts/${first}`, admin())
      const rest = await postsOfProduct(product)
      expect(rest?.map(({ id }) => id).sort()).toEqual(
        [second, third, fourth].sort()
      )
      await api.post("/admin/social-posts/batch", { delete: [second] }, admin())
      expect(await postsOfProduct(product)).toHaveLength(2)
      await api.delete(
        `/admin/social-accounts/${accountId}?delete_data=true`,
        admin()
      )
      expect(await postsOfProduct(product)).toEqual([])
      const knex = container().resolve(ContainerRegistrationKeys.PG_CONNECTION)
      expect(
        await knex("social_post_product").whereNull("deleted_at")
      ).toHaveLength(0)
    })

    it("keeps the links when only the account is disconnected", async () => {
      const { accountId, postIds, productIds } = await seed(1, 1)
      const [product = ""] = productIds
      await link(postIds[0] as string, { add: [product] })
      await api.delete(`/admin/social-accounts/${accountId}`, admin())
      expect(await postsOfProduct(product)).toHaveLength(1)
    })

    it("forgets a product that is deleted", async () => {
      const { postIds, productIds } = await seed(1, 1)
      const [post = ""] = postIds
      await link(post, { add: productIds })
      await api.delete(`/admin/products/${productIds[0]}`, admin())
      const { data } = await api.get(`/admin/social-posts/${post}`, admin())
      expect(data.social_post.products).toEqual([])
    })

    it("gives the links back when the posts cannot be deleted", async () => {
      const { accountId, postIds, productIds } = await seed(2, 2)
      const [product = ""] = productIds
      const [first = "", second = ""] = postIds
      await link(first, { add: productIds })
      await link(second, { add: productIds })
      await link(second, { remove: [product] })
      const knex = container().resolve(ContainerRegistrationKeys.PG_CONNECTION)
      await knex.raw(
        `CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS
         'BEGIN RAISE EXCEPTION ''no''; END';
       CREATE TRIGGER refuse BEFORE DELETE ON social_post
         FOR EACH ROW EXECUTE FUNCTION refuse()`
      )
      for (const failing of [
        () => api.delete(`/admin/social-posts/${first}`, admin()),
        () =>
          api.post("/admin/social-posts/batch", { delete: postIds }, admin()),
        () =>
          api.delete(
            `/admin/social-accounts/${accountId}?delete_data=true`,
            admin()
          ),
      ]) {
        expect((await failing()).status).toBe(500)
        // A link that was taken away before must not come back with the others.
        expect(await postsOfProduct(product)).toMatchObject([{ id: first }])
        expect(await postsOfProduct(productIds[1])).toHaveLength(2)
      }
    })
  }
)
