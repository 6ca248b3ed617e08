import { OAuthRefusal, readForm } from "../../core/oauth"
import { SandboxAnswer, SandboxRequest } from "../../core/types"
import { Situation } from "../situation"
import { LiWorld } from "../world"
import { authorize } from "./authorize"
import { Form } from "./client"
import { LiGrants } from "./grants"
import { introspect } from "./introspect"
import { issueTokens } from "./token-endpoint"

/** Host of the website, where the dialog and the token endpoints are. */
export const WEBSITE = "www.linkedin.com"

/**
 * LinkedIn's OAuth 2.0 (§8). There is no way for an app to revoke a token: the
 * documentation names none, whatever clients in the field post to.
 */
export class LiOAuth {
  constructor(
    private readonly world_: LiWorld,
    private readonly situation_: Situation,
    private readonly grants_: LiGrants
  ) {}

  /** The answer to a request that is OAuth's; nothing for other ones. */
  handle(host: string, request: SandboxRequest): SandboxAnswer | undefined {
    const { world_, situation_, grants_ } = this
    const endpoint = `${request.method} ${request.rawPath}`
    switch (host === WEBSITE ? endpoint : "") {
      case "GET /oauth/v2/authorization":
      case "POST /oauth/v2/authorization":
        return authorize(world_, situation_, grants_, request, endpoint)
      case "POST /oauth/v2/accessToken":
        return this.answer(request, endpoint, (form) =>
          issueTokens(situation_, grants_, form)
        )
      case "POST /oauth/v2/introspectToken":
        return this.answer(request, endpoint, (form) =>
          introspect(world_, grants_, form)
        )
      default:
        return undefined
    }
  }

  private answer(
    request: SandboxRequest,
    endpoint: string,
    body: (form: Form) => Record<string, unknown>
  ): SandboxAnswer {
    try {
      return { status: 200, body: body(readForm(request)), endpoint }
    } catch (error) {
      if (!(error instanceof OAuthRefusal)) {
        throw error
      }
      return error.answer(endpoint)
    }
  }
}
