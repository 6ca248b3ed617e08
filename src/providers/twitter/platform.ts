import {
  type AccountClaim,
  type AccountDescription,
  AbstractSocialPlatform,
  checkPlatformOptions,
  type ConnectingCall,
  checkSettings,
  connectingCall,
  type CommentPage,
  type CommentRequest,
  type PlatformCall,
  type PlatformContainer,
  type PlatformPost,
  type PostResult,
} from "../../platform-kit"
import { describeAccount } from "./account"
import { XClient } from "./client"
import { fetchComments } from "./comments"
import { Conversations } from "./conversations"
import {
  type TwitterOptions,
  twitterOptionsSchema,
  twitterSettingsSchema,
} from "./options"
import { parsePostId, postIdFromUrl } from "./post-id"
import { twitterProfile } from "./profile"
import { readInsights } from "./read-insights"

/** X (formerly Twitter), API v2. https://docs.x.com/x-api/introduction */
export class TwitterPlatform extends AbstractSocialPlatform {
  static identifier = "twitter"

  static validateOptions(options: Record<string, unknown>): void {
    checkPlatformOptions(this.identifier, twitterOptionsSchema, options)
  }

  readonly profile = twitterProfile
  private readonly client_: XClient
  private readonly webUrl_: string
  private readonly conversations_ = new Conversations()

  constructor(_container: PlatformContainer, options: Partial<TwitterOptions>) {
    super()
    const checked = checkPlatformOptions(
      TwitterPlatform.identifier,
      twitterOptionsSchema,
      options
    )
    this.client_ = new XClient(checked)
    this.webUrl_ = checked.web_url.replace(/\/+$/, "")
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

  fetchComments(
    call: PlatformCall,
    requests: readonly CommentRequest[]
  ): AsyncIterable<CommentPage> {
    const reader = { client: this.client_, conversations: this.conversations_ }
    return fetchComments(reader, call, requests)
  }

  protected readInsights(
    call: PlatformCall,
    posts: readonly PlatformPost[]
  ): AsyncIterable<PostResult> {
    const reader = {
      client: this.client_,
      conversations: this.conversations_,
      // `i` stands for any author: posts of others have no name of ours.
      permalinkOf: (postId: string) =>
        `${this.webUrl_}/${call.account.username ?? "i"}/status/${postId}`,
    }
    return readInsights(reader, call, posts)
  }
}
