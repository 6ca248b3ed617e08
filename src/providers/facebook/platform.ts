import {
  AbstractSocialPlatform,
  type AccountClaim,
  type AccountDescription,
  checkPlatformOptions,
  type ConnectingCall,
  type CommentPage,
  type CommentRequest,
  type PlatformCall,
  type PlatformContainer,
  type PlatformPost,
  type PostResult,
} from "../../platform-kit"
import {
  connectCall,
  GraphClient,
  graphEdge,
} from "../../platform-kit/meta-graph"
import { describePage } from "./account"
import { fetchPostComments } from "./comments"
import { facebookOptionsSchema } from "./options"
import { parsePagePostId, postIdFromAddress } from "./post-id"
import { facebookProfile } from "./profile"
import { InsightsReading } from "./read-insights"

/** Facebook Pages. Personal profiles have no API. */
export class FacebookPlatform extends AbstractSocialPlatform {
  static identifier = "facebook"

  static validateOptions(options: Record<string, unknown>): void {
    checkPlatformOptions(this.identifier, facebookOptionsSchema, options)
  }

  readonly profile = facebookProfile
  private readonly graph_: GraphClient

  constructor(
    _container: PlatformContainer,
    options: Record<string, unknown> = {}
  ) {
    super()
    const { identifier, label } = facebookProfile
    const checked = checkPlatformOptions(
      identifier,
      facebookOptionsSchema,
      options
    )
    const edge = graphEdge(identifier, label)
    this.graph_ = new GraphClient(edge, checked.base_url, checked)
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

  describeAccount(
    claim: AccountClaim,
    call: ConnectingCall
  ): Promise<AccountDescription> {
    return describePage(this.graph_, connectCall(claim, call), claim)
  }

  fetchComments(
    call: PlatformCall,
    requests: readonly CommentRequest[]
  ): AsyncIterable<CommentPage> {
    return fetchPostComments(this.graph_, call, requests)
  }

  protected readInsights(
    call: PlatformCall,
    posts: readonly PlatformPost[]
  ): AsyncIterable<PostResult> {
    return new InsightsReading(this.graph_, call).read(posts)
  }
}
