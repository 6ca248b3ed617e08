/**
 * `npm run screenshots`, while `npm start` runs in another terminal: takes the
 * pictures of the README again, light and dark, into `docs/images/`.
 */
import { mkdirSync } from "node:fs"
import { join } from "node:path"
import { AdminClient } from "./lib/admin-client.mjs"
import { findChromium } from "./lib/chromium.mjs"
import { readJson } from "./lib/json-file.mjs"
import { log } from "./lib/log.mjs"
import { DATA, installed, ROOT } from "./lib/paths.mjs"
import { supervise } from "./lib/processes.mjs"
import { loadSecrets } from "./lib/secrets.mjs"

const FOLDER = join(ROOT, "docs/images")
const THEMES = ["light", "dark"]
const SIZE = { width: 1440, height: 900 }

async function main() {
  const { server } = readJson(join(DATA, "ports.json"))
  const url = process.env.STORE_URL ?? `http://127.0.0.1:${server ?? 9000}`
  const admin = new AdminClient(url)
  const secrets = loadSecrets()
  const user = {
    email: secrets.SOCIAL_ADMIN_EMAIL,
    password: secrets.SOCIAL_ADMIN_PASSWORD,
  }
  if (!(await admin.login(user).catch(() => false))) {
    throw new Error(
      `No store of this repository answers at ${url}. Run npm start first.`
    )
  }
  const pictures = await choosePictures(admin)
  mkdirSync(FOLDER, { recursive: true })
  const { chromium } = installed()("playwright-core")
  const browser = await chromium.launch({
    executablePath: await findChromium(),
    args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-sync"],
  })
  try {
    for (const theme of THEMES) {
      const context = await signedIn(browser, {
        url,
        token: admin.token,
        theme,
      })
      for (const picture of pictures) {
        await take(context, { url, theme, ...picture })
      }
      await context.close()
    }
  } finally {
    await browser.close()
  }
  return 0
}

/** The pages worth showing: the post and the product with most to see. */
async function choosePictures(admin) {
  const best = await admin.get(
    "/admin/social-posts?limit=1&order=-engagement&platform=facebook&sync_status=success"
  )
  const { products } = await admin.get("/admin/products?limit=1&q=shirt")
  const { social_accounts } = await admin.get(
    "/admin/social-accounts?limit=1&platform=instagram"
  )
  const [account] = social_accounts
  const [post] = best.social_posts
  const [product] = products
  return [
    { name: "posts", path: "/social/posts", shows: "table" },
    { name: "post", path: `/social/posts/${post.id}`, shows: "h1" },
    { name: "accounts", path: "/social/accounts", shows: "table" },
    {
      name: "account",
      path: `/social/accounts/${account.id}`,
      shows: "h1",
      from: "Numbers of the account",
    },
    { name: "comments", path: "/social/comments", shows: "table" },
    {
      name: "product",
      path: `/products/${product.id}`,
      shows: "text=Social posts",
      atEnd: true,
    },
  ]
}

async function signedIn(browser, { url, token, theme }) {
  const context = await browser.newContext({
    viewport: SIZE,
    colorScheme: theme,
    reducedMotion: "reduce",
  })
  await context.addInitScript((chosen) => {
    localStorage.setItem("medusa_admin_theme", chosen)
    localStorage.setItem("lng", "en")
  }, theme)
  await context.request.post(`${url}/auth/session`, {
    headers: { authorization: `Bearer ${token}` },
  })
  return context
}

async function take(context, { url, theme, name, path, shows, from, atEnd }) {
  const page = await context.newPage()
  // The first page of an admin served from its sources takes its time.
  page.setDefaultNavigationTimeout(180_000)
  await page.goto(`${url}/app${path}`)
  await page.locator(shows).first().waitFor({ timeout: 120_000 })
  await page.waitForLoadState("networkidle")
  if (from) {
    await page.getByRole("heading", { name: from }).evaluate((heading) => {
      const main = heading.closest("main")
      const top = (element) => element.getBoundingClientRect().top
      main.scrollBy(0, top(heading) - top(main) - 24)
    })
  }
  if (atEnd) {
    await page
      .locator("main")
      .evaluate((main) => main.scrollTo(0, main.scrollHeight))
  }
  // Pictures inside the page come after the page.
  await page.waitForTimeout(1_000)
  const file = join(FOLDER, `${name}-${theme}.png`)
  await page.screenshot({ path: file })
  await page.close()
  log(file)
}

supervise(main)
