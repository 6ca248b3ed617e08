import type { Page } from "playwright-core"
import { findBarriers, findBarriersOfMedusa } from "./helpers/accessibility"
import { go, settled, shot } from "./helpers/browser"
import { addProduct, seed } from "./helpers/store"
import { browserSuite } from "./helpers/suite"

/** Pages by name, with what shows that they are there, in both languages. */
const PAGES: Record<
  string,
  {
    path: (ids: Ids) => string
    en: string
    de: string
    /** Opened before one looks. */
    button?: string
    /** Where our part of someone else's page is. */
    within?: string
  }
> = {
  posts: { path: () => "/social/posts", en: "Posts", de: "Beiträge" },
  "sync-all": {
    path: () => "/social/posts",
    en: "Sync all",
    de: "Alle abrufen",
    button: "Sync all",
  },
  "add-post": {
    path: () => "/social/posts/create",
    en: "Add post",
    de: "Beitrag anlegen",
  },
  post: {
    path: ({ post }) => `/social/posts/${post}`,
    en: "Insights",
    de: "Zahlen",
  },
  export: {
    path: () => "/social/posts",
    en: "Sync all",
    de: "Alle abrufen",
    button: "Export",
  },
  comments: {
    path: () => "/social/comments",
    en: "On all posts",
    de: "Zu allen Beiträgen",
  },
  retention: {
    path: () => "/social/retention",
    en: "Names of commenters",
    de: "Namen von Kommentierenden",
  },
  "edit-retention": {
    path: () => "/social/retention/edit",
    en: "Every reading of a post",
    de: "Jede Ablesung eines Beitrags",
  },
  import: {
    path: ({ account }) => `/social/accounts/${account}/import`,
    en: "How far back",
    de: "Wie weit zurück",
  },
  "edit-post": {
    path: ({ post }) => `/social/posts/${post}/edit`,
    en: "Edit post",
    de: "Beitrag bearbeiten",
  },
  accounts: { path: () => "/social/accounts", en: "Accounts", de: "Konten" },
  connect: {
    path: () => "/social/accounts/create",
    en: "Connect an account",
    de: "Konto verbinden",
  },
  account: {
    path: ({ account }) => `/social/accounts/${account}`,
    en: "Permissions",
    de: "Berechtigungen",
  },
  runs: { path: () => "/social/runs", en: "Sync log", de: "Abrufprotokoll" },
  run: {
    path: ({ run }) => `/social/runs/${run}`,
    en: "Calls",
    de: "Anfragen",
  },
  product: {
    path: ({ product }) => `/products/${product}`,
    en: "Social posts",
    de: "Social-Media-Beiträge",
    within: '[data-social="product-posts"]',
  },
  "link-posts": {
    path: ({ product }) => `/products/${product}`,
    en: "Social posts",
    de: "Social-Media-Beiträge",
    button: "Link posts",
    within: '[role="dialog"]',
  },
  reconnect: {
    path: ({ account }) => `/social/accounts/${account}/reconnect`,
    en: "Continue to Facebook",
    de: "Weiter zu Facebook",
  },
  empty: {
    path: () => "/social/posts?q=nothing-has-this-text",
    en: "No posts found",
    de: "Keine Beiträge gefunden",
  },
}

interface Ids {
  post: string
  account: string
  run: string
  product: string
}

browserSuite("how it looks", ({ api, browser }) => {
  /** A store in which every page has something to show. */
  async function filled(): Promise<Ids> {
    const { accountId, posts } = await seed(api(), {
      platform: "facebook",
      count: 3,
    })
    await seed(api(), { platform: "linkedin", count: 1 })
    await api().post("/admin/social-posts", {
      account_id: accountId,
      platform_post_id: "101054257498407_99999999",
      status: "posted",
      caption: "The post that is gone",
    })
    await api().post(`/admin/social-accounts/${accountId}/sync`)
    const { data } = await api().post("/admin/social-posts/sync-all-insights")
    await api().post(`/admin/social-posts/${posts[0]!.id}/sync-insights`, {
      force: true,
    })
    const product = await addProduct(api(), "Linen shirt")
    await api().post(`/admin/products/${product}/social-posts`, {
      add: posts.map(({ id }) => id),
    })
    return {
      post: posts[0]!.id,
      account: accountId,
      run: data.run_id,
      product,
    }
  }

  async function shows(page: Page, text: string) {
    await page.getByText(text).filter({ visible: true }).first().waitFor()
    await settled(page)
  }

  it.each(["light", "dark"] as const)(
    "has no barriers on any page, in the %s theme",
    async (theme) => {
      const ids = await filled()
      const page = await browser().open("/social/posts", { theme })
      const ofMedusa = await findBarriersOfMedusa(page, { theme })
      const barriers: Record<string, string[]> = {}
      for (const [name, { path, en, button, within }] of Object.entries(
        PAGES
      )) {
        await go(page, path(ids))
        await shows(page, en)
        if (button) {
          await page.getByRole("button", { name: button }).click()
          await page.getByRole("dialog").waitFor()
        }
        await shot(page, `${name}-${theme}`)
        const found = await findBarriers(
          page,
          ofMedusa,
          within ? [within] : undefined
        )
        if (found.length) {
          barriers[name] = found
        }
      }
      expect(barriers).toEqual({})
    }
  )

  it("speaks German on every page, and fits a phone", async () => {
    const ids = await filled()
    const page = await browser().open("/social/posts", {
      language: "de",
      width: 390,
      height: 844,
    })
    const tooWide: string[] = []
    for (const [name, { path, de }] of Object.entries(PAGES)) {
      await go(page, path(ids))
      await shows(page, de)
      await shot(page, `${name}-phone-german`)
      const overhang = await page.evaluate<number>(
        "document.documentElement.scrollWidth - window.innerWidth"
      )
      if (overhang > 0) {
        tooWide.push(`${name} by ${overhang} px`)
      }
    }
    expect(tooWide).toEqual([])
  })

  it("writes numbers and times as the language does", async () => {
    const ids = await filled()
    const { data } = await api().get(`/admin/social-posts/${ids.post}`)
    const rate = data.social_post.insights.engagement_rate as number
    const written = (language: string) =>
      new Intl.NumberFormat(language, {
        style: "percent",
        maximumFractionDigits: 2,
      }).format(rate / 100)
    for (const language of ["en", "de"] as const) {
      const page = await browser().open(`/social/posts/${ids.post}`, {
        language,
      })
      await page.getByText(written(language)).first().waitFor()
    }
    expect(written("en")).not.toBe(written("de"))
  })
})
