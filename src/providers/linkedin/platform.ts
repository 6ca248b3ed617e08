import {
  AbstractSocialPlatform,
  type AccountClaim,
  type AccountDescription,
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
import { LinkedInClient } from "./client"
import { fetchComments } from "./comments"
import {
  type LinkedInOptions,
  linkedinOptionsSchema,
  linkedinSettingsSchema,
} from "./options"
import { parsePostId, postIdFromUrl } from "./post-id"
import { linkedinProfile } from "./profile"
import { readInsights } from "./read-insights"

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

  describeAccount(
    claim: AccountClaim,
    call: ConnectingCall
  ): Promise<AccountDescription> {
    const connecting = connectingCall(LinkedInPlatform.identifier, claim, call)
    return describeAccount(this.client_, connecting, claim)
  }

  fetchComments(
    call: PlatformCall,
    requests: readonly CommentRequest[]
  ): AsyncIterable<CommentPage> {
    return fetchComments(this.client_, call, requests)
  }

  protected readInsights(
    call: PlatformCall,
    posts: readonly PlatformPost[]
  ): AsyncIterable<PostResult> {
    const { web_url, max_single_reads } = this.options_
    const web = web_url.replace(/\/+$/, "")
    const reader = {
      client: this.client_,
      max_single_reads,
      permalinkOf: (urn: string) => `${web}/feed/update/${urn}/`,
    }
    return readInsights(reader, call, posts)
  }
}
