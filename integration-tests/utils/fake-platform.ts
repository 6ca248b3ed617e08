import {
  type AccountClaim,
  type AccountDescription,
  AbstractSocialPlatform,
  type CommentPage,
  type CommentRange,
  type CommentRequest,
  type MetricValues,
  type PlatformCall,
  type PlatformComment,
  PlatformError,
  type PlatformErrorDetails,
  type PlatformPost,
  type PlatformProfile,
  type PostDetails,
  type PostProblem,
  type PostResult,
  type RetentionRule,
} from "../../src/platform-kit"

/** What the fake platform says about one post. */
export interface FakePost {
  likes?: number | null
  comments?: number | null
  reach?: number | null
  fails?: PlatformErrorDetails
  problem?: PlatformErrorDetails
  /** Numbers that the answer leaves out. */
  unread?: readonly ("likes" | "comments" | "reach")[]
  thread?: PlatformComment[]
  /** What of the thread is said to have been read whole. */
  complete?: CommentRange | null
  details?: PostDetails
}

/** A platform of its own, the way a third party would add one. */
export class FakePlatform extends AbstractSocialPlatform {
  static identifier = "fake"

  /** Scripted by tests; shared, because the module makes the instance. */
  static posts = new Map<string, FakePost>()
  /** What the account has when it is connected. */
  static followers: number | null = 1200
  /** How long what may be kept. */
  static retention: readonly RetentionRule[] = []
  static reads: string[][] = []
  static commentReads: string[][] = []
  static commentRequests: CommentRequest[] = []
  static token = "fake-token-1234567890"
  static beforeRead: (posts: readonly PlatformPost[]) => Promise<void> =
    async () => undefined

  static reset() {
    FakePlatform.posts.clear()
    FakePlatform.followers = 1200
    FakePlatform.retention = []
    FakePlatform.reads = []
    FakePlatform.commentReads = []
    FakePlatform.commentRequests = []
    FakePlatform.beforeRead = async () => undefined
  }

  readonly profile: PlatformProfile = {
    identifier: "fake",
    label: "Fake",
    aliases: ["phoney"],
    insights_block: "fake_insights",
    stored_id_keys: ["fake_post_id"],
    metric_tables: {
      default: { post: { core: [], optional: [], retired: [] } },
    },
    batch_sizes: { insights: 50, comments: 50 },
    parallel_calls: 2,
    engagement_rate_basis: ["reach", "views", "impressions"],
    scopes: [],
    get retention() {
      return FakePlatform.retention
    },
    abilities: {
      comments: true,
      list_posts: false,
      account_insights: false,
      oauth: false,
    },
    token_help: "Take any.",
  }

  constructor(_container: unknown, _options: unknown) {
    super()
  }

  validateSettings(settings: unknown): Record<string, unknown> {
    return (settings ?? {}) as Record<string, unknown>
  }

  parsePostId(input: string): string {
    if (!/^p\d+$/.test(input)) {
      throw new PlatformError({
        kind: "invalid",
        scope: "post",
        code: "post_id",
        message: `platform_post_id "${input}" is not a Fake id; expected p and digits.`,
      })
    }
    return input
  }

  async describeAccount(claim: AccountClaim): Promise<AccountDescription> {
    if (claim.access_token !== FakePlatform.token) {
      throw new PlatformError({
        kind: "auth",
        scope: "account",
        code: "bad_token",
        message: `Fake does not accept the token ${claim.access_token}.`,
      })
    }
    return {
      external_id: claim.external_id,
      username: "fake",
      display_name: "Fake account",
      avatar_url: null,
      account_type: "business",
      followers_count: FakePlatform.followers,
      scopes: null,
      token_expires_at: null,
    }
  }

  protected async *readInsights(
    call: PlatformCall,
    posts: readonly PlatformPost[]
  ): AsyncGenerator<PostResult> {
    for (let start = 0; start < posts.length; start += 50) {
      const batch = posts.slice(start, start + 50)
      FakePlatform.reads.push(batch.map((post) => post.platform_post_id))
      call.onCall?.("GET /posts")
      await FakePlatform.beforeRead(batch)
      for (const post of batch) {
        yield this.resultOf_(post)
      }
    }
  }

  private resultOf_(post: PlatformPost): PostResult {
    const said = FakePlatform.posts.get(post.platform_post_id) ?? {}
    if (said.fails) {
      const error = new PlatformError(said.fails)
      return { post, insights: null, problems: [{ part: "Post", error }] }
    }
    const { likes = 1, comments = 0, reach = 10, unread = [] } = said
    const metrics = { likes, comments, reach }
    unread.forEach((metric) => delete (metrics as MetricValues)[metric])
    const problems: PostProblem[] = said.problem
      ? [{ part: "Insights metrics", error: new PlatformError(said.problem) }]
      : []
    const unavailable = {
      ...(reach === null && { reach: "not_returned" as const }),
      ...(likes === null && { likes: "not_returned" as const }),
    }
    return {
      post,
      insights: {
        metrics,
        unavailable,
        native: { likes },
        details: { caption: "From the platform #Spring", ...said.details },
      },
      problems,
    }
  }

  async *fetchComments(
    call: PlatformCall,
    requests: readonly CommentRequest[]
  ): AsyncGenerator<CommentPage> {
    call.onCall?.("GET /comments")
    FakePlatform.commentReads.push(
      requests.map(({ post }) => post.platform_post_id)
    )
    FakePlatform.commentRequests.push(...requests)
    for (const { post, limit } of requests) {
      const said = FakePlatform.posts.get(post.platform_post_id)
      const { thread = [], complete = null } = said ?? {}
      yield {
        post,
        comments: thread.slice(0, limit),
        capped: thread.length > limit,
        problem: null,
        complete,
      }
    }
  }
}
