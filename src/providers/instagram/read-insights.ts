import {
  groupBy,
  inBatches,
  type MetricDefinition,
  type PlatformCall,
  PlatformError,
  type PlatformPost,
  type PostResult,
  readInBatches,
} from "../../platform-kit"
import {
  GRAPH_BATCH_SIZE,
  type GraphClient,
  type GraphObject,
} from "../../platform-kit/meta-graph"
import { BatchReader } from "./batch-reader"
import { composeResult, failed, type MediaItem } from "./compose-result"
import { insightsScope } from "./errors"
import { mapMedia } from "./map-media"
import { MediaReader } from "./media-reader"
import type { ProductType } from "./metrics"
import { isClosedStory, productTypeOf } from "./product-type"
import { instagramProfile } from "./profile"
import { type InstagramLogin, loginOf } from "./settings"

/**
 * Reads the insights of one account's posts: one call per 50 posts of one
 * product type, then one more for those whose insights are out of reach.
 */
export class InsightsReading {
  private readonly login_: InstagramLogin
  private readonly media_: MediaReader
  private readonly batches_: BatchReader
  private insightsWork_: boolean

  constructor(
    graph: GraphClient,
    private readonly call_: PlatformCall
  ) {
    this.login_ = loginOf(call_.account)
    this.media_ = new MediaReader(graph, call_, this.login_)
    this.batches_ = new BatchReader(graph, call_, this.media_, this.login_)
    this.insightsWork_ =
      call_.account.scopes?.includes(insightsScope(this.login_)) ?? false
  }

  /** Set once the token turned out to lack the insights permission. */
  get denied(): PlatformError | null {
    return this.media_.denied
  }

  /** The metrics that posts of a kind are asked for together. */
  offered(kind: ProductType): MetricDefinition[] {
    return this.media_.metricsOf(kind)
  }

  async *read(posts: readonly PlatformPost[]): AsyncGenerator<PostResult> {
    const items: MediaItem[] = []
    const unknown: PlatformPost[] = []
    for (const post of posts) {
      const type = productTypeOf(post)
      if (type) {
        items.push(this.item_(post, type, post.posted_at))
      } else {
        unknown.push(post)
      }
    }
    yield* this.lookUp_(unknown, items)

    const apart: MediaItem[] = items.filter((item) => !this.asks_(item))
    // Stories last: what the others answer says whether the permission works.
    const rest = items.filter((item) => this.asks_(item))
    const [stories, others] = [
      rest.filter(({ product_type }) => product_type === "STORY"),
      rest.filter(({ product_type }) => product_type !== "STORY"),
    ]
    yield* this.readKinds_(others, apart)
    yield* this.readKinds_(stories, apart)
    yield* this.readApart_(apart)
  }

  private item_(
    post: PlatformPost,
    product_type: ProductType,
    postedAt: Date | null
  ): MediaItem {
    const now = this.call_.now()
    const closed = isClosedStory(product_type, postedAt, now)
    return { post, product_type, closed, error: null }
  }

  /** Posts that can have insights; a closed story only in a highlight. */
  private asks_({ post, product_type, closed }: MediaItem): boolean {
    return (
      post.insights_blocked === null &&
      product_type !== "NONE" &&
      !(closed && this.call_.depth === "bulk")
    )
  }

  /** Reads posts of unknown kind first; adds them to `items`. */
  private async *lookUp_(
    posts: readonly PlatformPost[],
    items: MediaItem[]
  ): AsyncGenerator<PostResult> {
    for await (const [post, found] of this.objectsOf_(posts, (post) => post)) {
      if (PlatformError.is(found)) {
        yield failed(post, found)
        continue
      }
      const details = mapMedia(found)
      const kind = {
        media_type: details.media_type ?? post.media_type ?? "IMAGE",
        media_product_type:
          details.media_product_type ?? post.media_product_type,
      }
      const postedAt = details.posted_at ?? post.posted_at
      items.push(this.item_(post, productTypeOf(kind) ?? "NONE", postedAt))
    }
  }

  private async *readKinds_(
    items: readonly MediaItem[],
    apart: MediaItem[]
  ): AsyncGenerator<PostResult> {
    const kinds = groupBy(
      items,
      (item) => `${item.product_type} ${item.closed}`
    )
    const batches = [...kinds.values()].flatMap((kind) =>
      inBatches(kind, GRAPH_BATCH_SIZE)
    )
    const limit = instagramProfile.parallel_calls
    const parts = readInBatches(batches, limit, (batch) =>
      this.batches_.read(batch)
    )
    for await (const { items: batch, answer, error } of parts) {
      for (const item of batch) {
        const outcome =
          (error && ofEach(error, batch)) ?? answer?.get(item.post.id)
        if (PlatformError.is(outcome)) {
          if (outcome.scope === "post" && outcome.kind !== "transient") {
            apart.push({ ...item, error: outcome })
          } else {
            yield failed(item.post, outcome)
          }
        } else if (outcome) {
          // Only a reading with insights says that the permission is there.
          this.insightsWork_ ||= outcome.problems.length === 0
          yield outcome
        }
      }
    }
  }

  /** Posts without insights: what the object says, and why there is no more. */
  private async *readApart_(
    items: readonly MediaItem[]
  ): AsyncGenerator<PostResult> {
    const objects = this.objectsOf_(items, ({ post }) => post)
    for await (const [item, found] of objects) {
      yield composeResult(item, found, {
        insights_work: this.insightsWork_,
        login: this.login_,
        granted: this.call_.account.scopes,
        offered: this.media_.metricsOf(item.product_type),
      })
    }
  }

  private async *objectsOf_<T>(
    items: readonly T[],
    postOf: (item: T) => PlatformPost
  ): AsyncGenerator<[T, GraphObject | PlatformError]> {
    const batches = inBatches(items, GRAPH_BATCH_SIZE)
    const limit = instagramProfile.parallel_calls
    const idOf = (item: T) => postOf(item).platform_post_id
    const parts = readInBatches(batches, limit, (batch) =>
      this.media_.readObjects(batch.map(idOf))
    )
    for await (const { items: batch, answer, error } of parts) {
      for (const item of batch) {
        const found = error ?? answer?.get(idOf(item))
        if (found) {
          yield [item, PlatformError.is(found) ? found : found.object]
        }
      }
    }
  }
}

/** What one post of a batch did says nothing about the others. */
function ofEach(
  error: PlatformError,
  batch: readonly MediaItem[]
): PlatformError {
  const isOnesFault = error.scope === "post" && error.kind !== "transient"
  return batch.length > 1 && isOnesFault
    ? new PlatformError({
        kind: "transient",
        scope: "post",
        code: error.code,
        message:
          "Instagram answers for none of these posts because of some of them, and there were too many to tell them apart. They are read another time.",
        cause: error,
      })
    : error
}
