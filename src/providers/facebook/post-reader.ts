import {
  type MetricDefinition,
  type PlatformCall,
  PlatformError,
} from "../../platform-kit"
import {
  type GraphClient,
  type ObjectAnswers,
  readInsightsByIds,
} from "../../platform-kit/meta-graph"
import { insightsDenied } from "./errors"
import { POST_FIELDS, SUMMARY_FIELDS } from "./map-post"
import {
  FACEBOOK_METRICS,
  SUMMARIES,
  VERDICT_HOST,
  VERDICT_TYPE,
} from "./metrics"

/** What is asked of a post; each part needs a permission of its own. */
interface Shape {
  summaries: boolean
  insights: boolean
}

/**
 * The calls for posts of one Page, up to 50 at once: everything first, then
 * without the totals of other people's content, then without insights. What
 * turned out to be missing is remembered: the totals like a refused metric,
 * insights for this sync.
 */
export class PostReader {
  private insightsDenied_: PlatformError | null = null

  constructor(
    private readonly graph_: GraphClient,
    private readonly call_: PlatformCall
  ) {}

  /** Set once the token turned out to lack `read_insights`. */
  get denied(): PlatformError | null {
    return this.insightsDenied_
  }

  /** @throws PlatformError */
  async read(ids: readonly string[], round = 1): Promise<ObjectAnswers> {
    const answers = await this.readWhole_(ids)
    const denied = [...answers].flatMap(([id, answer]) =>
      PlatformError.is(answer) && answer.kind === "permission" ? [id] : []
    )
    // Single reads of a batch can meet a permission the common call did not get to.
    if (denied.length > 0 && denied.length < ids.length && round === 1) {
      const again = await this.readAgain_(denied)
      again.forEach((answer, id) => answers.set(id, answer))
    }
    return answers
  }

  private async readAgain_(ids: readonly string[]): Promise<ObjectAnswers> {
    try {
      return await this.read(ids, 2)
    } catch (thrown) {
      const error = PlatformError.from(thrown)
      return new Map(ids.map((id) => [id, error]))
    }
  }

  private async readWhole_(ids: readonly string[]): Promise<ObjectAnswers> {
    const whole: Shape = {
      summaries: !this.call_.verdicts.isRefused(
        this.call_.account.id,
        VERDICT_TYPE,
        SUMMARIES
      ),
      insights: this.insightsDenied_ === null,
    }
    try {
      return await this.ask_(ids, whole)
    } catch (thrown) {
      const error = PlatformError.from(thrown)
      if (error.kind !== "permission") {
        throw error
      }
      return await this.readLess_(ids, whole, error)
    }
  }

  private async readLess_(
    ids: readonly string[],
    whole: Shape,
    error: PlatformError
  ): Promise<ObjectAnswers> {
    let last = error
    for (const shape of smaller(whole, error)) {
      try {
        const answers = await this.ask_(ids, shape)
        this.remember_(whole, shape, error)
        return answers
      } catch (thrown) {
        last = PlatformError.from(thrown)
        if (last.kind !== "permission") {
          throw last
        }
      }
    }
    throw last
  }

  private remember_(whole: Shape, shape: Shape, error: PlatformError): void {
    const { account, verdicts } = this.call_
    if (whole.summaries && !shape.summaries) {
      // The token's matter, so it holds for this Page only.
      verdicts.refuse(account.id, VERDICT_TYPE, SUMMARIES)
    }
    if (whole.insights && !shape.insights) {
      this.insightsDenied_ ??= insightsDenied(error)
    }
  }

  private ask_(ids: readonly string[], shape: Shape): Promise<ObjectAnswers> {
    const { core, optional } = FACEBOOK_METRICS.video
    return readInsightsByIds(this.graph_, this.call_, {
      ids,
      host: VERDICT_HOST,
      product_type: VERDICT_TYPE,
      metrics: shape.insights ? [...core, ...optional] : [],
      fieldsFor: (metrics) => fieldsFor(shape, metrics),
      probe: (metrics) => this.probe_(ids, metrics),
      can_batch: true,
    })
  }

  /** A refusal names no metric, so few are asked of one post at a time. */
  private async probe_(
    ids: readonly string[],
    metrics: readonly MetricDefinition[]
  ): Promise<unknown> {
    let gone: PlatformError | null = null
    for (const id of ids) {
      try {
        return await this.graph_.get(this.call_, {
          endpoint: "GET /{post-id}/insights",
          path: `${id}/insights`,
          params: { metric: metrics.map(({ name }) => name).join(",") },
        })
      } catch (thrown) {
        const error = PlatformError.from(thrown)
        if (error.kind !== "gone") {
          throw error
        }
        gone = error
      }
    }
    throw gone ?? PlatformError.from(new Error("no post to probe with"))
  }
}

function smaller(whole: Shape, { missing_scope }: PlatformError): Shape[] {
  const without = {
    summaries: { ...whole, summaries: false },
    insights: { ...whole, insights: false },
    both: { summaries: false, insights: false },
  }
  const order =
    missing_scope === "read_insights"
      ? [without.insights, without.summaries, without.both]
      : [without.summaries, without.insights, without.both]
  const keyOf = (shape: Shape) => `${shape.summaries} ${shape.insights}`
  const tried = new Set([keyOf(whole)])
  return order.filter((shape) => {
    const isNew = !tried.has(keyOf(shape))
    tried.add(keyOf(shape))
    return isNew
  })
}

function fieldsFor(
  { summaries }: Shape,
  metrics: readonly MetricDefinition[]
): string {
  const names = metrics.map(({ name }) => name).join(",")
  return [
    POST_FIELDS,
    ...(summaries ? [SUMMARY_FIELDS] : []),
    ...(names ? [`insights.metric(${names})`] : []),
  ].join(",")
}
