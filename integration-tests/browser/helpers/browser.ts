import { mkdirSync } from "node:fs"
import { join } from "node:path"
import { setTimeout as wait } from "node:timers/promises"
import {
  type Browser,
  type BrowserContext,
  chromium,
  type Page,
  type Request,
} from "playwright-core"
import { ROOT } from "../../utils/booted-store/commands"
import { USER } from "../../utils/booted-store/store"
import { until } from "../../utils/until"

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
  /** A page of the admin, signed in, with all it shows at first. */
  open(path: string, look?: Look): Promise<Page>
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
  // Kept for all tests of a file: the admin is loaded and compiled once.
  const contexts = new Map<string, BrowserContext>()
  return {
    async open(path, look = {}) {
      const key = JSON.stringify(look)
      const context = contexts.get(key) ?? (await newContext(browser, look))
      contexts.set(key, context)
      await context.clearCookies({ name: "connect.sid" })
      await signIn(context, url)
      const page = await context.newPage()
      watch(page)
      page.setDefaultTimeout(PATIENCE_MS)
      await page.goto(`${url}/app${path}`)
      // A click on a page whose parts still come may miss what it is meant for.
      await settled(page)
      return page
    },
    async closePages(test) {
      const pages = [...contexts.values()].flatMap((one) => one.pages())
      for (const [index, page] of pages.entries()) {
        await shot(page, `${test.replaceAll(/\W+/g, "-")}-${index}`)
        await page.close()
      }
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

/**
 * Goes to another page of the admin as a link would: without loading the
 * dashboard anew.
 */
export async function go(page: Page, path: string): Promise<void> {
  await page.evaluate(
    `history.pushState(null, "", ${JSON.stringify(`/app${path}`)})
     dispatchEvent(new PopStateEvent("popstate"))`
  )
}

/** What a page has asked for and not been answered yet. */
const asked = new WeakMap<Page, Set<Request>>()

function watch(page: Page): void {
  const open = new Set<Request>()
  asked.set(page, open)
  page.on("request", (request) => open.add(request))
  page.on("requestfinished", (request) => open.delete(request))
  page.on("requestfailed", (request) => open.delete(request))
  // For whoever has to find out why a test failed.
  page.on("response", (response) => {
    if (response.status() >= 500) {
      const { pathname } = new URL(response.url())
      process.stderr.write(`${response.status()} from ${pathname}\n`)
    }
  })
}

/** What Medusa shows in place of what is still to come; bars pulse as well. */
const SKELETON = ".animate-pulse:not([role='progressbar'] *)"
/** One answer often leads to the next question. */
const QUIET_MS = 100

/** Waits until a page has all it asked for, and shows it. */
export async function settled(page: Page): Promise<void> {
  let quiet = false
  await until(async () => {
    const was = quiet
    quiet =
      !asked.get(page)?.size && (await page.locator(SKELETON).count()) === 0
    return was && quiet ? true : wait(QUIET_MS, null)
  })
}

const SHOTS = join(ROOT, ".data", "screenshots")

/** Keeps a picture of a page, to be looked at by a person. */
export async function shot(page: Page, name: string): Promise<void> {
  mkdirSync(SHOTS, { recursive: true })
  await page.screenshot({ path: join(SHOTS, `${name}.png`) })
}
