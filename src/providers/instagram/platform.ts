import {
  AbstractSocialPlatform,
  type AccountClaim,
  type AccountDescription,
  checkPlatformOptions,
  type ConnectingCall,
  checkSettings,
  type CommentPage,
  type CommentRequest,
  type PlatformAccount,
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
import { describeFacebookLogin, describeInstagramLogin } from "./account"
import { fetchMediaComments } from "./comments"
import { instagramOptionsSchema } from "./options"
import { parseMediaId } from "./post-id"
import { instagramProfile } from "./profile"
import { InsightsReading } from "./read-insights"
import {
  instagramSettingsSchema,
  type InstagramLogin,
  loginOf,
} from "./settings"

/** Instagram's professional accounts, by either of its two logins. */
export class InstagramPlatform extends AbstractSocialPlatform {
  static identifier = "instagram"

  static validateOptions(options: Record<string, unknown>): void {
    checkPlatformOptions(this.identifier, instagramOptionsSchema, options)
  }

  readonly profile = instagramProfile
  private readonly graphs_: Record<InstagramLogin, GraphClient>

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
    const edge = graphEdge(identifier, label)
    this.graphs_ = {
      instagram: new GraphClient(edge, checked.base_url, checked),
      facebook: new GraphClient(edge, checked.facebook_base_url, checked),
    }
  }

  validateSettings(settings: unknown): Record<string, unknown> {
    return checkSettings("Instagram", instagramSettingsSchema, settings)
  }

  parsePostId(input: string): string {
    return parseMediaId(input)
  }

  describeAccount(
    claim: AccountClaim,
    call: ConnectingCall
  ): Promise<AccountDescription> {
    const connecting = connectCall(claim, call)
    const graph = this.graphOf_(connecting.account)
    return loginOf(connecting.account) === "facebook"
      ? describeFacebookLogin(graph, connecting, claim)
      : describeInstagramLogin(graph, connecting, claim)
  }

  fetchComments(
    call: PlatformCall,
    requests: readonly CommentRequest[]
  ): AsyncIterable<CommentPage> {
    return fetchMediaComments(this.graphOf_(call.account), call, requests)
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
}
