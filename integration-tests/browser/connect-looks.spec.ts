import type { Page } from "playwright-core"
import { findBarriers, findBarriersOfMedusa } from "./helpers/accessibility"
import { go, type Look, settled, shot } from "./helpers/browser"
import { withoutApps } from "./helpers/consent"
import { addProduct, query, seed, storeUrl } from "./helpers/store"
import { browserSuite } from "./helpers/suite"

const LOOKS: (Look & { name: string })[] = [
  { name: "light", theme: "light" },
  { name: "dark", theme: "dark" },
  { name: "phone-german", language: "de", width: 390, height: 844 },
]

/** What is pressed, in the language of the page. */
const WORDS = {
  en: {
    continue: /^Continue to/,
    connect: /^Connect \d/,
    open: /^Open /,
    reconnect: "Reconnect",
    check: "Check now",
    menu: /^Actions for/,
    remove: "Remove",
  },
  de: {
    continue: /^Weiter zu/,
    connect: /verbinden$/,
    open: / öffnen$/,
    reconnect: "Neu verbinden",
    check: "Jetzt prüfen",
    menu: /^Aktionen für/,
    remove: "Entfernen",
  },
}

/** Pages by name, with what shows that they are there, in both languages. */
const PAGES: Record<
  string,
  { path: (account: string) => string; en: string; de: string }
> = {
  "consent-question": {
    path: () => "/create?connect=instagram&flow=facebook",
    en: "What Facebook will ask you",
    de: "Was Facebook Sie fragen wird",
  },
  "choice-over": {
    path: () => "/connect/sconn_over",
    en: "This choice is over",
    de: "Diese Auswahl ist vorbei",
  },
  reconnect: {
    path: (account) => `/${account}/reconnect`,
    en: "Continue to Facebook",
    de: "Weiter zu Facebook",
  },
  "sync-settings": {
    path: (account) => `/${account}/settings`,
    en: "At times of my own",
    de: "Zu eigenen Zeiten",
  },
}

browserSuite("how connecting looks", ({ api, browser }) => {
  /** A page that is looked at place by place, and what is found there. */
  async function look({ name, ...looks }: (typeof LOOKS)[number]) {
    // Medusa's own list of products has its buttons only with one.
    await addProduct(api(), "Linen shirt")
    const page = await browser().open("/social/accounts", looks)
    const ofMedusa = await findBarriersOfMedusa(page, looks)
    const found: Record<string, string[]> = {}
    const check = async (place: string) => {
      await settled(page)
      await shot(page, `connect-${place}-${name}`)
      const overhang = await page.evaluate<number>(
        "document.documentElement.scrollWidth - window.innerWidth"
      )
      const barriers = await findBarriers(page, ofMedusa)
      if (overhang > 0) {
        barriers.push(`too wide by ${overhang} px`)
      }
      if (barriers.length > 0) {
        found[place] = barriers
      }
    }
    return { page, check, found, words: WORDS[looks.language ?? "en"] }
  }

  async function toConsent(page: Page, platform: string, goOn: RegExp) {
    await go(page, `/social/accounts/create?connect=${platform}`)
    await page.getByRole("button", { name: goOn }).click()
    await page.getByRole("button", { name: "Allow" }).waitFor()
  }

  it.each(LOOKS)("has no barriers and fits, choosing: $name", async (looks) => {
    const { page, check, found, words } = await look(looks)
    await toConsent(page, "facebook", words.continue)
    await page
      .getByRole("checkbox", { name: "pages_read_user_content" })
      .uncheck()
    await page.getByRole("button", { name: "Allow" }).click()
    const connect = page.getByRole("button", { name: words.connect })
    await connect.waitFor()
    await check("picker")
    await connect.click()
    await page.getByRole("link", { name: words.open }).first().waitFor()
    await check("result")

    await toConsent(page, "linkedin", words.continue)
    await page.getByRole("button", { name: "Allow" }).click()
    await connect.waitFor()
    await check("obstacle")
    expect(found).toEqual({})
  })

  it.each(LOOKS)("has no barriers and fits, opening: $name", async (looks) => {
    const { accountId } = await seed(api(), { platform: "facebook", count: 1 })
    const { page, check, found } = await look(looks)
    for (const [place, { path, ...titles }] of Object.entries(PAGES)) {
      await go(page, `/social/accounts${path(accountId)}`)
      await page
        .getByText(titles[looks.language ?? "en"])
        .filter({ visible: true })
        .first()
        .waitFor()
      await check(place)
    }
    await withoutApps(page)
    await page.goto(
      `${storeUrl()}/app/social/accounts/create?connect=instagram`
    )
    await page.getByText("docs/connect/instagram.md").waitFor()
    await check("not-set-up")
    expect(found).toEqual({})
  })

  it.each(LOOKS)("has no barriers and fits, keeping: $name", async (looks) => {
    const { accountId } = await seed(api(), { platform: "facebook", count: 1 })
    await query(
      "UPDATE social_account SET reconnect_by = now() + interval '3 days'"
    )
    const { page, check, found, words } = await look(looks)
    await go(page, "/social/accounts")
    await page.getByRole("link", { name: words.reconnect }).waitFor()
    await check("attention")

    await go(page, `/social/accounts/${accountId}`)
    await page.getByRole("button", { name: words.check }).click()
    await page.getByText("v26.0").waitFor()
    await page.getByText("v26.0").scrollIntoViewIfNeeded()
    await check("health")
    await page.getByRole("button", { name: words.menu }).click()
    await page.getByRole("menuitem", { name: words.remove }).click()
    await page.getByRole("alertdialog").getByRole("radio").first().waitFor()
    await check("remove")
    expect(found).toEqual({})
  })
})
