import { MedusaError, parseCorsOrigins } from "@medusajs/framework/utils"

/** The page of the admin that takes the answer of a consent page. */
const CALLBACK = "/social/callback"

const LOCAL = ["localhost", "127.0.0.1", "[::1]"]

/** Where the admin of this store is served. */
export interface AdminPlaces {
  /** `projectConfig.http.adminCors`: origins and regular expressions. */
  adminCors: string
  /** Host the request came to; the admin may be served from there. */
  host: string | undefined
}

/**
 * Makes sure that a consent page returns to the admin of this store: a code
 * that reaches somebody else is as good as the merchant's signature.
 * https://datatracker.ietf.org/doc/html/rfc9700#section-2.1
 * @throws MedusaError 400 saying which rule is broken and what is allowed
 */
export function requireRedirectUri(uri: string, places: AdminPlaces): void {
  const problem = problemOf(uri, places)
  if (problem) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `redirect_uri ${problem}`
    )
  }
}

function problemOf(uri: string, places: AdminPlaces): string | null {
  const example = `e.g. https://shop.example.com/app${CALLBACK}`
  const url = URL.canParse(uri) ? new URL(uri) : null
  if (!url || !/^https?:\/\//.test(uri)) {
    return `must be an absolute web address, ${example}.`
  }
  if (url.username || url.password) {
    return "must not hold a user name or a password."
  }
  if (/[?#]/.test(uri)) {
    return "must have neither a query nor a fragment."
  }
  if (!url.pathname.endsWith(CALLBACK)) {
    return `must end with ${CALLBACK}, ${example}.`
  }
  // Platforms compare letter by letter, and parsers differ about the rest.
  if (url.href !== uri) {
    return `must be written as a browser shows it: ${url.href}`
  }
  if (url.protocol !== "https:" && !LOCAL.includes(url.hostname)) {
    return "must be an https address; http is for localhost only."
  }
  if (!isOfAdmin(url, places)) {
    return `must be an address of this store's admin, but ${url.origin} is not one. Add it to projectConfig.http.adminCors, or open the admin at an address that is there.`
  }
  return null
}

function isOfAdmin(url: URL, { adminCors, host }: AdminPlaces): boolean {
  return (
    url.host === host ||
    parseCorsOrigins(adminCors).some((allowed: string | RegExp) =>
      typeof allowed === "string"
        ? allowed === url.origin
        : allowed.test(url.origin)
    )
  )
}
