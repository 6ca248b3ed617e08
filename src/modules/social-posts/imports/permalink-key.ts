/** Parameters that say where a visitor came from, not what is shown. */
const TRACKING =
  /^(utm_.*|fbclid|igsh|igshid|ref|ref_src|ref_url|s|t|mibextid)$/i

/**
 * What two addresses of the same post have in common: no scheme, no `www.`, no
 * tracking, no slash at the end. `null` for what is no address.
 */
export function permalinkKey(permalink: string | null): string | null {
  if (!permalink || !URL.canParse(permalink)) {
    return null
  }
  const url = new URL(permalink)
  if (!/^https?:$/.test(url.protocol)) {
    return null
  }
  const host = url.hostname.replace(/^(www|m|mobile)\./, "")
  const path = url.pathname.replace(/\/+$/, "")
  const query = [...url.searchParams]
    .filter(([name]) => !TRACKING.test(name))
    .map(([name, value]) => `${name}=${value}`)
    .sort()
  // The front page of a site is nobody's post.
  return path || query.length > 0
    ? `${host}${path}${query.length > 0 ? `?${query.join("&")}` : ""}`
    : null
}
