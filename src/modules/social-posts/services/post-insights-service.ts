import {
  type AbstractSocialPlatform,
  type CommentPage,
  type CommentRequest,
  type PlatformCall,
  PlatformError,
  type PlatformPost,
  type PostReading,
  type PostResult,
} from "../../../platform-kit"
import { knownMetrics } from "../insights/compose-insights"
import { findPostId } from "../insights/find-post-id"
import { failedReadout, type PostReadout } from "../insights/post-readout"
import { wantsComments } from "../insights/wants-comments"
import type { ClaimedPost } from "../sql/load-claimed"
import type { ResolvedSocialOptions } from "../types/options"

/** Readouts are handed on in chunks of this size, so that memory stays flat. */
const CHUNK = 100

/**
 * Reads insights and comments of posts from their platform. One service for
 * all platforms: the account's platform does the talking.
 */
export default class PostInsightsService {
  private readonly options_: ResolvedSocialOptions

  constructor({ socialOptions }: { socialOptions: ResolvedSocialOptions }) {
    this.options_ = socialOptions
  }

  /** Reads posts of one account; every post comes out exactly once. */
  async *read(
    platform: AbstractSocialPlatform,
    call: PlatformCall,
    posts: readonly ClaimedPost[],
    newestComments: ReadonlyMap<string, Date>
  ): AsyncGenerator<PostReadout[]> {
    const byId = new Map(posts.map((post) => [post.id, post]))
    const { askable, lost } = this.toPlatformPosts_(platform, call, posts)
    let chunk: PostReadout[] = lost
    for await (const result of platform.fetchInsights(call, askable)) {
      const post = byId.get(result.post.id)
      if (post) {
        chunk.push(toReadout(post, result))
      }
      if (chunk.length >= CHUNK) {
        yield await this.withComments_(platform, call, chunk, newestComments)
        chunk = []
      }
    }
    if (chunk.length > 0) {
      yield await this.withComments_(platform, call, chunk, newestComments)
    }
  }

  private toPlatformPosts_(
    platform: AbstractSocialPlatform,
    call: PlatformCall,
    posts: readonly ClaimedPost[]
  ): { askable: PlatformPost[]; lost: PostReadout[] } {
    const askable: PlatformPost[] = []
    const lost: PostReadout[] = []
    for (const post of posts) {
      try {
        const id = findPostId(post, platform, call.account.external_id)
        if (!id) {
          throw idNotFound(platform.profile.label)
        }
        askable.push(toPlatformPost(post, id))
      } catch (thrown) {
        lost.push(failedReadout(post, PlatformError.from(thrown)))
      }
    }
    return { askable, lost }
  }

  private async withComments_(
    platform: AbstractSocialPlatform,
    call: PlatformCall,
    readouts: PostReadout[],
    newestComments: ReadonlyMap<string, Date>
  ): Promise<PostReadout[]> {
    const wanted = this.commentRequests_(
      platform,
      call,
      readouts,
      newestComments
    )
    if (wanted.length === 0) {
      return readouts
    }
    const byId = new Map(readouts.map((readout) => [readout.post.id, readout]))
    try {
      for await (const page of platform.fetchComments(call, wanted)) {
        const readout = byId.get(page.post.id)
        if (!readout) {
          continue
        }
        addComments(readout, page)
        if (page.problem) {
          addCommentsProblem(readout, page.problem)
        }
      }
    } catch (thrown) {
      const error = PlatformError.from(thrown)
      wanted.forEach(({ post }) => addCommentsProblem(byId.get(post.id), error))
    }
    return readouts
  }

  private commentRequests_(
    platform: AbstractSocialPlatform,
    call: PlatformCall,
    readouts: readonly PostReadout[],
    newestComments: ReadonlyMap<string, Date>
  ): CommentRequest[] {
    const limit = this.options_.comments_per_sync
    if (!platform.profile.abilities.comments || limit === 0) {
      return []
    }
    return readouts.flatMap(({ post, platform_post_id, reading }) =>
      reading &&
      platform_post_id &&
      wantsComments(post.insights, reading, call.depth)
        ? {
            post: toPlatformPost(post, platform_post_id, reading),
            since: newestComments.get(post.id) ?? null,
            limit,
          }
        : []
    )
  }
}

function toPlatformPost(
  post: ClaimedPost,
  platformPostId: string,
  reading?: PostReading
): PlatformPost {
  const details = reading?.details
  return {
    id: post.id,
    platform_post_id: details?.platform_post_id ?? platformPostId,
    media_type: details?.media_type ?? post.media_type,
    media_product_type: details?.media_product_type ?? post.media_product_type,
    posted_at: details?.posted_at ?? post.posted_at,
    insights_blocked: post.insights_blocked,
    known: knownMetrics(post.insights),
  }
}

function toReadout(post: ClaimedPost, result: PostResult): PostReadout {
  return {
    post,
    platform_post_id:
      result.insights?.details.platform_post_id ?? result.post.platform_post_id,
    reading: result.insights,
    problems: [...result.problems],
    comments: null,
  }
}

/** A page that failed without bringing any leaves what is stored alone. */
function addComments(readout: PostReadout, page: CommentPage): void {
  if (page.problem && page.comments.length === 0) {
    return
  }
  const comments = (readout.comments ??= {
    post_id: readout.post.id,
    comments: [],
    capped: false,
  })
  comments.comments.push(...page.comments)
  comments.capped ||= page.capped
}

/** One sentence per post, however many pages failed. */
function addCommentsProblem(
  readout: PostReadout | undefined,
  error: PlatformError
): void {
  if (readout && !readout.problems.some(({ part }) => part === "Comments")) {
    readout.problems.push({ part: "Comments", error })
  }
}

function idNotFound(label: string): PlatformError {
  return new PlatformError({
    kind: "invalid",
    scope: "post",
    code: "no_platform_post_id",
    message: `Platform post ID not found. Edit the post and enter the id it has on ${label}.`,
  })
}
