import type { Page } from "playwright-core"
import { shot } from "./helpers/browser"
import {
  consent,
  type Consent,
  countAnswers,
  openConsent,
  openPicker,
  type Way,
} from "./helpers/consent"
import { query, storeUrl } from "./helpers/store"
import { browserSuite } from "./helpers/suite"
import { addUser, signInAs } from "./helpers/users"

const X: Way = { platform: "X" }
const FACEBOOK: Way = { platform: "Facebook" }
const LINKED: Way = {
  platform: "Instagram",
  flow: "Facebook login",
  asks: "Facebook",
}

/** Ways on which nothing can be connected, each with a page of its own. */
const FRUITLESS: {
  name: string
  way: Way
  answer: Consent
  title: RegExp
  sentence: RegExp
}[] = [
  {
    name: "a cancelled consent",
    way: X,
    answer: { answer: "Cancel" },
    title: /You cancelled on X/,
    sentence: /Nothing was connected/,
  },
  {
    name: "a cancelled consent of LinkedIn, which has its own word for it",
    way: { platform: "LinkedIn" },
    answer: { answer: "Cancel" },
    title: /You cancelled on LinkedIn/,
    sentence: /Nothing was connected/,
  },
  {
    name: "a personal account",
    way: { platform: "Instagram", flow: "Instagram login" },
    answer: { person: /@personal\.shop/ },
    title: /cannot be connected yet/,
    sentence: /professional/,
  },
  {
    name: "a person without Pages",
    way: FACEBOOK,
    answer: { person: /Lea Brandt/ },
    title: /Nothing to connect was found on Facebook/,
    sentence: /Page/,
  },
  {
    name: "Pages without an Instagram account",
    way: LINKED,
    answer: { person: /Jonas Weiss/ },
    title: /Nothing to connect was found on Instagram/,
    sentence: /Backstube Shop/,
  },
]

browserSuite("connecting that comes to nothing", ({ api, browser }) => {
  const accounts = () =>
    query("SELECT id FROM social_account WHERE deleted_at IS NULL")

  /** The way to try again leads back to the same question. */
  async function tryAgain(page: Page, { platform, asks = platform }: Way) {
    await page.getByRole("link", { name: "Try again" }).click()
    await page
      .getByRole("heading", { name: `What ${asks} will ask you` })
      .waitFor()
  }

  it.each(FRUITLESS)(
    "says what happened and what to do: $name",
    async ({ name, way, answer, title, sentence }) => {
      const page = await browser().open("/social/accounts")
      await openConsent(page, way)
      await consent(page, answer)
      const main = page.locator("main")
      await main.getByRole("heading", { name: title }).waitFor()
      await main.getByText(sentence).first().waitFor()
      expect(page.url()).not.toMatch(/code=|state=|error=/)
      await shot(page, `fruitless-${name.replaceAll(/\W+/g, "-")}`)
      expect(await accounts()).toEqual([])
      await tryAgain(page, way)
    }
  )

  it("connects without what was not granted, and says what that costs", async () => {
    const page = await browser().open("/social/accounts")
    await openPicker(page, FACEBOOK, {
      person: /Mara/,
      without: ["pages_read_user_content", "business_management"],
    })
    await page
      .getByText(
        "Comments will not be read: pages_read_user_content was not allowed."
      )
      .waitFor()
    // One Page is seen only with a permission that was not granted.
    await page.getByText(/portfolio/).waitFor()
    await shot(page, "partial-grant")
    await page.getByRole("button", { name: /^Connect \d/ }).click()
    await page.getByText(/connected$/).waitFor()
    const [account] = await query<{ scopes: string[] }>(
      "SELECT scopes FROM social_account"
    )
    expect(account!.scopes).not.toContain("pages_read_user_content")
  })

  it("does not connect twice by the back button", async () => {
    const page = await browser().open("/social/accounts")
    await openPicker(page, X, { person: /@harbour_goods/ })
    await page.getByRole("button", { name: "Connect 1 account" }).click()
    await page.getByText("1 account is connected").waitFor()
    const [before] = await query("SELECT * FROM social_credential")

    await page.goBack()
    await consent(page, { person: /@harbour_goods/ })
    await page.getByRole("heading", { name: "Nothing was connected" }).waitFor()
    await page.getByText(/used already/).waitFor()
    await shot(page, "state-used-twice")
    expect(await query("SELECT * FROM social_credential")).toEqual([before])
  })

  it("says when the consent took too long", async () => {
    const page = await browser().open("/social/accounts")
    await openConsent(page, X)
    await query("UPDATE social_connection SET expires_at = now()")
    await consent(page)
    await page.getByText(/longer than ten minutes/).waitFor()
    await tryAgain(page, X)
  })

  it("lets nobody go on with what another user has begun", async () => {
    const other = await addUser(api())
    const page = await browser().open("/social/accounts")
    await openConsent(page, X)
    await signInAs(page, other)
    await consent(page)
    await page.getByText(/begun by another user/).waitFor()
    expect(await accounts()).toEqual([])
  })

  it("hands nothing in when there is nothing in the address", async () => {
    const page = await browser().open("/social/accounts")
    const answers = countAnswers(page)
    await page.goto(`${storeUrl()}/app/social/callback`)
    await page.getByText("Nothing to go on with here").waitFor()
    await page.getByRole("link", { name: "Try again" }).click()
    await page.getByRole("heading", { name: "Connect an account" }).waitFor()
    expect(answers()).toBe(0)
  })

  it("says when the choice is over", async () => {
    const page = await browser().open("/social/accounts")
    await openPicker(page, X, { person: /@harbour_goods/ })
    await query("UPDATE social_connection SET expires_at = now()")
    await page.reload()
    await page.getByText("This choice is over").waitFor()
    await tryAgain(page, X)
  })
})
