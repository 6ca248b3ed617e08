import { type PlatformPost } from "../../platform-kit"
import { GRAPH_BATCH_SIZE } from "../../platform-kit/meta-graph"
import { productTypeOf } from "./product-type"

/**
 * Posts whose numbers are still to be read, by kind: a call takes up to 50 of
 * one kind, so that calls made only when they are full are the fewest there can
 * be.
 */
export class NumbersQueue {
  private readonly waiting_ = new Map<string, PlatformPost[]>()

  add(posts: readonly PlatformPost[]): void {
    for (const post of posts) {
      const kind = productTypeOf(post) ?? "unknown"
      this.waiting_.set(kind, [...(this.waiting_.get(kind) ?? []), post])
    }
  }

  /** Takes out what fills whole calls. */
  takeFull(): PlatformPost[] {
    return this.take_((count) => count - (count % GRAPH_BATCH_SIZE))
  }

  takeAll(): PlatformPost[] {
    return this.take_((count) => count)
  }

  private take_(share: (count: number) => number): PlatformPost[] {
    return [...this.waiting_.values()].flatMap((posts) =>
      posts.splice(0, share(posts.length))
    )
  }
}
