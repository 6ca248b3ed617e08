import { sandbox } from "./helpers/sandbox"
import { shot } from "./helpers/browser"
import {
  consent,
  countAnswers,
  openConsent,
  openPicker,
  openQuestion,
  type Way,
  withoutApps,
} from "./helpers/consent"
import { tabTo } from "./helpers/keyboard"
import { query, seed } from "./helpers/store"
import { browserSuite } from "./helpers/suite"

interface Journey extends Way {
  id: string
  settings?: Record<string, string>
  person: RegExp
  connection_flow: string
}

const JOURNEYS: Journey[] = [
  {
    platform: "Instagram",
    id: "instagram",
    flow: "Instagram login",
    settings: { login: "instagram" },
    person: /@atelier\.shop/,
    connection_flow: "instagram",
  },
  {
    platform: "Instagram",
    id: "instagram",
    flow: "Facebook login",
    asks: "Facebook",
    settings: { login: "facebook" },
    person: /Mara Lindner/,
    connection_flow: "facebook",
  },
  {
    platform: "Facebook",
    id: "facebook",
    person: /Mara Lindner/,
    connection_flow: "default",
  },
  {
    platform: "X",
    id: "twitter",
    settings: { auth: "user" },
    person: /@harbour_goods/,
    connection_flow: "default",
  },
  {
    platform: "LinkedIn",
    id: "linkedin",
    settings: { kind: "organization" },
    person: /Mara Lindt/,
    connection_flow: "default",
  },
]

browserSuite("connecting through a consent page", ({ api, browser }) => {
  const stored = () =>
    query("SELECT * FROM social_account WHERE deleted_at IS NULL")

  it.each(JOURNEYS)(
    "leads to a connected account: $platform, $connection_flow",
    async ({ id, settings = {}, person, connection_flow, ...way }) => {
      const { accounts } = await sandbox.world()
      const account = accounts.find(
        (one) =>
          one.platform === id &&
          one.demo &&
          Object.entries(settings).every(
            ([name, value]) => (one.settings[name] ?? value) === value
          )
      )!
      const page = await browser().open("/social/accounts")
      const answers = countAnswers(page)
      await openConsent(page, way)
      await consent(page, { person })
      await page
        .getByRole("heading", { name: "Choose what to connect" })
        .waitFor()

      // What the platform brought is used once and stays nowhere.
      expect(answers()).toBe(1)
      expect(page.url()).not.toMatch(/code=|state=/)
      expect(await stored()).toEqual([])
      await page.reload()
      const row = page.getByRole("listitem").filter({
        has: page.getByText(`@${account.username}`, { exact: true }),
      })
      await row.waitFor()
      expect(answers()).toBe(1)
      expect(await row.getByRole("checkbox").isChecked()).toBe(true)
      await shot(page, `picker-${id}-${connection_flow}`)

      for (const other of await page.getByRole("checkbox").all()) {
        if (await other.isEnabled()) {
          await other.uncheck()
        }
      }
      await row.getByRole("checkbox").check()
      await page.getByRole("button", { name: "Connect 1 account" }).click()
      await page.getByText("1 account is connected").waitFor()
      expect(await stored()).toMatchObject([
        {
          platform: id,
          external_id: account.external_id,
          connection_flow,
          status: "active",
        },
      ])
      // A reload shows it again and connects nothing again.
      await page.reload()
      await page.getByText(`@${account.username}`, { exact: true }).waitFor()
      await shot(page, `connected-${id}-${connection_flow}`)
      await page.getByRole("link", { name: /^Open / }).click()
      await page.getByText("Next step: add posts").waitFor()
    }
  )

  it("connects several at once, and gives one that is there a new token", async () => {
    const { accountId } = await seed(api(), { platform: "facebook", count: 1 })
    const page = await browser().open("/social/accounts")
    await openPicker(page, { platform: "Facebook" }, { person: /Mara/ })
    await page.getByText("Already connected.", { exact: false }).waitFor()
    const found = await page.getByRole("checkbox").count()
    expect(found).toBeGreaterThan(2)
    // What is connected already is not proposed again; here it is wanted.
    const boxes = await page.getByRole("checkbox").all()
    const ticked = await Promise.all(boxes.map((box) => box.isChecked()))
    expect(ticked.filter((on) => !on)).toHaveLength(1)
    await Promise.all(boxes.map((box) => box.check()))
    await page
      .getByRole("button", { name: `Connect ${found} accounts` })
      .click()
    await page.getByText(`${found} accounts are connected`).waitFor()
    const accounts = await stored()
    expect(accounts).toHaveLength(found)
    expect(accounts.map(({ id }) => id)).toContain(accountId)
    const posts = await query("SELECT account_id FROM social_post")
    expect(posts).toEqual([{ account_id: accountId }])
  })

  it("needs at least one account to be ticked", async () => {
    const page = await browser().open("/social/accounts")
    await openPicker(page, { platform: "X" }, { person: /@harbour_goods/ })
    await page.getByRole("checkbox").uncheck()
    await page.getByRole("button", { name: "Connect", exact: true }).click()
    await page.getByText("Tick at least one account.").waitFor()
    expect(await stored()).toEqual([])
  })

  it("works by keyboard alone", async () => {
    const page = await browser().open("/social/accounts/create")
    await page.getByRole("radio").first().waitFor()
    await tabTo(page, /^Facebook$/)
    await page.keyboard.press("Space")
    for (const next of ["Instagram", "LinkedIn", "X"]) {
      // Held as long as a person holds it.
      await page.keyboard.down("ArrowDown")
      await page
        .getByRole("radio", { name: next, exact: true, checked: true })
        .waitFor()
      await page.keyboard.up("ArrowDown")
    }
    await tabTo(page, /^Continue$/)
    await page.keyboard.press("Enter")
    await page.getByText("What X will ask you").waitFor()
    await tabTo(page, /^Continue to X$/)
    await page.keyboard.press("Enter")
    await page.getByRole("button", { name: "Allow" }).waitFor()
    await tabTo(page, /^Allow$/)
    await page.keyboard.press("Enter")
    await page
      .getByRole("heading", { name: "Choose what to connect" })
      .waitFor()
    await tabTo(page, /^Connect 1 account$/)
    await page.keyboard.press("Enter")
    await page.getByText("1 account is connected").waitFor()
    expect(await stored()).toMatchObject([{ platform: "twitter" }])
  })

  it("says before what is asked and why, and shows the redirect URL", async () => {
    const page = await browser().open("/social/accounts")
    await openQuestion(page, { platform: "Facebook" })
    const modal = page.getByRole("dialog")
    await modal.getByText("pages_read_user_content").waitFor()
    await modal.getByText("Read comments and their totals.").waitFor()
    const url = `${new URL(page.url()).origin}/app/social/callback`
    expect(await modal.getByText(url).count()).toBe(0)
    await modal.getByRole("button", { name: /Redirect URL/ }).click()
    await modal.getByText(url).waitFor()
    await shot(page, "consent-question")
  })

  it("says what is not set up, step by step, and takes a token instead", async () => {
    const page = await browser().open("/social/accounts")
    await withoutApps(page)
    await openQuestion(page, { platform: "LinkedIn" })
    const modal = page.getByRole("dialog")
    await modal.getByText("LinkedIn is not set up in this store yet").waitFor()
    await modal.getByText("/app/social/callback").waitFor()
    await modal.getByText("client_secret: process.env").waitFor()
    await modal.getByText("docs/connect/linkedin.md").waitFor()
    expect(
      await modal.getByRole("button", { name: "Continue to" }).count()
    ).toBe(0)
    await shot(page, "not-set-up")

    await page.context().grantPermissions(["clipboard-read", "clipboard-write"])
    await modal.getByRole("button", { name: "Copy the redirect URL" }).click()
    const copied = await page.evaluate<string>("navigator.clipboard.readText()")
    expect(copied).toBe(`${new URL(page.url()).origin}/app/social/callback`)

    await modal.getByRole("button", { name: "Paste a token instead" }).click()
    await modal.getByLabel("Access token", { exact: true }).waitFor()
  })
})
