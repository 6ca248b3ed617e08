import { LiAccount, LiToken, Page, PageRole } from "./model"
import { toPerson } from "./people"
import { urnId } from "./urn"

/**
 * The world's own token of an account. A page's opens that page alone, in the
 * name of an administrator nobody meets elsewhere; a member's opens no page.
 */
export function fixedToken(entry: LiAccount): LiToken {
  const { account, kind, role, token_state } = entry
  const { external_id, display_name, username, scopes } = account
  const member = kind === "member"
  return {
    owner: external_id,
    person: member
      ? toPerson(external_id, display_name, username)
      : toPerson(
          `urn:li:person:admin${urnId(external_id)}`,
          "Page Admin",
          username
        ),
    scopes,
    pages: member
      ? []
      : [{ organization: external_id, role, state: "APPROVED" }],
    state: token_state,
  }
}

/** Pages of a token that count: those whose role is approved. */
export const approvedPages = ({ pages }: LiToken): Page[] =>
  pages.filter(({ state }) => state === "APPROVED")

/** Whether the token's member has one of the roles, on a page or on any. */
export function hasRole(
  token: LiToken,
  roles: readonly PageRole[],
  organization?: string
): boolean {
  return approvedPages(token).some(
    (page) =>
      roles.includes(page.role) &&
      (organization === undefined || page.organization === organization)
  )
}
