import type { Page } from "playwright-core"

const MOST_STOPS = 60

/** What has the focus, as a screen reader names it. */
const FOCUSED = `(() => {
  const { activeElement: element } = document
  const label = element.labels && element.labels[0]
  return (element.getAttribute("aria-label") || (label || element).innerText || "").trim()
})()`

/** Presses the tab key until something of this name has the focus. */
export async function tabTo(page: Page, name: RegExp): Promise<void> {
  const seen: string[] = []
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    await page.keyboard.press("Tab")
    const focused = await page.evaluate<string>(FOCUSED)
    if (name.test(focused)) {
      return
    }
    seen.push(focused)
  }
  throw new Error(`The tab key does not reach ${name}, only ${seen.join(", ")}`)
}
