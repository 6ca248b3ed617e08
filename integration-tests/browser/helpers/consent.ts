import type { Page } from "playwright-core"
import { storeUrl } from "./store"

export interface Way {
  /** As the admin names it: "Instagram", "X". */
  platform: string
  /** Its label, for a platform with several. */
  flow?: string
  /** Whose consent page it is, where it is another platform's. */
  asks?: string
}

/** Goes from the accounts to what the platform will ask. */
export async function openQuestion(
  page: Page,
  { platform, flow, asks = platform }: Way
): Promise<void> {
  await page.goto(`${storeUrl()}/app/social/accounts/create`)
  const modal = page.getByRole("dialog")
  await modal.getByRole("radio", { name: platform, exact: true }).click()
  if (flow) {
    await modal.getByRole("radio", { name: flow }).click()
  }
  await modal.getByRole("button", { name: "Continue", exact: true }).click()
  await modal
    .getByRole("heading", { name: `What ${asks} will ask you` })
    .waitFor()
}

/** Goes from the accounts to the platform's consent page. */
export async function openConsent(page: Page, way: Way): Promise<void> {
  await openQuestion(page, way)
  await page
    .getByRole("button", { name: `Continue to ${way.asks ?? way.platform}` })
    .click()
  await page.getByRole("button", { name: "Allow" }).waitFor()
}

export interface Consent {
  /** Part of the person's label. */
  person?: RegExp
  /** Permissions that are unticked. */
  without?: string[]
  answer?: "Allow" | "Cancel"
}

/** Answers a consent page, which leads back to the admin. */
export async function consent(
  page: Page,
  { person, without = [], answer = "Allow" }: Consent = {}
): Promise<void> {
  if (person) {
    await page.getByRole("radio", { name: person }).check()
  }
  for (const scope of without) {
    await page.getByRole("checkbox", { name: scope, exact: true }).uncheck()
  }
  await page.getByRole("button", { name: answer }).click()
}

/** Goes from the accounts to the choice of what to connect. */
export async function openPicker(
  page: Page,
  way: Way,
  answer?: Consent
): Promise<void> {
  await openConsent(page, way)
  await consent(page, answer)
  await page.getByRole("heading", { name: "Choose what to connect" }).waitFor()
}

/** Answers that the callback page has handed in. */
export function countAnswers(page: Page): () => number {
  let count = 0
  page.on("request", (request) => {
    if (
      request.method() === "POST" &&
      request.url().endsWith("/admin/social-accounts/callback")
    ) {
      count += 1
    }
  })
  return () => count
}

/** From now on the page sees a store in which no platform is set up. */
export async function withoutApps(page: Page): Promise<void> {
  await page.route("**/admin/social-platforms", async (route) => {
    const answer = await route.fetch()
    const body = await answer.json()
    for (const { connection_flows } of body.social_platforms) {
      for (const flow of connection_flows) {
        flow.ready = false
        flow.missing_options = ["client_id", "client_secret"]
      }
    }
    await route.fulfill({ response: answer, json: body })
  })
}
