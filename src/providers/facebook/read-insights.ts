import {
  inBatches,
  type PlatformCall,
  PlatformError,
  type PlatformPost,
  type PostResult,
  readInBatches,
} from "../../platform-kit"
import {
  GRAPH_BATCH_SIZE,
  GRAPH_CODES,
  type GraphClient,
  type ObjectAnswer,
} from "../../platform-kit/meta-graph"
import { postDenied } from "./errors"
import { findMissing, type Whereabouts } from "./find-missing"
import { judgeAnswer } from "./judge-answer"
import { PostReader } from "./post-reader"
import { facebookProfile } from "./profile"
import { isStory, readStories } from "./story-insights"
import { readBareVideo } from "./video-insights"

interface MissingPost {
  post: PlatformPost
  error: PlatformError
}

/**
 * Reads the insights of one Page's posts: one call per 50 posts with
 * everything, then one more for those that could not be read; stories apart.
 */
export class InsightsReading {
  private readonly posts_: PostReader
  private anyWorked_ = false

  constructor(
    private readonly graph_: GraphClient,
    private readonly call_: PlatformCall
  ) {
    this.posts_ = new PostReader(graph_, call_)
  }

  async *read(all: readonly PlatformPost[]): AsyncGenerator<PostResult> {
    const posts = all.filter((post) => !isStory(post))
    yield* this.readPosts_(posts)
    yield* readStories(this.graph_, this.call_, all.filter(isStory))
  }

  private async *readPosts_(
    posts: readonly PlatformPost[]
  ): AsyncGenerator<PostResult> {
    const missing: MissingPost[] = []
    const batches = inBatches(posts, GRAPH_BATCH_SIZE)
    const limit = facebookProfile.parallel_calls
    const parts = readInBatches(batches, limit, (batch) =>
      this.posts_.read(batch.map((post) => this.idOf_(post)))
    )
    for await (const { items, answer, error } of parts) {
      for (const post of items) {
        const found = error ?? answer?.get(this.idOf_(post))
        if (PlatformError.is(found)) {
          missing.push({ post, error: found })
        } else if (found) {
          this.anyWorked_ = true
          yield this.resultOf_(post, found)
        }
      }
    }
    yield* this.explainMissing_(missing)
  }

  private resultOf_(post: PlatformPost, answer: ObjectAnswer): PostResult {
    return { post, ...judgeAnswer(answer, this.call_, this.posts_.denied) }
  }

  /** Code 10 in foreign words is about the post when others could be read. */
  private isAboutPost_({ kind, code }: PlatformError): boolean {
    return (
      kind === "gone" ||
      (code === GRAPH_CODES.unclear_permission && this.anyWorked_)
    )
  }

  private async *explainMissing_(
    missing: readonly MissingPost[]
  ): AsyncGenerator<PostResult> {
    const lost = missing.filter(({ error }) => this.isAboutPost_(error))
    const ids = lost.map(({ post }) => this.idOf_(post))
    const places = await findMissing(this.graph_, this.call_, ids)
    for (const { post, error } of missing) {
      const place = places.get(this.idOf_(post))
      yield place
        ? await this.resultAt_(post, error, place)
        : failed(post, error)
    }
  }

  private async resultAt_(
    post: PlatformPost,
    error: PlatformError,
    place: Whereabouts
  ): Promise<PostResult> {
    switch (place.found) {
      case "readable":
        return failed(post, postDenied(error))
      case "post_of_video":
        return await this.tryAgain_(post, () => this.atId_(post, place.id))
      case "video":
        return await this.tryAgain_(post, async () => ({
          post,
          insights: await readBareVideo(this.graph_, this.call_, place.id),
          problems: [],
        }))
      case "unknown":
        return failed(post, place.error)
      case "nothing":
        return failed(post, error)
    }
  }

  private async atId_(post: PlatformPost, id: string): Promise<PostResult> {
    const found = (await this.posts_.read([id])).get(id)
    if (!found || PlatformError.is(found)) {
      throw found ?? new Error("no answer for the post of a video")
    }
    const result = this.resultOf_(post, found)
    if (result.insights) {
      result.insights.details.platform_post_id = id
    }
    return result
  }

  private async tryAgain_(
    post: PlatformPost,
    read: () => Promise<PostResult>
  ): Promise<PostResult> {
    try {
      return await read()
    } catch (thrown) {
      return failed(post, PlatformError.from(thrown))
    }
  }

  /** Ids from elsewhere can lack the Page's part. */
  private idOf_({ platform_post_id: id }: PlatformPost): string {
    return id.includes("_") ? id : `${this.call_.account.external_id}_${id}`
  }
}

function failed(post: PlatformPost, error: PlatformError): PostResult {
  return { post, insights: null, problems: [{ part: "Post", error }] }
}
