import { shot } from "./helpers/browser"
import { sandbox } from "./helpers/sandbox"
import { browserSuite } from "./helpers/suite"

browserSuite("the first run", ({ api, browser }) => {
  it("leads from an empty list to a connected account and a post with numbers", async () => {
    const { accounts, posts } = await sandbox.world()
    const account = accounts.find(
      ({ platform, demo, settings }) =>
        platform === "instagram" && demo && settings.login === "instagram"
    )!
    const post = posts.find(
      ({ account_external_id, traits }) =>
        account_external_id === account.external_id && traits.length === 0
    )!
    const page = await browser().open("/social/posts")

    await page.getByText("No account yet").waitFor()
    await page.getByRole("link", { name: "Connect an account" }).click()
    const modal = page.getByRole("dialog")
    await modal.getByRole("button", { name: "Continue" }).click()
    await modal.getByText("Choose a platform.").waitFor()
    await modal.getByRole("radio", { name: "Instagram", exact: true }).click()
    await modal.getByRole("button", { name: "Continue" }).click()
    await modal.getByRole("button", { name: "Paste a token instead" }).click()

    // Says what is missing, beside the fields, before anything is sent.
    const connect = modal.getByRole("button", { name: "Connect", exact: true })
    await connect.click()
    await modal.getByText("Enter the account ID.").waitFor()
    await modal.getByText("Paste an access token.").waitFor()
    // The way that was shown first is chosen here as well.
    expect(
      await modal.getByRole("radio", { name: "Instagram login" }).isChecked()
    ).toBe(true)
    await modal.getByText("instagram_business_manage_insights").waitFor()

    const id = modal.getByLabel("Account ID")
    const token = modal.getByLabel("Access token", { exact: true })
    await id.fill(account.external_id)
    await token.fill("IGAA-not-a-token")
    await connect.click()
    await modal
      .getByText(/token/i)
      .filter({ hasText: /Instagram/ })
      .first()
      .waitFor()
    await shot(page, "connect-refused")
    // Nothing of what was typed is lost, and nothing is stored.
    expect(await id.inputValue()).toBe(account.external_id)
    expect(await token.inputValue()).toBe("IGAA-not-a-token")
    const { data } = await api().get("/admin/social-accounts")
    expect(data.count).toBe(0)

    await token.fill(account.access_token)
    await connect.click()
    await page.getByText("Next step: add posts").waitFor()
    expect(page.url()).not.toContain(account.access_token)
    expect(await page.content()).not.toContain(account.access_token)

    await page.getByRole("link", { name: "Add post" }).click()
    const form = page.getByRole("dialog")
    await form.getByRole("button", { name: "Save and sync" }).click()
    await form.getByText(/A posted post needs the id/).waitFor()
    await form.getByLabel("Post ID").fill("not an id")
    await form.getByRole("button", { name: "Save and sync" }).click()
    await form
      .getByText(/Instagram posts are known by their numeric media id/)
      .first()
      .waitFor()
    expect(await form.getByLabel("Post ID").inputValue()).toBe("not an id")
    await form.getByLabel("Post ID").fill(post.platform_post_id)
    await form.getByRole("button", { name: "Save and sync" }).click()

    await page.getByText("Up to date").first().waitFor()
    const stored = await api().get("/admin/social-posts")
    const [{ insights }] = stored.data.social_posts
    const likes = page
      .locator("dt", { hasText: /^Likes$/ })
      .locator("xpath=following-sibling::dd")
    expect((await likes.first().innerText()).trim()).toContain(
      insights.likes.toLocaleString("en")
    )
    await shot(page, "first-post")
  })
})
