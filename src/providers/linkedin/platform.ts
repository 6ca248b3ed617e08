import {
  AbstractSocialPlatform,
  type AccountClaim,
  type AccountDescription,
  type AccountInsightsPage,
  type AccountInsightsRequest,
  type ApiVersion,
  type AuthorizeRequest,
  checkPlatformOptions,
  checkSettings,
  type CommentPage,
  type CommentRequest,
  type ConnectingCall,
  connectingCall,
  type ConnectionFlow,
  type ConsentRefusal,
  type Discovery,
  type ExchangeRequest,
  type KeptAccount,
  type PlatformCall,
  type PlatformContainer,
  type PlatformError,
  type PlatformPost,
  type PostListPage,
  type PostListRequest,
  type PostResult,
  refusedConnection,
  type TokenInspection,
  type TokenModel,
  type TokenSet,
} from "../../platform-kit"
import { describeAccount } from "./account"
import { readAccountDays } from "./account-insights"
import { LinkedInClient } from "./client"
import { fetchComments } from "./comments"
import { consentAddress, linkedinFlows } from "./consent"
import { consentRefusal } from "./consent-refusal"
import { discoverAccounts } from "./discover"
import { listPosts } from "./list-posts"
import { LINKEDIN_TOKENS, LinkedInOAuth } from "./oauth"
import {
  type LinkedInOptions,
  linkedinOptionsSchema,
  linkedinSettingsSchema,
} from "./options"
import { parsePostId, postIdFromUrl } from "./post-id"
import { linkedinProfile } from "./profile"
import { readInsights } from "./read-insights"
import type { LinkedInReader } from "./read-organization"
import { LinkedInTokenEndpoint } from "./token-endpoint"
import { TokenInspector } from "./token-inspector"
import { linkedinVersion } from "./versions"

/**
 * LinkedIn pages and personal profiles, Community Management API.
 * https://learn.microsoft.com/en-us/linkedin/marketing/community-management/
 */
export class LinkedInPlatform extends AbstractSocialPlatform {
  static identifier = "linkedin"

  static validateOptions(options: Record<string, unknown>): void {
    checkPlatformOptions(this.identifier, linkedinOptionsSchema, options)
  }

  readonly profile = linkedinProfile
  private readonly client_: LinkedInClient
  private readonly options_: LinkedInOptions
  private readonly oauth_: LinkedInOAuth
  private readonly inspector_: TokenInspector

  constructor(
    _container: PlatformContainer,
    options: Partial<LinkedInOptions>
  ) {
    super()
    this.options_ = checkPlatformOptions(
      LinkedInPlatform.identifier,
      linkedinOptionsSchema,
      options
    )
    this.client_ = new LinkedInClient(this.options_)
    const endpoint = new LinkedInTokenEndpoint(this.options_)
    this.oauth_ = new LinkedInOAuth(this.options_, endpoint)
    this.inspector_ = new TokenInspector(this.options_, endpoint)
  }

  validateSettings(settings: unknown): Record<string, unknown> {
    return checkSettings(this.profile.label, linkedinSettingsSchema, settings)
  }

  parsePostId(input: string): string {
    return parsePostId(input)
  }

  postIdFromUrl(url: string): string | null {
    return postIdFromUrl(url)
  }

  async describeAccount(
    claim: AccountClaim,
    call: ConnectingCall
  ): Promise<AccountDescription> {
    const connecting = connectingCall(LinkedInPlatform.identifier, claim, call)
    const description = await describeAccount(this.client_, connecting, claim)
    const { access_token } = claim
    return {
      ...description,
      ...(await this.inspector_.scopesAndEnd(access_token, call)),
    }
  }

  connectionFlows(): ConnectionFlow[] {
    return linkedinFlows(this.options_)
  }

  authorize(request: AuthorizeRequest): string {
    return consentAddress(this.options_, request)
  }

  explainRefusal(refusal: ConsentRefusal): PlatformError {
    const known = consentRefusal(refusal, this.options_.scopes)
    return known ?? super.explainRefusal(refusal)
  }

  async exchange(
    request: ExchangeRequest,
    call: ConnectingCall
  ): Promise<Discovery> {
    const grant = await this.oauth_.exchange(request, call)
    const { max_single_reads } = this.options_
    const discoverer = { client: this.client_, max_single_reads }
    return discoverAccounts(discoverer, grant, call)
  }

  tokenModel(): TokenModel {
    return LINKEDIN_TOKENS
  }

  refresh(
    tokens: TokenSet,
    _account: KeptAccount,
    call: ConnectingCall
  ): Promise<TokenSet> {
    return this.oauth_.refresh(tokens, call)
  }

  async inspect(
    tokens: TokenSet,
    account: KeptAccount,
    call: ConnectingCall
  ): Promise<TokenInspection> {
    const told = await this.inspector_.inspect(tokens, call)
    return told ?? super.inspect(tokens, account, call)
  }

  /**
   * LinkedIn documents no call that takes an access back, so `revocation` stays
   * "none": only the member can.
   * @throws PlatformError `invalid`, always
   */
  async revoke(): Promise<void> {
    throw refusedConnection(
      "no_revocation",
      "LinkedIn has no way for a store to take an access back. Remove the app on linkedin.com under Settings & Privacy, Data privacy, Permitted services."
    )
  }

  apiVersion(): ApiVersion {
    return linkedinVersion(this.options_.api_version)
  }

  fetchComments(
    call: PlatformCall,
    requests: readonly CommentRequest[]
  ): AsyncIterable<CommentPage> {
    return fetchComments(this.client_, call, requests)
  }

  listPosts(
    call: PlatformCall,
    request: PostListRequest
  ): AsyncIterable<PostListPage> {
    return listPosts(this.reader_(), call, request)
  }

  fetchAccountInsights(
    call: PlatformCall,
    request: AccountInsightsRequest
  ): AsyncIterable<AccountInsightsPage> {
    return readAccountDays(this.client_, call, request)
  }

  protected readInsights(
    call: PlatformCall,
    posts: readonly PlatformPost[]
  ): AsyncIterable<PostResult> {
    return readInsights(this.reader_(), call, posts)
  }

  private reader_(): LinkedInReader {
    const { web_url, max_single_reads } = this.options_
    const web = web_url.replace(/\/+$/, "")
    return {
      client: this.client_,
      max_single_reads,
      permalinkOf: (urn: string) => `${web}/feed/update/${urn}/`,
    }
  }
}
