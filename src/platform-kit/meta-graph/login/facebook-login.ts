import type {
  AuthorizeRequest,
  ExchangeRequest,
  TokenInspection,
} from "../../connecting"
import type {
  AccountClaim,
  AccountDescription,
  ConnectingCall,
  PlatformCall,
} from "../../contract"
import { PlatformError } from "../../errors"
import type { PlatformScope } from "../../profile"
import { bareTokens, type TokenSet } from "../../tokens"
import { connectCall } from "../connect-call"
import type { GraphClient, GraphObject } from "../graph-client"
import { dataAccessEnds } from "./data-access"
import type { TokenFacts } from "./debug-token"
import { facebookDialog } from "./dialog"
import {
  type FacebookApp,
  makesSystemUsers,
  missingOptions,
} from "./facebook-app"
import { readManagedPages } from "./pages"
import { readPermissions } from "./permissions"
import { revokeGrant } from "./revoke"
import { requireSystemUser } from "./system-user"
import { TokenInspector } from "./token-inspector"
import { UserTokens } from "./user-token"

type Token = Pick<TokenSet, "access_token" | "own_app">

/** What a person or a business granted on Facebook's consent page. */
export interface FacebookGrant {
  /** The person's (or system user's) own token. */
  tokens: TokenSet
  /** `null` when Meta did not tell. */
  scopes: string[] | null
}

/**
 * Facebook Login for Business, as the providers use it that read through a
 * person's Facebook Pages.
 * https://developers.facebook.com/documentation/facebook-login/facebook-login-for-business
 */
export class FacebookLogin {
  private readonly inspector_: TokenInspector
  private readonly userTokens_: UserTokens

  constructor(
    private readonly app_: FacebookApp,
    private readonly graph_: GraphClient,
    /** What is asked for. */
    readonly scopes: readonly PlatformScope[]
  ) {
    this.inspector_ = new TokenInspector(app_, graph_)
    this.userTokens_ = new UserTokens(app_)
  }

  /** Whether a configuration decides about the permissions. */
  get byConfiguration(): boolean {
    return this.app_.config_id !== undefined
  }

  missingOptions(): string[] {
    return missingOptions(this.app_, this.app_.option_prefix)
  }

  /** Only for an app with all options. */
  authorize(request: AuthorizeRequest): string {
    return facebookDialog(this.app_, request, this.scopes)
  }

  /**
   * Only for an app with all options.
   * @throws PlatformError `invalid`, `transient`
   */
  async exchange(
    request: ExchangeRequest,
    call: ConnectingCall
  ): Promise<FacebookGrant> {
    const { access_token, expires_at } = await this.userTokens_.exchange(
      request,
      call
    )
    const issued = { ...bareTokens(access_token), own_app: true }
    const facts = await this.factsOrNull_(issued, call)
    const kept = {
      type: facts?.type ?? null,
      expires_at: expires_at ?? facts?.expires_at ?? null,
    }
    requireSystemUser(this.app_, kept, request.redirect_uri, call)
    const tokens = {
      ...issued,
      issued_at: call.now(),
      expires_at: kept.expires_at,
      data_access_expires_at: this.dataAccessEnd_(facts) ?? null,
      granted_by: facts?.user_id ?? null,
    }
    const scopes =
      facts?.scopes ?? (await this.permissionsOrNull_(tokens, call))
    return { scopes, tokens }
  }

  /**
   * The Pages a grant reaches, all of them.
   *
   * @param fields lists of fields, the best first; the next one is for a grant
   *   that the one before asks too much of
   * @throws PlatformError
   */
  async pages(
    grant: FacebookGrant,
    [fields = "id,name", ...fewer]: readonly string[],
    call: ConnectingCall
  ): Promise<GraphObject[]> {
    try {
      const person = personCall(grant.tokens, call)
      return await readManagedPages(this.graph_, person, fields)
    } catch (thrown) {
      const error = PlatformError.from(thrown)
      if (fewer.length === 0 || !ASKED_TOO_MUCH.has(error.kind)) {
        throw error
      }
      return this.pages(grant, fewer, call)
    }
  }

  /**
   * End of a Page's token. A person's long one gives tokens without end; one of
   * a system user that has an end passes it on, unless Meta says otherwise.
   */
  async endOfPage(
    { tokens }: FacebookGrant,
    access_token: string,
    call: ConnectingCall
  ): Promise<Date | null> {
    if (tokens.expires_at === null || !makesSystemUsers(this.app_)) {
      return null
    }
    const facts = await this.factsOrNull_({ access_token, own_app: true }, call)
    return facts?.expires_at === undefined
      ? tokens.expires_at
      : facts.expires_at
  }

  /**
   * Takes back all that the person behind a token granted.
   * @throws PlatformError
   */
  revoke(
    person: Pick<TokenSet, "access_token" | "own_app" | "granted_by">,
    call: ConnectingCall
  ): Promise<void> {
    return revokeGrant(this.app_, person, call)
  }

  /**
   * What Meta says about a token; `null` when it tells nobody who may ask.
   * @throws PlatformError as `TokenInspector.facts`
   */
  async inspect(
    tokens: Token,
    call: ConnectingCall
  ): Promise<TokenInspection | null> {
    const found = await this.inspector_.inspect(tokens, call)
    const dataAccess = this.dataAccessEnd_(found)
    return (
      found && {
        ...found,
        ...(dataAccess !== undefined && { data_access_expires_at: dataAccess }),
      }
    )
  }

  /**
   * Describes the account behind a pasted token, with what Meta tells about the
   * token itself when the app is configured. That comes first: tokens of the
   * own app have to be read with a proof.
   *
   * @throws PlatformError whatever `describe` throws
   */
  async described(
    claim: AccountClaim,
    call: ConnectingCall,
    describe: (claim: AccountClaim) => Promise<AccountDescription>
  ): Promise<AccountDescription> {
    if (this.missingOptions().length > 0) {
      return describe(claim)
    }
    const { access_token, own_app = false } = claim
    const facts = await this.factsOrNull_({ access_token, own_app }, call)
    const ours = own_app || facts?.app_id === this.app_.client_id
    const description = await describe({ ...claim, own_app: ours })
    return {
      ...description,
      own_app: ours,
      scopes: facts?.scopes ?? description.scopes,
      token_expires_at: facts?.expires_at ?? description.token_expires_at,
    }
  }

  /** `null` when it takes nothing away from what is read, absent when not told. */
  private dataAccessEnd_(
    told: Pick<TokenInspection, "data_access_expires_at"> | null
  ): Date | null | undefined {
    return dataAccessEnds(this.scopes) ? told?.data_access_expires_at : null
  }

  private async permissionsOrNull_(
    tokens: TokenSet,
    call: ConnectingCall
  ): Promise<string[] | null> {
    try {
      return await readPermissions(this.graph_, personCall(tokens, call))
    } catch {
      // As with the facts: nothing depends on it.
      return null
    }
  }

  /** Extra knowledge about a token, which nothing may depend on. */
  private async factsOrNull_(
    token: Token,
    call: ConnectingCall
  ): Promise<TokenFacts | null> {
    try {
      return await this.inspector_.facts(token, call)
    } catch {
      // The token works or not, whatever is known about it.
      return null
    }
  }
}

/** How fields are refused that a permission is missing for. */
const ASKED_TOO_MUCH: ReadonlySet<PlatformError["kind"]> = new Set([
  "permission",
  "gone",
  "invalid",
])

/** Calls of the person (or system user) behind a token. */
export function personCall(
  { access_token, own_app, granted_by }: TokenSet,
  call: ConnectingCall
): PlatformCall {
  const external_id = `person:${granted_by ?? "unknown"}`
  return connectCall({ external_id, access_token, own_app, settings: {} }, call)
}
