import type { Page } from "playwright-core"
import { eventually, until } from "../utils/until"
import { shot } from "./helpers/browser"
import { sandbox } from "./helpers/sandbox"
import { query, seed } from "./helpers/store"
import { browserSuite } from "./helpers/suite"

const runs = () =>
  query<{ id: string; trigger: string; status: string; total: number }>(
    "SELECT id, trigger, status, total FROM social_sync_run ORDER BY started_at"
  )

/** The figure under a name, as a person reads it. */
const figure = (page: Page, name: string) =>
  page
    .locator("dt", { hasText: new RegExp(`^${name}$`) })
    .locator("xpath=following-sibling::dd")
    .first()

browserSuite("syncing", ({ api, browser }) => {
  it("syncs one post; a double click starts one sync; fresh numbers are said to be fresh", async () => {
    const { posts } = await seed(api(), { platform: "facebook", count: 1 })
    const id = posts[0]!.id
    const page = await browser().open(`/social/posts/${id}`)
    await sandbox.standStill()

    await page.getByText("No numbers yet").waitFor()
    await page.getByRole("button", { name: /^Sync/ }).last().dblclick()
    await until(async () => (await runs())[0] ?? null)
    await sandbox.latency(0)
    await page.getByText("Up to date").first().waitFor()
    expect(await runs()).toHaveLength(1)
    const { data } = await api().get(`/admin/social-posts/${id}`)
    const { insights } = data.social_post
    expect(await figure(page, "Likes").innerText()).toContain(
      insights.likes.toLocaleString("en")
    )
    // Facebook has no saves for posts: unknown, with the reason, and not zero.
    expect(insights.saves).toBeNull()
    expect(insights.unavailable.saves).toEqual(expect.any(String))
    await page.getByText(/numbers? (is|are) not available here/).click()
    await page.getByText(/Saves/).first().waitFor()

    await page.getByRole("button", { name: "Sync", exact: true }).click()
    await page
      .getByText(/the numbers are fresh/)
      .first()
      .waitFor()
    await page.getByRole("button", { name: "Sync anyway" }).click()
    // The notice of the first sync may still stand: the store itself is asked.
    await eventually(async () =>
      expect(await runs()).toMatchObject([
        { status: "success" },
        { status: "success" },
      ])
    )
    await eventually(async () =>
      expect(await page.getByText(/the numbers are fresh/).count()).toBe(0)
    )
    await shot(page, "post-synced")
  })

  it("syncs all with a failure in it, shows progress, and names what failed and why", async () => {
    await seed(api(), { platform: "facebook", count: 6 })
    const gone = await api().get("/admin/social-accounts")
    const account = gone.data.social_accounts[0].id
    await api().post("/admin/social-posts", {
      account_id: account,
      platform_post_id: "101054257498407_99999999",
      status: "posted",
      caption: "The post that is gone",
    })
    const page = await browser().open("/social/posts")
    await page.getByRole("row").nth(7).waitFor()
    await page.getByRole("button", { name: "Sync all" }).click()
    const drawer = page.getByRole("dialog")
    await drawer.getByLabel("Number of posts").fill("1001")
    await drawer.getByRole("button", { name: "Start sync" }).click()
    await drawer.getByText("whole number from 1 to 1,000").waitFor()
    expect(await runs()).toEqual([])
    await drawer.getByLabel("Number of posts").fill("50")
    await drawer.getByRole("button", { name: "Start sync" }).dblclick()
    await drawer.waitFor({ state: "detached" })

    await page.getByText("6 of 7 posts synced").waitFor()
    await page
      .getByText(/Post not found/)
      .first()
      .waitFor()
    await page.getByText("The post that is gone").first().waitFor()
    expect(await runs()).toEqual([
      expect.objectContaining({ trigger: "bulk", status: "partial", total: 7 }),
    ])
    // The rows have the numbers without a reload.
    const { data } = await api().get("/admin/social-posts?order=-likes&limit=1")
    const [best] = data.social_posts
    await page
      .getByRole("row")
      .filter({ hasText: best.caption.split("\n")[0] })
      .getByText(best.insights.likes.toLocaleString("en"), { exact: true })
      .first()
      .waitFor()
    await shot(page, "bulk-summary")

    await page.getByRole("link", { name: "Details" }).first().click()
    await page
      .getByText(/Post not found/)
      .first()
      .waitFor()
    expect(page.url()).toContain("/social/runs/srun_")
    await shot(page, "run")
  })

  it("finds a running sync again after a reload", async () => {
    await seed(api(), { platform: "linkedin", count: 5 })
    await sandbox.standStill()
    const page = await browser().open("/social/posts")
    await page.getByRole("button", { name: "Sync all" }).click()
    const drawer = page.getByRole("dialog")
    await drawer.getByRole("button", { name: "Start sync" }).click()
    const bar = page.getByRole("progressbar")
    await bar.waitFor()
    await page.reload()
    await bar.waitFor()
    expect((await runs())[0]!.status).toBe("running")
    await sandbox.latency(0)
    await page.getByText("All 5 posts synced").waitFor()
    expect(await runs()).toHaveLength(1)
  })

  it("says on every page that an account must be reconnected, and takes a new token", async () => {
    const { account, accountId, posts } = await seed(api(), {
      platform: "instagram",
      count: 2,
    })
    const [first] = posts
    await api().post(`/admin/social-posts/${first!.id}/sync-insights`)
    await sandbox.set({
      platform: "instagram",
      account: account.external_id,
      token: "expired",
    })
    const page = await browser().open(`/social/posts/${first!.id}`)
    const before = await figure(page, "Likes").innerText()
    await page.getByRole("button", { name: "Sync", exact: true }).click()
    await page.getByRole("button", { name: "Sync anyway" }).click()
    await page
      .getByText(/needs reconnecting/)
      .first()
      .waitFor()
    // The stored numbers stay.
    expect(await figure(page, "Likes").innerText()).toBe(before)
    await shot(page, "needs-reconnect")

    await page.goto(page.url().replace(/posts\/.*/, "posts"))
    await page
      .getByText(/needs reconnecting/)
      .first()
      .waitFor()
    await page.goto(page.url().replace(/posts.*/, "accounts"))
    await page.getByText("Needs reconnecting").first().waitFor()

    await sandbox.set({
      platform: "instagram",
      account: account.external_id,
      token: "valid",
    })
    await page.goto(`${page.url()}/${accountId}`)
    await page.getByRole("link", { name: "Reconnect" }).first().click()
    const drawer = page.getByRole("dialog")
    await drawer.getByRole("button", { name: "Paste a token instead" }).click()
    await drawer
      .getByLabel("Access token", { exact: true })
      .fill(account.access_token)
    await drawer.getByRole("button", { name: "Save" }).click()
    await drawer.waitFor({ state: "detached" })
    await page.getByText("Active", { exact: true }).first().waitFor()
    const { data } = await api().get(`/admin/social-accounts/${accountId}`)
    expect(data.social_account.status).toBe("active")
  })

  it("keeps the stored numbers and their age when the platform is down", async () => {
    const { posts } = await seed(api(), { platform: "twitter", count: 1 })
    const [post] = posts
    await api().post(`/admin/social-posts/${post!.id}/sync-insights`)
    await query(
      "UPDATE social_post SET last_synced_at = now() - interval '3 hours', insights = insights || jsonb_build_object('last_synced_at', now() - interval '3 hours')"
    )
    await sandbox.addFault({ kind: "status", host: "api.x.com", status: 503 })
    const page = await browser().open(`/social/posts/${post!.id}`)
    const before = await figure(page, "Likes").innerText()
    await page.getByRole("button", { name: "Sync", exact: true }).click()
    await page
      .getByText(/The sync failed|Sync failed/)
      .first()
      .waitFor()
    expect(await figure(page, "Likes").innerText()).toBe(before)
    await page.getByText("3 hr. ago").first().waitFor()
    await shot(page, "platform-down")
    await sandbox.clearFaults()
  })
})
