import { mkdirSync } from "node:fs"
import { join } from "node:path"
import {
  type Browser,
  type BrowserContext,
  chromium,
  type Page,
} from "playwright-core"
import { ROOT } from "../../utils/booted-store/commands"
import { USER } from "../../utils/booted-store/store"

const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
]

/** The first page is compiled while the browser waits. */
const PATIENCE_MS = 40_000

export interface Look {
  theme?: "light" | "dark"
  language?: "en" | "de"
  width?: number
  height?: number
}

export interface AdminBrowser {
  /** A page of the admin, signed in unless told otherwise. */
  open(path: string, look?: Look & { signedIn?: boolean }): Promise<Page>
  /** Ends all pages of a test, with a picture of each as it was at last. */
  closePages(test: string): Promise<void>
  close(): Promise<void>
}

/** A browser for the admin of the store at this address. */
export async function launchBrowser(url: string): Promise<AdminBrowser> {
  const browser: Browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
    args: FLAGS,
  })
  const contexts: BrowserContext[] = []
  return {
    async open(path, { signedIn = true, ...look } = {}) {
      const context = await newContext(browser, look)
      contexts.push(context)
      if (signedIn) {
        await signIn(context, url)
      }
      const page = await context.newPage()
      page.setDefaultTimeout(PATIENCE_MS)
      await page.goto(`${url}/app${path}`)
      return page
    },
    async closePages(test) {
      const pages = contexts.flatMap((context) => context.pages())
      for (const [index, page] of pages.entries()) {
        await shot(page, `${test.replaceAll(/\W+/g, "-")}-${index}`)
      }
      await Promise.all(contexts.splice(0).map((context) => context.close()))
    },
    close: () => browser.close(),
  }
}

async function newContext(
  browser: Browser,
  { theme = "light", language = "en", width = 1440, height = 900 }: Look
): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: theme,
    reducedMotion: "reduce",
  })
  // A text, because the browser's own names are no names of Node.
  await context.addInitScript({
    content: `
      localStorage.setItem("medusa_admin_theme", "${theme}")
      localStorage.setItem("lng", "${language}")
      document.cookie = "lng=${language}; path=/"`,
  })
  return context
}

/** Gives a context the session cookie of the admin user. */
async function signIn(context: BrowserContext, url: string): Promise<void> {
  const { request } = context
  const login = await request.post(`${url}/auth/user/emailpass`, {
    data: USER,
  })
  const { token } = await login.json()
  await request.post(`${url}/auth/session`, {
    headers: { authorization: `Bearer ${token}` },
  })
}

const SHOTS = join(ROOT, ".data", "screenshots")

/** Keeps a picture of a page, to be looked at by a person. */
export async function shot(page: Page, name: string): Promise<void> {
  mkdirSync(SHOTS, { recursive: true })
  await page.screenshot({ path: join(SHOTS, `${name}.png`) })
}
