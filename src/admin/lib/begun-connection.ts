/** What was begun before the browser left for a platform's consent page. */
export interface BegunConnection {
  platform: string
  flow?: string
  /** The account that is connected again. */
  account_id?: string
}

const KEY = "social_begun_connection"

/** Remembers it in this tab, which comes back; it holds no secret. */
export function rememberBegun(begun: BegunConnection): void {
  sessionStorage.setItem(KEY, JSON.stringify(begun))
}

/** What this tab began last; `null` in a tab that began nothing. */
export function recallBegun(): BegunConnection | null {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? "null")
  } catch {
    return null
  }
}

/** Where one begins again: at the same question, not at the start. */
export function pathToBegin(
  begun: {
    platform: string
    flow?: string
    account_id?: string | null
  } | null
): string {
  if (begun?.account_id) {
    return `/social/accounts/${begun.account_id}/reconnect`
  }
  const { platform, flow } = begun ?? {}
  // "platform" is a filter of the list behind the form.
  const query = new URLSearchParams({
    ...(platform && { connect: platform }),
    ...(flow && { flow }),
  })
  return `/social/accounts/create${query.size > 0 ? `?${query}` : ""}`
}
