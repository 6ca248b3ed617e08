import { USER } from "../utils/booted-store/store"
import { seed } from "./helpers/store"
import { browserSuite } from "./helpers/suite"

browserSuite("sessions and tabs", ({ api, browser }) => {
  it("sends a user whose session ended to the login and back", async () => {
    const { posts } = await seed(api(), { platform: "twitter", count: 1 })
    const page = await browser().open(`/social/posts/${posts[0]!.id}`)
    await page.getByText("No numbers yet").waitFor()
    await page.context().clearCookies({ name: "connect.sid" })
    await page.getByRole("button", { name: /^Sync/ }).last().click()

    await page.waitForURL(/\/login/)
    await page.locator("input[name=email]").fill(USER.email)
    await page.locator("input[name=password]").fill(USER.password)
    await page.keyboard.press("Enter")
    await page.waitForURL(new RegExp(posts[0]!.id))
    await page.getByText("No numbers yet").waitFor()
  })

  it("shows in one tab what was done in another, when one comes back to it", async () => {
    const { posts } = await seed(api(), { platform: "twitter", count: 1 })
    const path = `/social/posts/${posts[0]!.id}`
    const first = await browser().open(path)
    await first.getByText("No numbers yet").waitFor()
    const second = await first.context().newPage()
    await second.goto(first.url())
    await second.getByText("No numbers yet").waitFor()
    await second.getByRole("button", { name: /^Sync/ }).last().click()
    await second.getByText("Up to date").first().waitFor()

    await first.bringToFront()
    // What a browser with windows says when one comes back to a page.
    await first.waitForFunction(
      "window.dispatchEvent(new Event('visibilitychange')) && document.body.innerText.includes('Up to date')",
      undefined,
      { polling: 500 }
    )
  })

  it("answers an unknown post with the dashboard's own page for that", async () => {
    const page = await browser().open("/social/posts/spost_unknown")
    await page.getByText(/404/).first().waitFor()
  })
})
