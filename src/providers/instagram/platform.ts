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
  type ConnectionFlow,
  deadGrant,
  type Discovery,
  type ExchangeRequest,
  type KeptAccount,
  type ListedPost,
  NEVER_RENEWED,
  type PlatformAccount,
  type PlatformCall,
  type PlatformContainer,
  type PlatformPost,
  type PostListPage,
  type PostListRequest,
  type PostResult,
  requireFlow,
  type RevocationReach,
  type TokenInspection,
  type TokenModel,
  type TokenSet,
  type WebhookReceiver,
} from "../../platform-kit"
import {
  connectCall,
  FacebookLogin,
  GraphClient,
  graphEdge,
  graphVersion,
} from "../../platform-kit/meta-graph"
import { AccountInsightsReading } from "./account-insights"
import { describeFacebookLogin, describeInstagramLogin } from "./account"
import { fetchMediaComments } from "./comments"
import { discoverLinkedAccounts } from "./discover-linked"
import { instagramFlows, scopesOf } from "./flows"
import { InstagramLoginFlow, LONG_TOKENS } from "./instagram-login"
import { MediaListing } from "./list-media"
import {
  facebookAppOf,
  instagramAppOf,
  instagramOptionsSchema,
} from "./options"
import { parseMediaId } from "./post-id"
import { instagramProfile } from "./profile"
import { InsightsReading } from "./read-insights"
import {
  instagramSettingsSchema,
  type InstagramLogin,
  loginOf,
} from "./settings"
import { instagramWebhooks } from "./webhooks"

type Settings = Readonly<Record<string, unknown>>

/** Instagram's professional accounts, by either of its two logins. */
export class InstagramPlatform extends AbstractSocialPlatform {
  static identifier = "instagram"

  static validateOptions(options: Record<string, unknown>): void {
    checkPlatformOptions(this.identifier, instagramOptionsSchema, options)
  }

  readonly profile = instagramProfile
  private readonly graphs_: Record<InstagramLogin, GraphClient>
  private readonly instagram_: InstagramLoginFlow
  private readonly facebook_: FacebookLogin
  private readonly version_: string
  private readonly webhooks_: WebhookReceiver

  constructor(
    _container: PlatformContainer,
    options: Record<string, unknown> = {}
  ) {
    super()
    const { identifier, label } = instagramProfile
    const checked = checkPlatformOptions(
      identifier,
      instagramOptionsSchema,
      options
    )
    // graph.instagram.com takes no proofs of the app secret.
    const edges = {
      instagram: graphEdge(identifier, label),
      facebook: graphEdge(identifier, label, {
        app_secret: checked.facebook_client_secret,
        secret_option: "facebook_client_secret",
      }),
    }
    this.graphs_ = {
      instagram: new GraphClient(edges.instagram, checked.base_url, checked),
      facebook: new GraphClient(
        edges.facebook,
        checked.facebook_base_url,
        checked
      ),
    }
    this.instagram_ = new InstagramLoginFlow(
      instagramAppOf(checked),
      this.graphs_.instagram,
      scopesOf("instagram")
    )
    this.facebook_ = new FacebookLogin(
      facebookAppOf(checked),
      this.graphs_.facebook,
      scopesOf("facebook", checked.facebook_extra_scopes)
    )
    this.version_ = checked.api_version
    this.webhooks_ = instagramWebhooks(checked)
  }

  validateSettings(settings: unknown): Record<string, unknown> {
    return checkSettings("Instagram", instagramSettingsSchema, settings)
  }

  parsePostId(input: string): string {
    return parseMediaId(input)
  }

  async describeAccount(
    claim: AccountClaim,
    call: ConnectingCall
  ): Promise<AccountDescription> {
    const { instagram, facebook } = this.graphs_
    return loginOf(claim) === "facebook"
      ? this.facebook_.described(claim, call, (known) =>
          describeFacebookLogin(facebook, connectCall(known, call), known)
        )
      : describeInstagramLogin(instagram, connectCall(claim, call), claim)
  }

  connectionFlows(): ConnectionFlow[] {
    return instagramFlows({
      instagram: this.instagram_,
      facebook: this.facebook_,
    })
  }

  authorize(request: AuthorizeRequest): string {
    return this.flowOf_(request.flow).authorize(request)
  }

  async exchange(
    request: ExchangeRequest,
    call: ConnectingCall
  ): Promise<Discovery> {
    if (this.flowOf_(request.flow) === this.instagram_) {
      return this.instagram_.exchange(request, call)
    }
    const grant = await this.facebook_.exchange(request, call)
    return discoverLinkedAccounts(this.facebook_, grant, call)
  }

  tokenModel(settings: Settings): TokenModel {
    return loginOf({ settings }) === "facebook" ? NEVER_RENEWED : LONG_TOKENS
  }

  async refresh(
    tokens: TokenSet,
    account: KeptAccount,
    call: ConnectingCall
  ): Promise<TokenSet> {
    if (loginOf(account) === "facebook") {
      throw deadGrant(
        "A token of the Facebook login cannot be renewed. Reconnect the account."
      )
    }
    return this.instagram_.refresh(tokens, call)
  }

  async adopt(
    tokens: TokenSet,
    account: KeptAccount,
    call: ConnectingCall
  ): Promise<TokenSet> {
    return loginOf(account) === "facebook"
      ? tokens
      : this.instagram_.adopt(tokens, call)
  }

  async inspect(
    tokens: TokenSet,
    account: KeptAccount,
    call: ConnectingCall
  ): Promise<TokenInspection> {
    const known =
      loginOf(account) === "facebook"
        ? await this.facebook_.inspect(tokens, call)
        : null
    return known ?? super.inspect(tokens, account, call)
  }

  /** The Instagram login has no call for it: only its owner can end a grant. */
  revocation(settings: Settings): RevocationReach {
    return loginOf({ settings }) === "facebook" ? "person" : "none"
  }

  async revoke(
    tokens: TokenSet,
    account: KeptAccount,
    call: ConnectingCall
  ): Promise<void> {
    if (loginOf(account) === "facebook") {
      await this.facebook_.revoke(tokens, call)
    }
  }

  apiVersion(): ApiVersion {
    return graphVersion(this.version_)
  }

  webhooks(): WebhookReceiver {
    return this.webhooks_
  }

  fetchComments(
    call: PlatformCall,
    requests: readonly CommentRequest[]
  ): AsyncIterable<CommentPage> {
    return fetchMediaComments(this.graphOf_(call.account), call, requests)
  }

  listPosts(
    call: PlatformCall,
    request: PostListRequest
  ): AsyncIterable<PostListPage> {
    const graph = this.graphOf_(call.account)
    return new MediaListing(graph, call).walk(request)
  }

  listStories(call: PlatformCall): Promise<ListedPost[]> {
    return new MediaListing(this.graphOf_(call.account), call).stories()
  }

  fetchAccountInsights(
    call: PlatformCall,
    request: AccountInsightsRequest
  ): AsyncIterable<AccountInsightsPage> {
    return new AccountInsightsReading(this.graphOf_(call.account), call).read(
      request
    )
  }

  protected readInsights(
    call: PlatformCall,
    posts: readonly PlatformPost[]
  ): AsyncIterable<PostResult> {
    return new InsightsReading(this.graphOf_(call.account), call).read(posts)
  }

  private graphOf_(account: PlatformAccount): GraphClient {
    return this.graphs_[loginOf(account)]
  }

  /** @throws PlatformError `invalid` */
  private flowOf_(flow: string): InstagramLoginFlow | FacebookLogin {
    const { id } = requireFlow("Instagram", this.connectionFlows(), flow)
    return id === "facebook" ? this.facebook_ : this.instagram_
  }
}
