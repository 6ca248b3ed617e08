import { inBatches, inParallel, readInBatches } from "../batches"
import { toRecord } from "../coerce"
import type {
  CommentPage,
  CommentRange,
  CommentRequest,
  PlatformCall,
  PlatformComment,
  PlatformPost,
} from "../contract"
import { PlatformError } from "../errors"
import { GRAPH_CODES } from "./error-table"
import { GRAPH_BATCH_SIZE, type GraphClient } from "./graph-client"
import { RangeRead } from "./comment-range"
import { type GraphPage, pagesAfter, readPage } from "./paging"
import { type ObjectAnswer, readInsightsByIds } from "./read-insights-by-ids"

/** A list that goes on after what came nested: replies of one comment. */
export interface OpenList {
  path: string
  fields: string
  after: string
  map: (entries: readonly unknown[]) => PlatformComment[]
}

/** How a platform's comments are asked for and read. */
export interface CommentsQuestion {
  /** Largest page. */
  page_size: number
  /** Fields of one comment, replies nested in it where the platform does so. */
  fields: string
  /** `filter`, `order`: what else the edge is asked with. */
  params: Record<string, string>
  parallel_calls: number
  can_batch: boolean
  /**
   * How the list is sorted: each comment by its own time, or replies with the
   * comment they answer.
   */
  sorted_by: CommentRange["by"]
  idOf: (post: PlatformPost) => string
  map: (entries: readonly unknown[]) => {
    comments: PlatformComment[]
    open: OpenList[]
  }
  /** Says which permission is missing. */
  denied: (error: PlatformError) => PlatformError
}

/** Page size for a post that is too much at once. */
const SMALL_PAGE = 10

/**
 * Comments of many posts: the newest page of up to 50 posts in one call, then
 * page by page for those that have more.
 */
export async function* readComments(
  graph: GraphClient,
  call: PlatformCall,
  requests: readonly CommentRequest[],
  question: CommentsQuestion
): AsyncGenerator<CommentPage> {
  const { parallel_calls, idOf } = question
  const reader = new CommentReader(graph, call, question)
  const parts = readInBatches(
    inBatches(requests, GRAPH_BATCH_SIZE),
    parallel_calls,
    (batch) => reader.firstPages(batch)
  )
  for await (const { items, answer, error } of parts) {
    const reads = items.map((request) => ({
      request,
      found: error ?? answer?.get(idOf(request.post)) ?? null,
    }))
    const all = inParallel(reads, parallel_calls, ({ request, found }) =>
      reader.pagesOf(request, found)
    )
    for await (const pages of all) {
      yield* pages
    }
  }
}

class CommentReader {
  constructor(
    private readonly graph_: GraphClient,
    private readonly call_: PlatformCall,
    private readonly question_: CommentsQuestion
  ) {}

  firstPages(batch: readonly CommentRequest[]) {
    const { idOf, can_batch } = this.question_
    return readInsightsByIds(this.graph_, this.call_, {
      ids: batch.map(({ post }) => idOf(post)),
      host: "comments",
      product_type: "comments",
      metrics: [],
      fieldsFor: () => `id,${this.nested_()}`,
      can_batch,
    })
  }

  /** Everything wanted of one post; trouble becomes a page with a problem. */
  async pagesOf(
    request: CommentRequest,
    found: ObjectAnswer | PlatformError | null
  ): Promise<CommentPage[]> {
    const { post, since, limit } = request
    const pages: CommentPage[] = []
    const range = new RangeRead(request, this.question_.sorted_by)
    let left = limit
    try {
      for await (const page of this.pages_(post, found)) {
        const { comments, more } = await this.withReplies_(page, left)
        const kept = comments.slice(0, left)
        left -= kept.length
        const cut = more || kept.length < comments.length
        const full = left <= 0 && (cut || page.after !== null)
        const reached = kept.some(
          ({ created_at }) => since && created_at && created_at <= since
        )
        const capped = full && !reached
        const whole = !cut
        range.add(kept, { whole, last: page.after === null })
        const complete = range.seen()
        pages.push({ post, comments: kept, capped, problem: null, complete })
        if (left <= 0 || (reached && range.isEnough())) {
          break
        }
      }
    } catch (thrown) {
      const error = PlatformError.from(thrown)
      const problem =
        error.kind === "permission" ? this.question_.denied(error) : error
      pages.push({ post, comments: [], capped: false, problem })
    }
    return pages
  }

  private async *pages_(
    post: PlatformPost,
    found: ObjectAnswer | PlatformError | null
  ): AsyncGenerator<GraphPage> {
    const path = `${this.question_.idOf(post)}/comments`
    const { fields, params, page_size } = this.question_
    const list = (limit: number, after: string | null) =>
      this.list_(path, { ...params, fields, limit: String(limit) }, after)

    if (PlatformError.is(found)) {
      if (found.code !== GRAPH_CODES.too_much_data) {
        throw found
      }
      const first = readPage(await list(SMALL_PAGE, null))
      yield first
      yield* pagesAfter(first.after, (after) => list(SMALL_PAGE, after))
      return
    }
    // An edge without entries is left out of the object.
    const first = readPage(toRecord(found?.object)?.comments)
    yield first
    yield* pagesAfter(first.after, (after) => list(page_size, after))
  }

  /** `more`: replies were left out because `left` is used up. */
  private async withReplies_(
    page: GraphPage,
    left: number
  ): Promise<{ comments: PlatformComment[]; more: boolean }> {
    const { comments, open } = this.question_.map(page.data)
    for (const [at, { path, fields, after, map }] of open.entries()) {
      if (comments.length >= left) {
        return { comments, more: true }
      }
      const params = { fields, limit: String(this.question_.page_size) }
      const pages = pagesAfter(after, (at) => this.list_(path, params, at))
      for await (const { data, after: next } of pages) {
        comments.push(...map(data))
        if (comments.length >= left) {
          const more = next !== null || at < open.length - 1
          return { comments, more }
        }
      }
    }
    return { comments, more: false }
  }

  private list_(
    path: string,
    params: Record<string, string>,
    after: string | null
  ): Promise<unknown> {
    return this.graph_.get(this.call_, {
      endpoint: `GET /{id}/${path.split("/").pop() ?? ""}`,
      path,
      params: after === null ? params : { ...params, after },
    })
  }

  private nested_(): string {
    const { fields, params, page_size } = this.question_
    const modifiers = Object.entries({ ...params, limit: String(page_size) })
      .map(([name, value]) => `.${name}(${value})`)
      .join("")
    return `comments${modifiers}{${fields}}`
  }
}
