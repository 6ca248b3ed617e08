import type { Page } from "playwright-core"

interface Violation {
  id: string
  help: string
  nodes: { html: string; target: string[] }[]
}

/** Looks for what hinders people on a page, with axe-core. */
export async function findBarriers(page: Page): Promise<string[]> {
  await page.addScriptTag({ path: require.resolve("axe-core/axe.min.js") })
  const { violations } = await page.evaluate<{ violations: Violation[] }>(
    "axe.run(document)"
  )
  return violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}\n${nodes.map(({ html }) => `  ${html.slice(0, 200)}`).join("\n")}`
  )
}
