import {
  type ListedPost,
  oneResultPerPost,
  type PlatformCall,
  type PlatformError,
  type PlatformPost,
  type PostResult,
} from "../../platform-kit"
import {
  GRAPH_CODES,
  type GraphClient,
  type GraphObject,
} from "../../platform-kit/meta-graph"
import { ConversionLine } from "./conversion-line"
import { mapInsights } from "./map-insights"
import { toPlatformPost } from "./map-listed"
import { NumbersQueue } from "./numbers-queue"
import { productTypeOf } from "./product-type"
import { InsightsReading } from "./read-insights"

/** A post as it was listed. */
export interface Listing {
  media: GraphObject
  post: ListedPost
}

/**
 * Reads the numbers of posts that were listed without: as a sync does, 50 posts
 * of one kind in a call, once 50 have come together.
 */
export class LateNumbers {
  private readonly insights_: InsightsReading
  private readonly queue_ = new NumbersQueue()
  private readonly line_ = new ConversionLine()
  private readonly waiting_ = new Map<string, Listing>()

  constructor(graph: GraphClient, call: PlatformCall) {
    this.insights_ = new InsightsReading(graph, call)
  }

  /**
   * Puts a post into the queue, or gives it back at once when nothing more can
   * be asked for than likes and comments, which are part of the list.
   */
  add(listing: Listing): ListedPost {
    const { post } = listing
    const asked = toPlatformPost(post)
    if (this.insights_.denied || productTypeOf(asked) === "NONE") {
      return this.withOwnCounts_(listing)
    }
    this.queue_.add([asked])
    this.waiting_.set(post.platform_post_id, listing)
    return post
  }

  /** @param last no more posts will come to fill a call */
  async *read(last: boolean): AsyncGenerator<ListedPost> {
    const posts = last ? this.queue_.takeAll() : this.queue_.takeFull()
    const isBehind = ({ posted_at }: PlatformPost) =>
      this.line_.isBehind(posted_at)
    for (const { platform_post_id: id } of posts.filter(isBehind)) {
      const listing = this.take_(id)
      if (listing) {
        yield this.fromBefore_(listing)
      }
    }
    const asked = posts.filter((post) => !isBehind(post))
    const unclear: PostResult[] = []
    const results = oneResultPerPost(asked, this.insights_.read(asked))
    for await (const result of results) {
      this.line_.note(result.post.posted_at, result.insights)
      if (isUnclear(result)) {
        unclear.push(result)
      } else {
        yield* this.toListed_(result)
      }
    }
    // The others may have shown meanwhile on which side of the line they are.
    for (const result of unclear) {
      const listing = isBehind(result.post)
        ? this.take_(result.post.platform_post_id)
        : undefined
      yield* listing ? [this.fromBefore_(listing)] : this.toListed_(result)
    }
  }

  private toListed_({ post, insights, problems }: PostResult): ListedPost[] {
    const listed = this.take_(post.platform_post_id)?.post
    // The object itself says more than the list does (hidden likes).
    return listed
      ? [
          {
            ...listed,
            details: { ...listed.details, ...insights?.details },
            reading: insights,
            problems,
          },
        ]
      : []
  }

  private take_(id: string): Listing | undefined {
    const listing = this.waiting_.get(id)
    this.waiting_.delete(id)
    return listing
  }

  /** A guess, so that the post is not kept from being asked another time. */
  private fromBefore_({ media, post }: Listing): ListedPost {
    const product_type = productTypeOf(toPlatformPost(post)) ?? "NONE"
    const reading = mapInsights(media, {
      product_type,
      asked: this.insights_.offered(product_type),
      refused: [],
      missing: "posted_before_conversion",
    })
    return { ...post, reading }
  }

  private withOwnCounts_({ media, post }: Listing): ListedPost {
    const product_type = productTypeOf(toPlatformPost(post)) ?? "NONE"
    const error: PlatformError | null =
      product_type === "NONE" ? null : this.insights_.denied
    return {
      ...post,
      reading: mapInsights(media, { product_type, asked: [], refused: [] }),
      problems: error ? [{ part: "Insights metrics", error }] : [],
    }
  }
}

/** Not read because of some posts from before, which could not be told apart. */
function isUnclear({ insights, problems }: PostResult): boolean {
  const code = problems[0]?.error.code
  return insights === null && code === GRAPH_CODES.before_conversion
}
