/** Where consent pages send people back to. */
export const CALLBACK = "https://shop.example/app/social/callback?shop=1"

/** How a person answers a consent page of the sandbox. */
export interface ConsentAnswer {
  /** Part of what stands beside the person; the first one when absent. */
  person?: string
  decision?: "allow" | "deny"
  /** Scopes that are taken off the list. */
  untick?: readonly string[]
}

/**
 * Opens a consent page and answers it as a browser would.
 * @returns what came back to the callback
 */
export async function answerConsent(
  address: string,
  { person = "", decision = "allow", untick = [] }: ConsentAnswer = {}
): Promise<Record<string, string>> {
  const page = await (await fetch(address)).text()
  const rows = [...page.matchAll(/name="person" value="([^"]+)".*?<\/label>/g)]
  const [, chosen] = rows.find(([row]) => row.includes(person)) ?? []
  if (!chosen) {
    throw new Error(`There is nobody like "${person}" on: ${page}`)
  }
  const form = new URLSearchParams({ person: chosen, decision })
  for (const [, scope = ""] of page.matchAll(/name="scope" value="([^"]+)"/g)) {
    if (!untick.includes(scope)) {
      form.append("scope", scope)
    }
  }
  const answer = await fetch(address, {
    method: "POST",
    redirect: "manual",
    body: form,
  })
  const back = answer.headers.get("location")
  if (!back?.startsWith(CALLBACK)) {
    throw new Error(`Not sent back, but HTTP ${answer.status}: ${back}`)
  }
  return Object.fromEntries(new URL(back).searchParams)
}
