import {
  type ListedPost,
  type MetricDefinition,
  mentionsOf,
  type PlatformCall,
  type PlatformError,
  type PostListPage,
  type PostListRequest,
  toDate,
  toId,
} from "../../platform-kit"
import {
  askInsights,
  type GraphClient,
  type GraphObject,
  walkList,
} from "../../platform-kit/meta-graph"
import { pageDenied } from "./errors"
import { judgeAnswer } from "./judge-answer"
import { FACEBOOK_METRICS, VERDICT_HOST, VERDICT_TYPE } from "./metrics"
import { otherIds } from "./other-ids"
import { fieldsFor, PermittedShape, type Shape } from "./permitted-shape"

/** The list refuses a larger page. */
const PAGE_SIZE = 100

/** Whether a post is to be seen at all. */
const STATE_FIELDS = "is_published,is_hidden,is_expired"

type Params = Record<string, string>

interface Asked {
  asked: MetricDefinition[]
  refused: MetricDefinition[]
}

/**
 * Walks what a Page has published, numbers in the same call: one call for up to
 * 100 posts. What a Page hides, has not published or lets expire is left out.
 * https://developers.facebook.com/docs/graph-api/reference/page/feed/
 */
export class PostListing {
  private readonly permitted_: PermittedShape
  /** Which metrics the last answer was asked for. */
  private asked_: Asked = { asked: [], refused: [] }

  constructor(
    private readonly graph_: GraphClient,
    private readonly call_: PlatformCall
  ) {
    this.permitted_ = new PermittedShape(call_)
  }

  /** @throws PlatformError */
  async *walk(request: PostListRequest): AsyncGenerator<PostListPage> {
    const pages = walkList(this.call_, {
      list: "published_posts",
      page_size: PAGE_SIZE,
      request,
      read: (params) => this.read_(params),
      idOf: ({ id }) => toId(id),
      postedAt: ({ created_time }) => toDate(created_time),
      denied: pageDenied,
    })
    for await (const { entries, next_cursor } of pages) {
      const posts = entries.filter(isVisible).map((post) => this.listed_(post))
      yield { posts, next_cursor }
    }
  }

  private read_(params: Params): Promise<unknown> {
    return this.permitted_.ask((shape) => this.readShape_(shape, params))
  }

  private async readShape_(shape: Shape, params: Params): Promise<unknown> {
    const { core, optional } = FACEBOOK_METRICS.video
    const { answer, asked, refused } = await askInsights({
      host: VERDICT_HOST,
      product_type: VERDICT_TYPE,
      metrics: shape.insights ? [...core, ...optional] : [],
      verdicts: this.call_.verdicts,
      ask: (metrics) => this.get_(params, fieldsFor(shape, metrics)),
      probe: (metrics) => this.probe_(metrics),
    })
    this.asked_ = { asked, refused }
    return answer
  }

  private get_(params: Params, fields: string): Promise<unknown> {
    return this.graph_.get(this.call_, {
      endpoint: "GET /{page-id}/published_posts",
      path: `${encodeURIComponent(this.call_.account.external_id)}/published_posts`,
      params: { fields: `${fields},${STATE_FIELDS}`, ...params },
    })
  }

  /** A refusal names no metric, so few are asked of the newest post alone. */
  private probe_(metrics: readonly MetricDefinition[]): Promise<unknown> {
    const nothingElse = metrics.map(({ name }) => name).join(",")
    return this.get_({ limit: "1" }, `id,insights.metric(${nothingElse})`)
  }

  private listed_(object: GraphObject): ListedPost {
    const denied: PlatformError | null = this.permitted_.denied
    const answer = { object, ...this.asked_ }
    const { insights, problems } = judgeAnswer(answer, this.call_, denied)
    const { details } = insights
    const pageId = this.call_.account.external_id
    const id = toId(object.id) ?? ""
    return {
      platform_post_id: id.includes("_") ? id : `${pageId}_${id}`,
      details,
      reading: insights,
      problems,
      mentions: mentionsOf(details.caption ?? null),
      other_ids: otherIds(object, pageId),
    }
  }
}

function isVisible(post: GraphObject): boolean {
  return (
    post.is_published !== false &&
    post.is_hidden !== true &&
    post.is_expired !== true
  )
}
