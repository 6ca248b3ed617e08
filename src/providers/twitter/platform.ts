import {
  type AccountClaim,
  type AccountDescription,
  type AccountInsightsPage,
  type AccountInsightsRequest,
  AbstractSocialPlatform,
  type ApiVersion,
  type AuthorizeRequest,
  checkPlatformOptions,
  checkSettings,
  type CommentPage,
  type CommentRequest,
  type ConnectingCall,
  connectingCall,
  type ConnectionFlow,
  type Discovery,
  type ExchangeRequest,
  type KeptAccount,
  NEVER_RENEWED,
  type PlatformCall,
  type PlatformContainer,
  type PlatformPost,
  type PostListPage,
  type PostListRequest,
  type PostResult,
  type RevocationReach,
  type TokenModel,
  type TokenSet,
} from "../../platform-kit"
import { describeAccount } from "./account"
import { readAccountDays } from "./account-insights"
import { XClient } from "./client"
import { fetchComments } from "./comments"
import { consentAddress, xFlows } from "./consent"
import { Conversations } from "./conversations"
import { discoverAccount } from "./discover"
import { listPosts } from "./list-posts"
import { X_TOKENS, XOAuth } from "./oauth"
import {
  type TwitterOptions,
  twitterOptionsSchema,
  twitterSettingsSchema,
} from "./options"
import { parsePostId, postIdFromUrl } from "./post-id"
import { twitterProfile } from "./profile"
import { readInsights, type XReader } from "./read-insights"

/** X (formerly Twitter), API v2. https://docs.x.com/x-api/introduction */
export class TwitterPlatform extends AbstractSocialPlatform {
  static identifier = "twitter"

  static validateOptions(options: Record<string, unknown>): void {
    checkPlatformOptions(this.identifier, twitterOptionsSchema, options)
  }

  readonly profile = twitterProfile
  private readonly client_: XClient
  private readonly oauth_: XOAuth
  private readonly options_: TwitterOptions
  private readonly conversations_ = new Conversations()

  constructor(_container: PlatformContainer, options: Partial<TwitterOptions>) {
    super()
    this.options_ = checkPlatformOptions(
      TwitterPlatform.identifier,
      twitterOptionsSchema,
      options
    )
    this.client_ = new XClient(this.options_)
    this.oauth_ = new XOAuth(this.options_)
  }

  validateSettings(settings: unknown): Record<string, unknown> {
    return checkSettings(this.profile.label, twitterSettingsSchema, settings)
  }

  parsePostId(input: string): string {
    return parsePostId(input)
  }

  postIdFromUrl(url: string): string | null {
    return postIdFromUrl(url)
  }

  describeAccount(
    claim: AccountClaim,
    call: ConnectingCall
  ): Promise<AccountDescription> {
    const connecting = connectingCall(TwitterPlatform.identifier, claim, call)
    return describeAccount(this.client_, connecting, claim)
  }

  connectionFlows(): ConnectionFlow[] {
    return xFlows(this.options_)
  }

  authorize(request: AuthorizeRequest): string {
    return consentAddress(this.options_, request)
  }

  async exchange(
    request: ExchangeRequest,
    call: ConnectingCall
  ): Promise<Discovery> {
    const grant = await this.oauth_.exchange(request, call)
    return discoverAccount(this.client_, grant, call)
  }

  /** The app's own Bearer token has no end. */
  tokenModel(settings: Readonly<Record<string, unknown>>): TokenModel {
    return settings.auth === "app" ? NEVER_RENEWED : X_TOKENS
  }

  refresh(
    tokens: TokenSet,
    _account: KeptAccount,
    call: ConnectingCall
  ): Promise<TokenSet> {
    return this.oauth_.refresh(tokens, call)
  }

  revocation(settings: Readonly<Record<string, unknown>>): RevocationReach {
    return settings.auth === "app" ? "none" : "account"
  }

  revoke(
    tokens: TokenSet,
    _account: KeptAccount,
    call: ConnectingCall
  ): Promise<void> {
    return this.oauth_.revoke(tokens, call)
  }

  /** X has announced no end of its version 2. */
  apiVersion(): ApiVersion {
    return { version: this.options_.api_version, ends_on: null }
  }

  fetchComments(
    call: PlatformCall,
    requests: readonly CommentRequest[]
  ): AsyncIterable<CommentPage> {
    const reader = { client: this.client_, conversations: this.conversations_ }
    return fetchComments(reader, call, requests)
  }

  listPosts(
    call: PlatformCall,
    request: PostListRequest
  ): AsyncIterable<PostListPage> {
    return listPosts(this.reader_(call), call, request)
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
    return readInsights(this.reader_(call), call, posts)
  }

  private reader_({ account }: PlatformCall): XReader {
    const web = this.options_.web_url.replace(/\/+$/, "")
    return {
      client: this.client_,
      conversations: this.conversations_,
      // `i` stands for any author: posts of others have no name of ours.
      permalinkOf: (postId: string) =>
        `${web}/${account.username ?? "i"}/status/${postId}`,
    }
  }
}
