import type { Page } from "playwright-core"
import { go, type Look, settled } from "./browser"

interface Violation {
  id: string
  help: string
  nodes: { html: string; target: string[] }[]
}

/** Where our pages are; around them is the dashboard's own frame. */
const OURS = ["main", '[role="dialog"]', '[role="alertdialog"]']

/** Parts whose looks `@medusajs/ui` decides: tabs, placeholders of selects. */
const DRAWN_BY_MEDUSA = ['[role="tab"]', "[data-placeholder]"]

/**
 * Medusa's own pages, with what is there when they are complete; what their
 * tables and forms have too is not ours. A product has to exist.
 */
const OF_MEDUSA = { "/products": "tbody tr", "/customers/create": "form" }

/** Looks for what hinders people on a page, with axe-core. */
async function findAll(page: Page, within: readonly string[]) {
  await settled(page)
  if (!(await page.evaluate<boolean>("'axe' in window"))) {
    await page.addScriptTag({ path: require.resolve("axe-core/axe.min.js") })
  }
  const context = JSON.stringify({
    include: within.map((selector) => [selector]),
    exclude: DRAWN_BY_MEDUSA.map((selector) => [selector]),
  })
  const { violations } = await page.evaluate<{ violations: Violation[] }>(
    `axe.run((({ include, exclude }) => ({
       include: include.filter(([one]) => document.querySelector(one)),
       exclude: exclude.filter(([one]) => document.querySelector(one)),
     }))(${context}), { resultTypes: ["violations"] })`
  )
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html }) => `${id}: ${help}: ${withoutIds(html)}`)
  )
}

/** Ids are numbered anew on each page. */
const withoutIds = (html: string) =>
  html
    .replaceAll(
      /(radix-)?:[a-z0-9]+:|(id|for|href|aria-controls)="[^"]*"/gi,
      ""
    )
    .slice(0, 300)

const ofMedusa = new Map<string, Promise<Set<string>>>()

/** What Medusa's own pages are found to have, in a look. Asked for once. */
export function findBarriersOfMedusa(
  page: Page,
  look: Look
): Promise<Set<string>> {
  const key = JSON.stringify(look)
  const known = ofMedusa.get(key) ?? lookAtMedusa(page)
  ofMedusa.set(key, known)
  return known
}

async function lookAtMedusa(page: Page): Promise<Set<string>> {
  const found = new Set<string>()
  for (const [path, complete] of Object.entries(OF_MEDUSA)) {
    await go(page, path)
    await page.locator(complete).first().waitFor()
    for (const barrier of await findAll(page, OURS)) {
      found.add(barrier)
    }
  }
  return found
}

/** What hinders people on this page and not on Medusa's own. */
export async function findBarriers(
  page: Page,
  ofMedusa: ReadonlySet<string>,
  within: readonly string[] = OURS
): Promise<string[]> {
  const found = await findAll(page, within)
  return found.filter((barrier) => !ofMedusa.has(barrier))
}
