import { eventually } from "../utils/until"
import { settled, shot } from "./helpers/browser"
import { consent, openPicker } from "./helpers/consent"
import { sandbox } from "./helpers/sandbox"
import { query, seed } from "./helpers/store"
import { browserSuite } from "./helpers/suite"

const inDays = (days: number) =>
  new Date(Date.now() + days * 86_400_000).toISOString()

browserSuite("keeping accounts connected", ({ api, browser }) => {
  const one = async (id: string) =>
    (await api().get(`/admin/social-accounts/${id}`)).data.social_account

  it("checks an account on demand: token, permissions, limits, version", async () => {
    const page = await browser().open("/social/accounts")
    await openPicker(
      page,
      { platform: "Instagram", flow: "Instagram login" },
      { person: /@atelier/, without: ["instagram_business_manage_comments"] }
    )
    await page.getByRole("button", { name: "Connect 1 account" }).click()
    await page.getByRole("link", { name: /^Open / }).click()
    await page.getByRole("button", { name: "Check now" }).waitFor()
    await settled(page)
    await page.getByRole("button", { name: "Check now" }).click()
    await page.getByText("Works, see below").waitFor()
    await page.getByText("Valid", { exact: true }).waitFor()
    await page.getByText("Renews itself").first().waitFor()
    await page
      .getByText("Missing: instagram_business_manage_comments")
      .waitFor()
    await page.getByText("API version").waitFor()
    await shot(page, "health")

    // Too young to be renewed: the server's own sentence.
    await page.getByRole("button", { name: "Renew now" }).click()
    await page
      .getByText(/24 hours/)
      .first()
      .waitFor()
  })

  it("finds a dead token out, and says so at once everywhere", async () => {
    const { account, accountId } = await seed(api(), {
      platform: "instagram",
      count: 1,
    })
    await sandbox.set({
      platform: "instagram",
      account: account.external_id,
      token: "revoked",
    })
    const page = await browser().open(`/social/accounts/${accountId}`)
    await page.getByRole("button", { name: "Check now" }).click()
    await page.getByText("Not valid").waitFor()
    await page.getByText("Needs reconnecting").first().waitFor()
    await page.getByRole("link", { name: "Reconnect" }).first().waitFor()
    expect((await one(accountId)).status).toBe("needs_reconnect")
    await shot(page, "health-dead")
  })

  it("says when a check itself does not work, and leaves it standing", async () => {
    const { accountId } = await seed(api(), { platform: "facebook", count: 1 })
    const page = await browser().open(`/social/accounts/${accountId}`)
    const path = "**/admin/social-accounts/*/check"
    await page.route(path, (route) =>
      route.fulfill({ status: 409, json: { message: "Wait for the sync." } })
    )
    await page.getByRole("button", { name: "Check now" }).click()
    const failed = page.getByText("The check did not work: Wait for the sync.")
    await failed.waitFor()
    await shot(page, "health-failed")

    await page.unroute(path)
    await page.getByRole("button", { name: "Check now" }).click()
    await page.getByText("Valid", { exact: true }).waitFor()
    expect(await failed.count()).toBe(0)
  })

  it("warns seven days before a person is needed, and filters by it", async () => {
    const { accountId } = await seed(api(), { platform: "linkedin", count: 1 })
    await seed(api(), { platform: "facebook", count: 1 })
    await query("UPDATE social_account SET reconnect_by = $1 WHERE id = $2", [
      inDays(3),
      accountId,
    ])
    for (const path of ["/social/posts", "/social/accounts"]) {
      const page = await browser().open(path)
      await page.getByText(/must be reconnected by/).waitFor()
      const link = page.getByRole("link", { name: "Reconnect" })
      expect(await link.getAttribute("href")).toContain(
        `${accountId}/reconnect`
      )
    }
    const page = await browser().open("/social/accounts")
    await page.getByText("reconnect by", { exact: false }).nth(1).waitFor()
    await shot(page, "attention-soon")
    await page.goto(
      `${page.url()}?needs_attention=${encodeURIComponent('"true"')}`
    )
    await page.getByText("1 of 1 results").waitFor()
    expect(await page.getByText("@kontorshop").count()).toBe(0)
  })

  it("says why a token cannot be renewed", async () => {
    const { accountId } = await seed(api(), { platform: "linkedin", count: 1 })
    await query(
      "UPDATE social_credential SET renewal_failed_at = now(), renewal_error = 'LinkedIn is down.' WHERE account_id = $1",
      [accountId]
    )
    const page = await browser().open(`/social/accounts/${accountId}`)
    await page.getByText(/cannot be renewed since/).waitFor()
    await page.getByRole("button", { name: "Check now" }).click()
    await page.getByText("LinkedIn is down.").first().waitFor()
    await shot(page, "renewal-fails")
  })

  it("settles what is read and how often, with the next times", async () => {
    const { accountId } = await seed(api(), { platform: "facebook", count: 1 })
    const page = await browser().open(`/social/accounts/${accountId}`)
    await page.getByRole("button", { name: "Sync settings" }).click()
    await page.getByRole("menuitem", { name: "Edit" }).click()
    const drawer = page.getByRole("dialog")
    await drawer.getByRole("switch", { name: "Numbers" }).click()
    await drawer.getByRole("switch", { name: "Comments" }).click()
    await drawer.getByRole("button", { name: "Save" }).click()
    await drawer.getByText(/Leave numbers or comments on/).waitFor()
    await drawer.getByRole("switch", { name: "Numbers" }).click()

    await drawer.getByRole("radio", { name: "Once a week" }).click()
    await threeTimes()
    await drawer.getByRole("radio", { name: "At times of my own" }).click()
    await drawer.getByLabel("Cron expression").fill("*/5 * * * *")
    await drawer.getByText(/more often than every 15 minutes/).waitFor()
    await drawer.getByLabel("Cron expression").fill("30 9 * * 1-5")
    await threeTimes()
    await shot(page, "sync-settings")
    await drawer.getByRole("switch", { name: "Paused" }).click()
    await drawer.getByRole("button", { name: "Save" }).click()
    await drawer.waitFor({ state: "detached" })
    await page.getByText("30 9 * * 1-5").waitFor()
    expect(await one(accountId)).toMatchObject({
      sync_numbers: true,
      sync_comments: false,
      sync_schedule: "30 9 * * 1-5",
      status: "paused",
    })

    async function threeTimes() {
      await drawer.getByText("The next times").waitFor()
      await eventually(async () =>
        expect(await drawer.locator("time").count()).toBe(3)
      )
    }
  })

  it("says before what disconnecting deletes and ends", async () => {
    const page = await browser().open("/social/accounts")
    await openPicker(page, { platform: "X" }, { person: /@harbour_goods/ })
    await page.getByRole("button", { name: "Connect 1 account" }).click()
    await page.getByRole("link", { name: /^Open / }).click()
    await page.getByText("Next step: add posts").waitFor()
    const [{ id }] = (await query("SELECT id FROM social_account")) as [
      { id: string },
    ]
    const { data } = await api().post("/admin/social-posts", {
      account_id: id,
      status: "draft",
      caption: "Not out yet",
    })
    await page.reload()
    await page.getByRole("button", { name: /^Actions for/ }).click()
    await page.getByRole("menuitem", { name: "Remove" }).click()
    const prompt = page.getByRole("alertdialog")
    await prompt.getByText(/This deletes 1 post/).waitFor()
    await prompt.getByText("X ends the store's access").waitFor()
    await shot(page, "remove")
    await prompt.getByRole("button", { name: "Disconnect account" }).click()
    await page
      .getByText(/is disconnected/)
      .first()
      .waitFor()
    expect(await one(id)).toMatchObject({ status: "disconnected" })
    expect(await query("SELECT id FROM social_credential")).toEqual([])
    const post = await api().get(`/admin/social-posts/${data.social_post.id}`)
    expect(post.status).toBe(200)
    expect(JSON.stringify(await sandbox.calls())).toContain("/2/oauth2/revoke")
  })

  it("connects a disconnected account again by its consent page", async () => {
    const { accountId } = await seed(api(), { platform: "twitter", count: 1 })
    await api().delete(`/admin/social-accounts/${accountId}`)
    const page = await browser().open(`/social/accounts/${accountId}`)
    await page.getByRole("link", { name: "Reconnect" }).click()
    await page.getByRole("button", { name: "Continue to X" }).click()
    await page.getByRole("button", { name: "Allow" }).waitFor()
    await consent(page, { person: /@harbour_goods/ })
    await page.getByRole("button", { name: "Reconnect" }).click()
    await page.getByText("Active", { exact: true }).first().waitFor()
    expect((await one(accountId)).posts_count).toBe(1)
  })
})
