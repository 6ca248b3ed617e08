import {
  AbstractSocialPlatform,
  type AccountClaim,
  type AccountDescription,
  type AccountInsightsPage,
  type AccountInsightsRequest,
  type ApiVersion,
  type AuthorizeRequest,
  checkPlatformOptions,
  type CommentPage,
  type CommentRequest,
  type ConnectingCall,
  type ConnectionFlow,
  type Discovery,
  type ExchangeRequest,
  type KeptAccount,
  type ListedPost,
  type PlatformCall,
  type PlatformContainer,
  type PlatformPost,
  type PostListPage,
  type PostListRequest,
  type PostResult,
  refusedConnection,
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
import { PageInsightsReading } from "./account-insights"
import { describePage } from "./account"
import { fetchPostComments } from "./comments"
import { discoverPages } from "./discover-pages"
import { facebookFlows } from "./flows"
import { PostListing } from "./list-posts"
import { listPageStories } from "./list-stories"
import { appOf, facebookOptionsSchema } from "./options"
import { PAGE_TOKENS, renewPageToken } from "./page-token"
import { parsePagePostId, postIdFromAddress } from "./post-id"
import { facebookProfile } from "./profile"
import { InsightsReading } from "./read-insights"
import { isStory } from "./story-insights"
import { facebookWebhooks } from "./webhooks"

/** Facebook Pages. Personal profiles have no API. */
export class FacebookPlatform extends AbstractSocialPlatform {
  static identifier = "facebook"

  static validateOptions(options: Record<string, unknown>): void {
    checkPlatformOptions(this.identifier, facebookOptionsSchema, options)
  }

  readonly profile = facebookProfile
  private readonly graph_: GraphClient
  private readonly login_: FacebookLogin
  private readonly version_: string
  private readonly webhooks_: WebhookReceiver

  constructor(
    _container: PlatformContainer,
    options: Record<string, unknown> = {}
  ) {
    super()
    const { identifier, label, scopes } = facebookProfile
    const checked = checkPlatformOptions(
      identifier,
      facebookOptionsSchema,
      options
    )
    const edge = graphEdge(identifier, label, {
      app_secret: checked.client_secret,
      secret_option: "client_secret",
    })
    this.graph_ = new GraphClient(edge, checked.base_url, checked)
    this.login_ = new FacebookLogin(appOf(checked), this.graph_, scopes)
    this.version_ = checked.api_version
    this.webhooks_ = facebookWebhooks(checked)
  }

  /** A Page has no settings of its own. */
  validateSettings(_settings: unknown): Record<string, unknown> {
    return {}
  }

  parsePostId(input: string, accountExternalId: string): string {
    return parsePagePostId(input, accountExternalId)
  }

  postIdFromUrl(url: string, accountExternalId: string): string | null {
    return postIdFromAddress(url, accountExternalId)
  }

  async describeAccount(
    claim: AccountClaim,
    call: ConnectingCall
  ): Promise<AccountDescription> {
    return this.login_.described(claim, call, (known) =>
      describePage(this.graph_, connectCall(known, call), known)
    )
  }

  connectionFlows(): ConnectionFlow[] {
    return facebookFlows(this.login_.missingOptions())
  }

  authorize(request: AuthorizeRequest): string {
    this.checkFlow_(request.flow)
    return this.login_.authorize(request)
  }

  async exchange(
    request: ExchangeRequest,
    call: ConnectingCall
  ): Promise<Discovery> {
    this.checkFlow_(request.flow)
    const grant = await this.login_.exchange(request, call)
    return discoverPages(this.login_, grant, call)
  }

  tokenModel(): TokenModel {
    return PAGE_TOKENS
  }

  refresh(
    tokens: TokenSet,
    account: KeptAccount,
    call: ConnectingCall
  ): Promise<TokenSet> {
    return renewPageToken(this.graph_, tokens, account, call)
  }

  async inspect(
    tokens: TokenSet,
    account: KeptAccount,
    call: ConnectingCall
  ): Promise<TokenInspection> {
    return (
      (await this.login_.inspect(tokens, call)) ??
      super.inspect(tokens, account, call)
    )
  }

  revocation(): RevocationReach {
    return "person"
  }

  async revoke(
    tokens: TokenSet,
    _account: KeptAccount,
    call: ConnectingCall
  ): Promise<void> {
    const { source_token } = tokens
    if (source_token === null) {
      throw refusedConnection(
        "no_person_token",
        "A pasted Page token cannot be taken back from here. Remove the app on facebook.com under Settings, Business integrations."
      )
    }
    await this.login_.revoke({ ...tokens, access_token: source_token }, call)
  }

  apiVersion(): ApiVersion {
    return graphVersion(this.version_)
  }

  webhooks(): WebhookReceiver {
    return this.webhooks_
  }

  /** Stories have replies, which are messages and not to be read. */
  async *fetchComments(
    call: PlatformCall,
    requests: readonly CommentRequest[]
  ): AsyncGenerator<CommentPage> {
    for (const { post } of requests.filter(({ post }) => isStory(post))) {
      yield { post, comments: [], capped: false, problem: null }
    }
    const rest = requests.filter(({ post }) => !isStory(post))
    yield* fetchPostComments(this.graph_, call, rest)
  }

  listPosts(
    call: PlatformCall,
    request: PostListRequest
  ): AsyncIterable<PostListPage> {
    return new PostListing(this.graph_, call).walk(request)
  }

  listStories(call: PlatformCall): Promise<ListedPost[]> {
    return listPageStories(this.graph_, call)
  }

  fetchAccountInsights(
    call: PlatformCall,
    request: AccountInsightsRequest
  ): AsyncIterable<AccountInsightsPage> {
    return new PageInsightsReading(this.graph_, call).read(request)
  }

  protected readInsights(
    call: PlatformCall,
    posts: readonly PlatformPost[]
  ): AsyncIterable<PostResult> {
    return new InsightsReading(this.graph_, call).read(posts)
  }

  /** @throws PlatformError `invalid` */
  private checkFlow_(flow: string): void {
    requireFlow("Facebook", this.connectionFlows(), flow)
  }
}
