import type { Advice } from "../../connecting"
import type { PlatformScope } from "../../profile"

/** Without it, Pages of a business portfolio are not listed. */
const PORTFOLIO_SCOPE = "business_management"

/** @param granted `null` when it was not told: then the portfolio is a guess. */
export const noPages = (granted: readonly string[] | null): Advice => ({
  code: "no_pages",
  message: `No Facebook Page was found. Log in on Facebook as a person with a role on the Page, and select the Page in Facebook's dialog.${
    granted === null
      ? ` Pages of a business portfolio also need the permission ${PORTFOLIO_SCOPE}.`
      : ""
  }`,
})

/**
 * What was left out of a grant, each with its consequence; none when it was not
 * told what was granted.
 *
 * @param byConfiguration a configuration decides about the permissions, not the
 *   person
 */
export function grantAdvice(
  scopes: readonly PlatformScope[],
  granted: readonly string[] | null,
  byConfiguration = false
): Advice[] {
  const remedy = byConfiguration
    ? "Add it to the configuration of Facebook Login for Business, then connect again."
    : "Connect again and leave everything ticked."
  const missing = scopes.filter(
    ({ name }) => granted !== null && !granted.includes(name)
  )
  const others = missing.filter(({ name }) => name !== PORTFOLIO_SCOPE)
  return [
    ...(others.length < missing.length ? [pagesMayBeHidden(remedy)] : []),
    ...(others.length > 0 ? [notGranted(others, remedy)] : []),
  ]
}

const pagesMayBeHidden = (remedy: string): Advice => ({
  code: "pages_may_be_hidden",
  message: `Pages that belong to a business portfolio may be hidden, because the permission ${PORTFOLIO_SCOPE} was not granted. ${remedy}`,
})

function notGranted(missing: readonly PlatformScope[], remedy: string): Advice {
  const list = missing
    .map(({ name, reason }) => `${name} (${reason.replace(/\.$/, "")})`)
    .join(", ")
  return {
    code: "not_granted",
    message: `Not everything was granted; missing: ${list}. ${remedy}`,
  }
}
