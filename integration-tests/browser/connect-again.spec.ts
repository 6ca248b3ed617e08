import { shot } from "./helpers/browser"
import { consent } from "./helpers/consent"
import { sandbox } from "./helpers/sandbox"
import { query, seed } from "./helpers/store"
import { browserSuite } from "./helpers/suite"

browserSuite("connecting an account again", ({ api, browser }) => {
  const one = async (id: string) =>
    (await api().get(`/admin/social-accounts/${id}`)).data.social_account

  it("leads from the notice to the same account, with all it had", async () => {
    const { accountId, account, posts } = await seed(api(), {
      platform: "facebook",
      count: 1,
    })
    const of = { platform: "facebook", account: account.external_id }
    await sandbox.set({ ...of, token: "password_changed" })
    await api()
      .post(`/admin/social-posts/${posts[0]!.id}/sync-insights`)
      .catch(() => null)
    expect((await one(accountId)).status).toBe("needs_reconnect")

    const page = await browser().open("/social/accounts")
    await page.getByText(/needs reconnecting/).waitFor()
    await shot(page, "attention")
    await page.getByRole("link", { name: "Reconnect" }).click()
    const drawer = page.getByRole("dialog")
    // Only what the pasted token lacked is named.
    await drawer.getByText("business_management").waitFor()
    expect(await drawer.getByText("read_insights").count()).toBe(0)
    await shot(page, "reconnect-consent")

    await sandbox.set({ ...of, token: "valid" })
    await drawer.getByRole("button", { name: "Continue to Facebook" }).click()
    await page.getByRole("button", { name: "Allow" }).waitFor()
    await consent(page, { person: /Mara/ })
    await page
      .getByRole("heading", { name: "Choose what to connect" })
      .waitFor()
    await page.getByRole("button", { name: "Reconnect" }).click()
    await page.waitForURL(new RegExp(`accounts/${accountId}$`))
    await page
      .getByText(/is connected again/)
      .first()
      .waitFor()
    expect(await one(accountId)).toMatchObject({
      status: "active",
      connection_flow: "default",
      posts_count: 1,
    })
  })

  it("says when somebody else signed in, and connects that one apart", async () => {
    const { accountId } = await seed(api(), { platform: "twitter", count: 1 })
    const page = await browser().open(`/social/accounts/${accountId}/reconnect`)
    await page.getByRole("button", { name: "Continue to X" }).click()
    await page.getByRole("button", { name: "Allow" }).waitFor()
    await consent(page, { person: /@harbour_noscope/ })
    await page.getByText(/You signed in as @harbour_noscope/).waitFor()
    const checkbox = page.getByRole("checkbox")
    expect(await checkbox.isChecked()).toBe(false)
    await checkbox.check()
    await page.getByRole("button", { name: "Connect 1 account" }).click()
    await page.getByText("1 account is connected").waitFor()
    const accounts = await query("SELECT id FROM social_account")
    expect(accounts).toHaveLength(2)
    expect((await one(accountId)).connection_flow).toBeNull()
  })
})
