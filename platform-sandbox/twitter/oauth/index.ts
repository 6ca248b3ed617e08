import { errorPage } from "../../core/consent-page"
import { OAuthRefusal, readForm } from "../../core/oauth"
import { SandboxAnswer, SandboxRequest } from "../../core/types"
import { Situation } from "../situation"
import { XWorld } from "../world"
import { authorize } from "./authorize"
import { authenticateClient } from "./client"
import { XGrants } from "./grants"
import { issueTokens, revokeToken } from "./token-endpoint"

/** Host of the website, which has nothing here but the dialog. */
export const WEBSITE = "x.com"

/** X's OAuth 2.0 (§7): the dialog on the website, the endpoints below the API. */
export class XOAuth {
  constructor(
    private readonly world_: XWorld,
    private readonly situation_: Situation,
    private readonly grants_: XGrants
  ) {}

  /** The answer to a request that is OAuth's; nothing for other ones. */
  handle(host: string, request: SandboxRequest): SandboxAnswer | undefined {
    const endpoint = `${request.method} ${request.rawPath}`
    if (host === WEBSITE) {
      return this.onWebsite(request, endpoint)
    }
    switch (endpoint) {
      case "POST /2/oauth2/token":
        return this.answer(request, endpoint, (form) =>
          issueTokens(this.grants_, this.situation_, form)
        )
      case "POST /2/oauth2/revoke":
        return this.answer(request, endpoint, (form) =>
          revokeToken(this.grants_, form)
        )
      default:
        return undefined
    }
  }

  private onWebsite(request: SandboxRequest, endpoint: string): SandboxAnswer {
    const { method, rawPath } = request
    const { world_, situation_, grants_ } = this
    if (rawPath === "/i/oauth2/authorize" && /^(GET|POST)$/.test(method)) {
      return authorize(world_, situation_, grants_, request, endpoint)
    }
    const page = errorPage("Hmm…", "This page doesn’t exist.", endpoint)
    return { ...page, status: 404 }
  }

  private answer(
    request: SandboxRequest,
    endpoint: string,
    body: (form: Record<string, string>) => Record<string, unknown>
  ): SandboxAnswer {
    try {
      const form = readForm(request)
      authenticateClient(request, form, this.situation_)
      return { status: 200, body: body(form), endpoint }
    } catch (error) {
      if (!(error instanceof OAuthRefusal)) {
        throw error
      }
      return error.answer(endpoint)
    }
  }
}
