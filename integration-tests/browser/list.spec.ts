import { eventually } from "../utils/until"
import { shot } from "./helpers/browser"
import { addProduct, query, seed } from "./helpers/store"
import { browserSuite } from "./helpers/suite"

browserSuite("the list of posts", ({ api, browser }) => {
  it("filters, sorts and searches on the server, and keeps it in the address", async () => {
    const instagram = await seed(api(), { platform: "instagram", count: 5 })
    await seed(api(), { platform: "twitter", count: 3 })
    await api().post("/admin/social-posts/sync-all-insights")
    const page = await browser().open("/social/posts")
    const rows = page
      .getByRole("row")
      .filter({ has: page.getByRole("checkbox") })
    // The head has a checkbox too.
    const posts = async () => (await rows.count()) - 1
    await page.getByRole("row").nth(8).waitFor()
    expect(await posts()).toBe(8)

    // By the menus, as a person does: first what to see, then in which order.
    const menus = page.locator('main button[aria-haspopup="menu"]')
    await menus.nth(0).click()
    await page.getByRole("menuitem", { name: "Platform" }).click()
    await page
      .locator("[data-radix-popper-content-wrapper]")
      .getByText("X", { exact: true })
      .click()
    await page.waitForURL(/platform=.*twitter/)
    await page.waitForFunction(
      "document.querySelectorAll('tbody tr').length === 3"
    )

    await page.goto(page.url().replace(/\?.*/, ""))
    await page.getByRole("row").nth(8).waitFor()
    await menus.nth(1).click()
    await page.getByRole("menuitemradio", { name: "Likes" }).click()
    await page.getByRole("menuitemradio", { name: "Highest first" }).click()
    await page.keyboard.press("Escape")
    await page.waitForURL(/order=-likes/)
    const { data } = await api().get("/admin/social-posts?order=-likes")
    const order: string[] = data.social_posts.map(
      ({ id }: { id: string }) => id
    )
    // The rows of before stand until the new ones are there.
    await eventually(async () => expect(await linkedIds()).toEqual(order))

    // By hand: the search box.
    await page
      .getByPlaceholder("Search")
      .fill(instagram.posts[2]!.platform_post_id)
    await page.waitForFunction(
      "document.querySelectorAll('tbody tr').length === 1"
    )
    expect(page.url()).toContain(`q=${instagram.posts[2]!.platform_post_id}`)
    await page.getByPlaceholder("Search").fill("nothing has this text")
    await page.getByText("No posts found").waitFor()
    await shot(page, "list-nothing-found")

    function linkedIds() {
      return page
        .locator("tbody a[href*='/social/posts/']")
        .evaluateAll((links: { href: string }[]) =>
          links.map(({ href }) => href.split("/").pop())
        )
    }
  })

  it("filters by problems and by product", async () => {
    const { accountId, posts } = await seed(api(), {
      platform: "facebook",
      count: 3,
    })
    await api().post("/admin/social-posts", {
      account_id: accountId,
      platform_post_id: "101054257498407_99999999",
      status: "posted",
      caption: "The post that is gone",
    })
    await api().post("/admin/social-posts/sync-all-insights")
    const product = await addProduct(api(), "Linen shirt")
    await api().post(`/admin/products/${product}/social-posts`, {
      add: [posts[1]!.id],
    })
    const page = await browser().open("/social/posts?has_problems=true")
    await page.getByText("The post that is gone").waitFor()
    expect(await page.locator("tbody tr").count()).toBe(1)

    await page.goto(
      page
        .url()
        .replace(
          /\?.*/,
          `?product_id=${encodeURIComponent(JSON.stringify([product]))}`
        )
    )
    await page.locator(`tbody a[href$='${posts[1]!.id}']`).waitFor()
    expect(await page.locator("tbody tr").count()).toBe(1)
    await page.getByText("Linen shirt").first().waitFor()
  })

  it("archives chosen posts together and brings them back", async () => {
    await seed(api(), { platform: "twitter", count: 3 })
    const page = await browser().open("/social/posts")
    await page.locator("tbody tr").nth(2).waitFor()
    await page.locator("tbody").getByRole("checkbox").nth(0).click()
    await page.locator("tbody").getByRole("checkbox").nth(2).click()
    await page.getByRole("button", { name: /^Archive/ }).click()
    await page.getByText("Archive 2 posts?").waitFor()
    await shot(page, "archive-prompt")
    await page
      .getByRole("alertdialog")
      .getByRole("button", { name: /Archive/ })
      .click()
    await page.getByText("2 posts archived").first().waitFor()
    const archived = async () =>
      (await api().get("/admin/social-posts?status=archived")).data.count
    expect(await archived()).toBe(2)
    await page.getByText("Archived", { exact: true }).nth(1).waitFor()
  })

  it("asks for one page of rows, however many posts there are", async () => {
    const { accountId } = await seed(api(), { platform: "twitter", count: 1 })
    const page = await browser().open("/social/posts")
    const asked: string[] = []
    page.on("request", (request) => {
      if (/\/admin\/social-posts\?/.test(request.url())) {
        asked.push(new URL(request.url()).searchParams.get("limit") ?? "")
      }
    })
    const took: number[] = []
    for (const count of [100, 10_000]) {
      await addMany(accountId, count)
      const started = performance.now()
      await page.reload()
      await page.getByText(`of ${count} results`).waitFor()
      took.push(performance.now() - started)
      expect(await page.locator("tbody tr").count()).toBe(20)
    }
    expect(new Set(asked)).toEqual(new Set(["20"]))
    // How long it takes is nothing a test can promise; this is for people.
    const [few, many] = took as [number, number]
    process.stdout.write(
      `list of 10,000 posts against 100: ${(many / few).toFixed(2)} times\n`
    )
  })

  /** Fills the list up to `count` posts. */
  async function addMany(account_id: string, count: number) {
    await query(
      `INSERT INTO social_post (id, account_id, platform, platform_post_id, status, caption, posted_at, insights)
       SELECT 'spost_many_' || n, $1, 'twitter', '9' || n, 'posted', 'Post ' || n,
         now() - n * interval '1 minute',
         jsonb_build_object('likes', n % 977, 'engagement', n % 1013)
       FROM generate_series(1, $2::int) AS n
       ON CONFLICT DO NOTHING`,
      [account_id, count - 1]
    )
  }
})
