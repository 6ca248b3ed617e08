import {
  consentPage,
  errorPage,
  readConsent,
  redirectAnswer,
} from "../../core/consent-page"
import { withParams } from "../../core/oauth"
import { SandboxAnswer, SandboxRequest } from "../../core/types"
import { Situation } from "../situation"
import { XWorld } from "../world"
import { CLIENT } from "./client"
import { readDialogRequest } from "./dialog-request"
import { XGrants } from "./grants"

/** Scopes are granted all together or not at all: none can be taken off. */
function dialogPage(world: XWorld, scopes: string[], error?: string): string {
  return consentPage({
    platform: "X",
    app: CLIENT.name,
    people: world.people().map(({ account }) => ({
      id: account.external_id,
      label: `${account.display_name} (@${account.username})`,
    })),
    scopes: scopes.map((name) => ({ name, fixed: true })),
    ...(error ? { error } : {}),
  })
}

/**
 * The dialog, shown (GET) and answered (POST). Cancel returns
 * `error=access_denied`.
 * https://docs.x.com/fundamentals/authentication/oauth-2-0/user-access-token
 */
export function authorize(
  world: XWorld,
  situation: Situation,
  grants: XGrants,
  request: SandboxRequest,
  endpoint: string
): SandboxAnswer {
  const asked = readDialogRequest(request, situation)
  if (typeof asked === "string") {
    const title = "Something went wrong"
    const text = `You weren't able to give access to the App. ${asked}`
    return errorPage(title, text, endpoint)
  }
  const { redirect_uri, state, scopes } = asked
  const show = (error?: string) => ({
    status: 200,
    body: dialogPage(world, scopes, error),
    endpoint,
  })
  if (request.method === "GET") {
    return show()
  }
  const back = (params: Record<string, string>) =>
    redirectAnswer(withParams(redirect_uri, { ...params, state }), endpoint)
  const { decision, person } = readConsent(request)
  if (decision === "deny") {
    return back({ error: "access_denied" })
  }
  if (!world.person(person)) {
    return show("Choose an account.")
  }
  return back({ code: grants.codes.issue({ ...asked, user_id: person }) })
}
