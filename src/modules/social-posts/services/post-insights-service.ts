import {
  type AbstractSocialPlatform,
  type CommentRequest,
  type PlatformCall,
  PlatformError,
  type PlatformPost,
  type PostReading,
  type PostResult,
} from "../../../platform-kit"
import { ungranted } from "../health/missing-scopes"
import {
  addComments,
  addCommentsProblem,
  addEmptyComments,
} from "../insights/add-comments"
import { knownMetrics } from "../insights/compose-insights"
import { findPostId } from "../insights/find-post-id"
import { failedReadout, type PostReadout } from "../insights/post-readout"
import {
  commentsNotGranted,
  idNotFound,
  nothingToRead,
} from "../insights/read-errors"
import { wantsComments } from "../insights/wants-comments"
import type { ClaimedPost, SyncAccount } from "../sql/load-claimed"
import type { StoredComments } from "../sql/stored-comments"
import type { ResolvedSocialOptions } from "../types/options"

/** Readouts are handed on in chunks of this size, so that memory stays flat. */
const CHUNK = 100

/** What an account's merchant wants to be read. */
export type WantedParts = Pick<SyncAccount, "sync_numbers" | "sync_comments">

/** Looks up what is stored of the comments of some posts. */
export type StoredCommentsOf = (
  postIds: readonly string[]
) => Promise<ReadonlyMap<string, StoredComments>>

/**
 * Reads insights and comments of posts from their platform. One service for
 * all platforms: the account's platform does the talking.
 */
export default class PostInsightsService {
  private readonly options_: ResolvedSocialOptions

  constructor({ socialOptions }: { socialOptions: ResolvedSocialOptions }) {
    this.options_ = socialOptions
  }

  /**
   * Reads posts of one account; every post comes out exactly once. What is not
   * wanted costs no call.
   * @throws PlatformError when nothing of what is wanted can be read
   */
  async *read(
    platform: AbstractSocialPlatform,
    call: PlatformCall,
    posts: readonly ClaimedPost[],
    storedComments: StoredCommentsOf,
    wanted: WantedParts
  ): AsyncGenerator<PostReadout[]> {
    if (!wanted.sync_numbers) {
      this.requireComments_(platform, call)
    }
    const read = (chunk: PostReadout[]) =>
      this.withComments_(platform, call, chunk, storedComments, wanted)
    const byId = new Map(posts.map((post) => [post.id, post]))
    const { askable, lost } = this.toPlatformPosts_(platform, call, posts)
    let chunk: PostReadout[] = lost
    const results = wanted.sync_numbers
      ? platform.fetchInsights(call, askable)
      : askable.map((post) => ({ post, insights: null, problems: [] }))
    for await (const result of results) {
      const post = byId.get(result.post.id)
      if (post) {
        chunk.push(toReadout(post, result))
      }
      if (chunk.length >= CHUNK) {
        yield await read(chunk)
        chunk = []
      }
    }
    if (chunk.length > 0) {
      yield await read(chunk)
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
        askable.push(toPlatformPost(post, id, null))
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
    storedComments: StoredCommentsOf,
    wanted: WantedParts
  ): Promise<PostReadout[]> {
    const requests =
      wanted.sync_comments && this.readsComments_(platform)
        ? await this.commentRequests_(call, readouts, storedComments, wanted)
        : []
    if (requests.length === 0) {
      return readouts
    }
    const byId = new Map(readouts.map((readout) => [readout.post.id, readout]))
    try {
      for await (const page of platform.fetchComments(call, requests)) {
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
      requests.forEach(({ post }) =>
        addCommentsProblem(byId.get(post.id), error)
      )
    }
    if (!wanted.sync_numbers) {
      readouts.forEach(addEmptyComments)
    }
    return readouts
  }

  /** @throws PlatformError when comments alone are wanted and cannot be read */
  private requireComments_(
    platform: AbstractSocialPlatform,
    { account }: PlatformCall
  ): void {
    const { label } = platform.profile
    if (!this.readsComments_(platform)) {
      throw nothingToRead(label)
    }
    const { settings, scopes } = account
    const scoped = { connection_flow: null, settings }
    const missing = ungranted("comments", platform, scoped, scopes)
    if (missing.length > 0) {
      throw commentsNotGranted(label, missing)
    }
  }

  private readsComments_({ profile }: AbstractSocialPlatform): boolean {
    return profile.abilities.comments && this.options_.comments_per_sync > 0
  }

  private async commentRequests_(
    call: PlatformCall,
    readouts: readonly PostReadout[],
    storedComments: StoredCommentsOf,
    { sync_numbers }: WantedParts
  ): Promise<CommentRequest[]> {
    const wanted = readouts.filter(
      ({ post, platform_post_id, reading }) =>
        platform_post_id !== null &&
        // Without numbers nothing tells whether there are new comments.
        (reading ? wantsComments(post, reading, call.depth) : !sync_numbers)
    )
    if (wanted.length === 0) {
      return []
    }
    const stored = await storedComments(wanted.map(({ post }) => post.id))
    return wanted.map(({ post, platform_post_id, reading }) => ({
      post: toPlatformPost(post, platform_post_id ?? "", reading),
      since: stored.get(post.id)?.newest ?? null,
      limit: this.options_.comments_per_sync,
      count: reading?.metrics.comments ?? null,
      known: stored.get(post.id)?.known ?? new Map(),
    }))
  }
}

function toPlatformPost(
  post: ClaimedPost,
  platformPostId: string,
  reading: PostReading | null
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
