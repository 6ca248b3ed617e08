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
import { FACEBOOK_METRICS, VERDICT_HOST, VERDICT_TYPE } from "./metrics"
import { fieldsFor, PermittedShape, type Shape } from "./permitted-shape"

/**
 * The calls for posts of one Page, up to 50 at once, with as much of them as
 * the token allows.
 */
export class PostReader {
  private readonly permitted_: PermittedShape

  constructor(
    private readonly graph_: GraphClient,
    private readonly call_: PlatformCall
  ) {
    this.permitted_ = new PermittedShape(call_)
  }

  /** Set once the token turned out to lack `read_insights`. */
  get denied(): PlatformError | null {
    return this.permitted_.denied
  }

  /** @throws PlatformError */
  async read(ids: readonly string[], round = 1): Promise<ObjectAnswers> {
    const answers = await this.permitted_.ask((shape) => this.ask_(ids, shape))
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
