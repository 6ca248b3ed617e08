import type { Page } from "playwright-core"

interface Violation {
  id: string
  help: string
  nodes: { html: string; target: string[] }[]
}

/** Medusa's own pages; what they have too is the dashboard's, not ours. */
const OF_MEDUSA = ["/products", "/customers/create"]

/** Looks for what hinders people on a page, with axe-core. */
async function findAll(page: Page): Promise<string[]> {
  await page.waitForLoadState("networkidle")
  await page.addScriptTag({ path: require.resolve("axe-core/axe.min.js") })
  const { violations } = await page.evaluate<{ violations: Violation[] }>(
    "axe.run(document)"
  )
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html }) => `${id}: ${help}: ${withoutIds(html)}`)
  )
}

/** Ids are numbered anew on each page. */
const withoutIds = (html: string) =>
  html
    .replaceAll(/(radix-)?:[a-z0-9]+:|(id|for|href)="[^"]*"/gi, "")
    .slice(0, 300)

/** What Medusa's own pages are found to have, in the theme of this page. */
export async function findBarriersOfMedusa(page: Page): Promise<Set<string>> {
  const found = new Set<string>()
  for (const path of OF_MEDUSA) {
    await page.goto(page.url().replace(/\/app\/.*/, `/app${path}`))
    await page.locator("h1").first().waitFor()
    for (const barrier of await findAll(page)) {
      found.add(barrier)
    }
  }
  return found
}

/** What hinders people on this page and not on Medusa's own. */
export async function findBarriers(
  page: Page,
  ofMedusa: ReadonlySet<string>
): Promise<string[]> {
  return (await findAll(page)).filter((barrier) => !ofMedusa.has(barrier))
}
