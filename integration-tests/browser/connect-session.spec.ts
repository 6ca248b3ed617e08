import { USER } from "../utils/booted-store/store"
import { consent, countAnswers, openConsent } from "./helpers/consent"
import { browserSuite } from "./helpers/suite"
import { logIn } from "./helpers/users"

const X = { platform: "X" }
const CONSENT = { person: /@harbour_goods/ }

browserSuite("sessions on the way back from a platform", ({ browser }) => {
  it("leads through the login to what the platform brought", async () => {
    const page = await browser().open("/social/accounts")
    const answers = countAnswers(page)
    await openConsent(page, X)
    await page.context().clearCookies({ name: "connect.sid" })
    await consent(page, CONSENT)
    await logIn(page, USER)
    await page
      .getByRole("heading", { name: "Choose what to connect" })
      .waitFor()
    expect(answers()).toBe(1)
    expect(page.url()).not.toMatch(/code=|state=/)
  })

  it("keeps it when the session ends in that moment", async () => {
    const page = await browser().open("/social/accounts")
    await openConsent(page, X)
    await page.route(
      "**/admin/social-accounts/callback",
      async (route) => {
        await page.context().clearCookies({ name: "connect.sid" })
        const { cookie, ...headers } = route.request().headers()
        expect(cookie).toContain("connect.sid")
        await route.continue({ headers })
      },
      { times: 1 }
    )
    await consent(page, CONSENT)
    await logIn(page, USER)
    await page
      .getByRole("heading", { name: "Choose what to connect" })
      .waitFor()
  })
})
