import {
  consentPage,
  errorPage,
  readConsent,
  redirectAnswer,
} from "../../core/consent-page"
import { withParams } from "../../core/oauth"
import { SandboxAnswer, SandboxRequest } from "../../core/types"
import { LiMember } from "../model"
import { Situation } from "../situation"
import { LiWorld } from "../world"
import { CLIENT } from "./client"
import { readDialogRequest } from "./dialog-request"
import { LiGrants } from "./grants"

function rolesOf(world: LiWorld, { pages }: LiMember): string {
  const roles = pages.map(({ organization, role, state }) => {
    const name = world.organization(organization)?.account.display_name
    return `${name ?? organization}: ${role}, ${state}`
  })
  return roles.join("; ") || "No role on any page"
}

/** The member consents to all scopes or to none: none can be taken off. */
function dialogPage(world: LiWorld, scopes: string[], error?: string): string {
  return consentPage({
    platform: "LinkedIn",
    app: CLIENT.name,
    people: world.people.map((member) => ({
      id: member.urn,
      label: `${member.given_name} ${member.family_name}`,
      note: rolesOf(world, member),
    })),
    scopes: scopes.map((name) => ({ name, fixed: true })),
    ...(error ? { error } : {}),
  })
}

/** Nobody logged in, or somebody did and said no; worded as publicly reported. */
const cancelled = (logged_in: boolean) =>
  logged_in
    ? {
        error: "user_cancelled_authorize",
        error_description: "The user cancelled the authorization",
      }
    : {
        error: "user_cancelled_login",
        error_description: "The user cancelled LinkedIn login",
      }

/**
 * The dialog, shown (GET) and answered (POST). A wrong client or address gets an
 * error page, a scope the app was not approved for goes back to the app as
 * `unauthorized_scope_error` (public reports, HTML entities included). The real
 * dialog is skipped when the member let the app in before; this one never is.
 * https://learn.microsoft.com/en-us/linkedin/shared/authentication/authorization-code-flow
 */
export function authorize(
  world: LiWorld,
  situation: Situation,
  grants: LiGrants,
  request: SandboxRequest,
  endpoint: string
): SandboxAnswer {
  const asked = readDialogRequest(request, situation)
  if (typeof asked === "string") {
    return errorPage("Bummer, something went wrong.", asked, endpoint)
  }
  const { redirect_uri, state, scopes } = asked
  const back = (params: Record<string, string>) =>
    redirectAnswer(withParams(redirect_uri, { ...params, state }), endpoint)
  const refused = scopes.find(
    (scope) => !situation.approved_scopes.includes(scope)
  )
  if (refused !== undefined) {
    return back({
      error: "unauthorized_scope_error",
      error_description: `Scope &quot;${refused}&quot; is not authorized for your application`,
    })
  }
  const show = (error?: string) => ({
    status: 200,
    body: dialogPage(world, scopes, error),
    endpoint,
  })
  if (request.method === "GET") {
    return show()
  }
  const { decision, person } = readConsent(request)
  const known = world.person(person) !== undefined
  if (decision === "deny") {
    return back(cancelled(known))
  }
  return known
    ? back({ code: grants.codes.issue({ ...asked, member: person }) })
    : show("Choose a member.")
}
